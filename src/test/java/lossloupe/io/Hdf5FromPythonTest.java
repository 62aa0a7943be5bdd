package lossloupe.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Files as h5py and pandas write them, made by `make_hdf5.py` beside them.
class Hdf5FromPythonTest {
    private static Path file(String name) {
        return Path.of("src/test/resources/formats", name);
    }

    private static List<String> digests(ArraySet set) {
        return set.arrays().stream().map(ArrayData::toString).sorted().toList();
    }

    private static double[] numbers(ArraySet set, String name) {
        var array = set.named(name).orElseThrow();
        return IntStream.range(0, array.size()).mapToDouble(array::at).toArray();
    }

    private static double[] logits() {
        return IntStream.range(0, 48).mapToDouble(i -> i / 8.0 - 3).toArray();
    }

    private static double[] labels() {
        return IntStream.range(0, 48).mapToDouble(i -> i % 5 == 0 ? 1 : 0).toArray();
    }

    private static void assertNumbers(double[] expected, double[] found) {
        assertEquals(Arrays.toString(expected), Arrays.toString(found));
    }

    @Test
    void compressedBigEndianAndBooleanSetsInGroupsThatHoldThemselves() throws BadFileException {
        var set = ArraySource.read(file("h5py_groups.h5"));
        assertEquals(
                List.of("signal float32[12]", "train/labels bool[4, 12]", "train/logits float32[4, 12]"), digests(set));
        assertNumbers(logits(), numbers(set, "train/logits"));
        assertNumbers(labels(), numbers(set, "train/labels"));
        assertEquals(List.of("P", "QRS", "T", "ü"), set.classNames());
        assertNotNull(set.times());
        assertEquals(250, set.times().rate());
    }

    @Test
    void whatNobodyWroteIsTheFillValueAndNotZero() throws BadFileException {
        var groups = ArraySource.read(file("h5py_groups.h5"));
        var nan = Double.NaN;
        assertNumbers(new double[] {0, 0.5, 1, 1.5, 2, 2.5, nan, nan, nan, nan, nan, nan}, numbers(groups, "signal"));
        var block = ArraySource.read(file("h5py_userblock.h5"));
        assertNumbers(new double[] {2, 2, 2, 2}, numbers(block, "weights"));
    }

    @Test
    void aUserBlockAnEnumerationAndCompoundColumns() throws BadFileException {
        var set = ArraySource.read(file("h5py_userblock.h5"));
        assertNumbers(logits(), numbers(set, "logits"));
        assertNumbers(labels(), numbers(set, "labels"));
        assertEquals(
                "table.score float32[12]",
                set.named("table.score").orElseThrow().toString());
        assertNotNull(set.times());
        assertEquals(0.11, set.times().at(11), 1e-12);
        assertEquals(List.of("complex", "scaled"), set.skipped());
    }

    @Test
    void bothFormatsOfPandasAreColumnsOfOneTable() throws BadFileException {
        for (var name : List.of("pandas_fixed.h5", "pandas_table.h5")) {
            var set = ArraySource.read(file(name));
            var frame = name.equals("pandas_fixed.h5") ? "run/frame" : "frame";
            assertEquals(List.of(frame + ".labels int64[12, 2]", frame + ".series float64[12]"), digests(set), name);
            assertNumbers(Arrays.copyOf(logits(), 12), numbers(set, frame + ".series"));
            assertEquals(List.of("P", "QRS"), set.classNames());
            assertNotNull(set.times());
            assertEquals(3600, set.times().at(1) - set.times().at(0), 1e-3);
        }
    }

    @Test
    void oneArrayIsAskedForByItsPath() throws BadFileException {
        var set = ArraySource.read(file("h5py_groups.h5:train/logits"));
        assertEquals(List.of("train/logits float32[4, 12]"), digests(set));
        var missing = assertThrows(BadFileException.class, () -> ArraySource.read(file("h5py_groups.h5:test/logits")));
        assertEquals("error.file.member", missing.key());
        assertTrue(missing.args().getLast().toString().contains("train/logits"), missing::toString);
    }

    /// Opaque bytes, arrays within cells and rows of unequal length are no grid of numbers, whatever they could be
    /// read as.
    @ParameterizedTest
    @CsvSource({
        "opaque, error.hdf5.opaque, a.h5:logits",
        "nested, error.hdf5.nested, a.h5:logits",
        "ragged, error.hdf5.nested, a.h5:logits",
        "column, error.hdf5.nested, a.h5:table:logits"
    })
    void cellsThatAreNoNumbersAreSaidToBeSo(String set, String key, String where, @TempDir Path folder)
            throws IOException, BadFileException {
        var file = file("h5py_types.h5");
        var read = ArraySource.read(file);
        assertEquals(List.of("labels bool[4, 12]"), digests(read));
        assertEquals(
                List.of("nested", "opaque", "ragged", "table"),
                read.skipped().stream().sorted().toList());
        var text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).replace(set, "logits");
        var wanted = Files.write(folder.resolve("a.h5"), text.getBytes(StandardCharsets.ISO_8859_1));
        var refused = assertThrows(BadFileException.class, () -> ArraySource.read(wanted));
        assertEquals(key, refused.key());
        assertEquals(where, refused.fileName());
    }

    /// The library cannot list what is in a file with such bytes.
    @Test
    void opaqueBytesWithoutANameAreSaidToBeInTheFile() {
        var refused = assertThrows(BadFileException.class, () -> ArraySource.read(file("h5py_opaque.h5")));
        assertEquals("error.hdf5.opaque", refused.key());
    }

    @Test
    void aSetThatIsWantedButCannotBeReadIsNamed(@TempDir Path folder) throws IOException {
        var bytes = Files.readAllBytes(file("h5py_userblock.h5"));
        var text = new String(bytes, StandardCharsets.ISO_8859_1).replace("scaled", "target");
        var copy = Files.write(folder.resolve("a.mat"), text.getBytes(StandardCharsets.ISO_8859_1));
        var refused = assertThrows(BadFileException.class, () -> ArraySource.read(copy));
        assertEquals("error.hdf5.dataset", refused.key());
        assertEquals("a.mat:target", refused.fileName());
        assertTrue(refused.args().getFirst().toString().contains("scaleoffset"), refused::toString);
    }
}
