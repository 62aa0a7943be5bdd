package lossloupe.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArraySourceTest {
    private static final Path NPY = Path.of("src/test/resources/npy");
    private static final Path REAL = Path.of("../shared/real");

    @TempDir
    private Path folder;

    private static String refusal(Path file) {
        var e = assertThrows(BadFileException.class, () -> ArraySource.read(file));
        return e.key() + " " + e.fileName();
    }

    private Path written(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }

    @Test
    void whatCannotBeOpenedIsSaidInASentence() throws IOException {
        assertEquals("error.file.missing a.npy", refusal(folder.resolve("a.npy")));
        assertEquals("error.file.folderMissing a.npy", refusal(folder.resolve("no/a.npy")));
        assertEquals("error.file.directory d.npz", refusal(Files.createDirectory(folder.resolve("d.npz"))));
        assertEquals("error.file.empty e.csv", refusal(written("e.csv", "")));
        assertEquals("error.npy.text t.npy", refusal(written("t.npy", "0 1 1 0")));
        assertEquals("error.npz.text t.npz", refusal(written("t.npz", "0 1 1 0")));
        assertEquals("error.file.kind a.mat", refusal(written("a.mat", "MATLAB\0\1\2")));
        assertEquals("error.file.pickle a.pkl", refusal(Files.write(folder.resolve("a.pkl"), new byte[] {
            (byte) 0x80, 4, 75
        })));
    }

    @Test
    void noPermissionIsSaid() throws IOException {
        var file = written("a.csv", "1,2");
        assumeTrue(file.toFile().setReadable(false) && !Files.isReadable(file), "this user may read anything");
        assertEquals("error.file.permission a.csv", refusal(file));
    }

    @Test
    void membersOfAnArchiveHaveAddresses() throws BadFileException {
        var file = NPY.resolve("xy_logits_deflate.npz");
        assertEquals(
                "[x float64[12], y uint8[4, 12], logits float32[4, 12]]",
                ArraySource.read(file).arrays().toString());
        var one = NPY.resolve("xy_logits_deflate.npz:logits");
        assertEquals("[logits float32[4, 12]]", ArraySource.read(one).arrays().toString());
        var e = assertThrows(BadFileException.class, () -> ArraySource.read(NPY.resolve("xy_logits_deflate.npz:z")));
        assertEquals(List.of("z", "x, y, logits"), e.args());
        assertEquals("error.file.memberOfNone logits_v1.npy", refusal(NPY.resolve("logits_v1.npy:x")));
    }

    @Test
    void aBadMemberIsNamed() {
        assertEquals("error.npy.object npz_object_inner.npz:x", refusal(NPY.resolve("npz_object_inner.npz")));
        assertEquals(
                "error.npz.inflates npz_inflates_to_large.npz:x", refusal(NPY.resolve("npz_inflates_to_large.npz")));
    }

    @Test
    void contentCountsWhereTheEndingSaysNothing() throws IOException, BadFileException {
        var copy = Files.copy(NPY.resolve("logits_v1.npy"), folder.resolve("logits.dat"));
        assertEquals("[logits float32[4, 12]]", ArraySource.read(copy).arrays().toString());
        assertEquals(
                "[x int64[2]]",
                ArraySource.read(written("a.txt", "x = [1, 2]")).arrays().toString());
        assertEquals(
                "[b int64[1, 2]]",
                ArraySource.read(written("b.json", "[[1, 2]]")).arrays().toString());
        assertEquals(
                "[c int64[2, 2]]",
                ArraySource.read(written("c", "1 2\n3 4")).arrays().toString());
    }

    @Test
    void aStreamIsReadAsAFileIs() throws IOException, BadFileException {
        try (var in = Files.newInputStream(NPY.resolve("xy_logits_deflate.npz"))) {
            assertEquals(3, ArraySource.read(in, "stdin").arrays().size());
        }
        var e = assertThrows(
                BadFileException.class, () -> ArraySource.read(new ByteArrayInputStream(new byte[0]), "stdin"));
        assertEquals("error.file.empty stdin", e.key() + " " + e.fileName());
    }

    @Test
    void realTablesAndArchivesOpen() throws BadFileException {
        assumeTrue(Files.isDirectory(REAL), "no ../shared/real here");
        var house = ArraySource.read(REAL.resolve("refit_house2/aggregate_and_status.csv"));
        assertEquals(
                "[series float64[10080], labels int64[10080, 4]]",
                house.arrays().toString());
        assertEquals(List.of("Kettle", "Dishwasher", "WashingMachine", "Microwave"), house.classNames());
        var taxi = ArraySource.read(REAL.resolve("nab_nyc_taxi/numenta_nyc_taxi.csv"));
        assertEquals(
                "[series int64[10320], labels int64[10320]]",
                taxi.arrays().subList(0, 2).toString());
        assertEquals(
                "[nyc_taxi int64[10320]]",
                ArraySource.read(REAL.resolve("nab_nyc_taxi/nyc_taxi.csv"))
                        .arrays()
                        .toString());
        var ecg = ArraySource.read(REAL.resolve("ludb_lead_ii/ludb_lead_ii.npz"));
        assertEquals(List.of("background", "P", "QRS", "T"), ecg.classNames());
        assertEquals("y uint8[200, 4, 1024]", ecg.named("y").orElseThrow().toString());
        var eye = ArraySource.read(REAL.resolve("eye_movements/lookAtPoint_EL_S2.npy"));
        assertEquals(
                "lookAtPoint_EL_S2.x float32[81002]", eye.arrays().getFirst().toString());
        assertEquals(4, eye.arrays().size(), "the fifth field is the times");
    }
}
