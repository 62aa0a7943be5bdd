package lossloupe.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jhdf.HdfFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import lossloupe.document.LossSetup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files are written by the library's own writer, which h5py and the HDF5 tools read.
class Hdf5FileTest {
    @TempDir
    private Path folder;

    private Path write() {
        var file = folder.resolve("a.h5");
        try (var hdf = HdfFile.write(file)) {
            hdf.putAttribute("fs", 250.0);
            var train = hdf.putGroup("train");
            train.putDataset("logits", new float[][] {{0.5f, -1, 2}, {1, 0, -2}});
            train.putDataset("labels", new int[][] {{0, 1, 1}, {1, 0, 0}});
            hdf.putDataset("signal", new double[] {1.5, 2.5, -3});
            hdf.putDataset("classes", new String[] {"P", "QRS"});
            hdf.putDataset("note", new String[] {"hello"});
        }
        return file;
    }

    @Test
    void arraysOfAllGroupsAreCalledByTheirPaths() throws BadFileException {
        var set = ArraySource.read(write());
        assertEquals(
                List.of("signal float64[3]", "train/labels int64[2, 3]", "train/logits float32[2, 3]"),
                set.arrays().stream().map(ArrayData::toString).sorted().toList());
        var logits = set.named("train/logits").orElseThrow();
        assertArrayEquals(
                new double[] {0.5, -1, 2, 1, 0, -2},
                IntStream.range(0, 6).mapToDouble(logits::at).toArray());
        assertEquals(List.of("P", "QRS"), set.classNames());
        assertEquals(List.of("note"), set.skipped());
        assertNotNull(set.times());
        assertEquals(250, set.times().rate());
    }

    @Test
    void rolesAreFoundByTheLastPartOfAPath() throws BadFileException {
        var gathering = new Gathering();
        gathering.add("a.h5", ArraySource.read(write()));
        var document = gathering.plan(null, null).toDocument(LossSetup.DEFAULT);
        assertEquals("QRS", document.classes().get(1).name());
        assertEquals(1, document.example(0).labels().get(1).get(0));
        assertEquals(-3, document.example(0).series().get(2));
    }

    @Test
    void aFileWithoutNumbersIsRefused() {
        var file = folder.resolve("b.h5");
        try (var hdf = HdfFile.write(file)) {
            hdf.putDataset("note", new String[] {"hello"});
        }
        assertEquals(
                "error.hdf5.noArrays",
                assertThrows(BadFileException.class, () -> ArraySource.read(file))
                        .key());
    }

    @Test
    void damagedFilesAreReadOrRefusedAndNothingElse() throws IOException {
        var good = Files.readAllBytes(write());
        var random = new Random(7);
        int refused = 0;
        for (int round = 0; round < 150; round++) {
            var bad = good.clone();
            for (int k = 0; k < 6; k++) {
                bad[8 + random.nextInt(bad.length - 8)] = (byte) random.nextInt(256);
            }
            var file = Files.write(
                    folder.resolve("bad.h5"),
                    round % 3 == 0 ? Arrays.copyOf(bad, 9 + random.nextInt(bad.length - 9)) : bad);
            try {
                ArraySource.read(file);
            } catch (BadFileException e) {
                refused++;
                assertEquals("bad.h5", e.fileName().split(":", 2)[0]);
            }
        }
        assertTrue(refused > 30, "refused " + refused);
    }
}
