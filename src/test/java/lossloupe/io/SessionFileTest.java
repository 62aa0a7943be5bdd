package lossloupe.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import lossloupe.document.ClassInfo;
import lossloupe.document.Document;
import lossloupe.document.Edit;
import lossloupe.document.Example;
import lossloupe.document.LabelMode;
import lossloupe.document.LossChoice;
import lossloupe.document.LossSetup;
import lossloupe.document.Samples;
import lossloupe.reduce.WeightGrid;
import lossloupe.tensor.Axis;
import lossloupe.tensor.Batching;
import lossloupe.tensor.DType;
import lossloupe.tensor.DataFormat;
import lossloupe.tensor.Plane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionFileTest {
    @TempDir
    Path folder;

    private static void assertSame(Document expected, Document actual) {
        assertEquals(expected.name(), actual.name());
        assertEquals(expected.classes(), actual.classes());
        assertEquals(expected.setup(), actual.setup());
        assertEquals(expected.shape(), actual.shape());
        for (int e = 0; e < expected.examples().size(); e++) {
            var a = expected.example(e);
            var b = actual.example(e);
            assertTrue(a.series().sameValues(b.series()));
            for (int c = 0; c < expected.classes().size(); c++) {
                assertTrue(a.labels().get(c).sameValues(b.labels().get(c)));
                assertTrue(a.logits().get(c).sameValues(b.logits().get(c)));
            }
        }
    }

    private Document roundTrip(Document document) throws IOException, BadFileException {
        var file = folder.resolve("s.lossloupe");
        SessionFile.write(document, file);
        assertTrue(SessionFile.isSession(file));
        return SessionFile.read(file);
    }

    @Test
    void everyBitComesBack() throws IOException, BadFileException {
        assertSame(Samples.seed(), roundTrip(Samples.seed()));
        for (var format : DataFormat.values()) {
            var random =
                    Samples.random(new Samples.Recipe(3, 4, 5000, -5, 5, .3, 1), LossSetup.DEFAULT.withFormat(format));
            assertSame(random, roundTrip(random));
        }
    }

    @Test
    void setupNamesColoursMixedTypesAndNoNumbersComeBack() throws IOException, BadFileException {
        var setup = new LossSetup(
                LossChoice.of("softmax_cross_entropy").with("axis", "position"),
                LossChoice.of("sigmoid_cross_entropy"),
                "tf1.SUM_BY_NONZERO_WEIGHTS",
                DataFormat.CHANNELS_LAST,
                DType.FLOAT32,
                LabelMode.EXCLUSIVE);
        var example = new Example(
                Plane.of(new float[] {1, 2, 3}),
                List.of(Plane.of(new byte[] {0, 1, 0}), Plane.of(.1, Double.NaN, 1), Plane.of(new float[] {.3f, 0, 1})),
                List.of(
                        Plane.of(new float[] {.1f, Float.NEGATIVE_INFINITY, 3}),
                        Plane.of(-0.0, Double.POSITIVE_INFINITY, 4.9e-324),
                        Plane.of(0, 1, 2)));
        var document = new Document(
                "名前 «x»",
                List.of(new ClassInfo("P 波", 0x010203), new ClassInfo("", 0xFFFFFF), ClassInfo.numbered(2)),
                List.of(example),
                Batching.BATCHED,
                setup);
        assertSame(document, roundTrip(document));
    }

    @Test
    void weightsComeBackInBothLayouts() throws IOException, BadFileException {
        for (var format : DataFormat.values()) {
            var plain = Samples.random(new Samples.Recipe(2, 3, 7, -1, 1, .3, 1), LossSetup.DEFAULT.withFormat(format));
            for (var axes :
                    List.of(EnumSet.of(Axis.CLASS), EnumSet.of(Axis.BATCH, Axis.POSITION), EnumSet.allOf(Axis.class))) {
                var grid = WeightGrid.generate(axes, plain.shape(), (e, c, p) -> 1 + e + c / 3.0 + p / 7.0);
                var read = roundTrip(plain.withWeights(grid)).weights();
                assertEquals(axes, read.axes());
                for (int i = 0; i < 42; i++) {
                    assertEquals(grid.at(i / 21, i / 7 % 3, i % 7), read.at(i / 21, i / 7 % 3, i % 7));
                }
            }
        }
    }

    @Test
    void arraysLieInTheDocumentsLayout() throws IOException, BadFileException {
        var last = Samples.seed().withSetup(LossSetup.DEFAULT.withFormat(DataFormat.CHANNELS_LAST));
        var file = folder.resolve("s.npz");
        SessionFile.write(last, file);
        var arrays = ArraySource.read(file);
        assertArrayEquals(
                new int[] {12, 4}, arrays.named("logits").orElseThrow().shape());
        assertArrayEquals(
                new int[] {1, 12}, arrays.named("series").orElseThrow().shape());
        assertEquals("uint8", arrays.named("labels").orElseThrow().dtype());
    }

    @Test
    void theSameDocumentGivesTheSameBytes() throws IOException {
        SessionFile.write(Samples.seed(), folder.resolve("a"));
        SessionFile.write(Samples.seed(), folder.resolve("b"));
        assertArrayEquals(Files.readAllBytes(folder.resolve("a")), Files.readAllBytes(folder.resolve("b")));
    }

    @Test
    void unknownKeysAreHarmlessLaterVersionsRefused() throws IOException, BadFileException {
        assertSame(
                Samples.seed(), SessionFile.read(rewritten(t -> t.replace("{\n", "{\n\"future\" : {\"a\" : [1]},\n"))));
        assertKey("error.session.version", rewritten(t -> t.replaceAll("\"version\" : 1", "\"version\" : 2")));
        assertKey("error.session.value", rewritten(t -> t.replace("softmax_cross_entropy", "no_such_loss")));
        assertKey("error.session.value", rewritten(t -> t.replace("channels_first", "channels_middle")));
        assertKey("error.session.shape", rewritten(t -> t.replace("unbatched", "batched")));
        assertKey("error.session.json", rewritten(t -> t.substring(5)));
        assertKey("error.session.version", rewritten(t -> "[]"));
    }

    @Test
    void whatIsNoSessionIsNot() throws IOException {
        assertFalse(SessionFile.isSession(folder));
        assertFalse(SessionFile.isSession(folder.resolve("missing")));
        Files.writeString(folder.resolve("t.lossloupe"), "text");
        assertFalse(SessionFile.isSession(folder.resolve("t.lossloupe")));
        assertKey("error.npz.text", folder.resolve("t.lossloupe"));
        assertKey("error.file.missing", folder.resolve("missing"));
    }

    @Test
    void aFailedWriteLeavesTheOldFile() throws IOException, BadFileException {
        var file = folder.resolve("none").resolve("s.lossloupe");
        assertThrows(IOException.class, () -> SessionFile.write(Samples.seed(), file));
        var edited = new Edit.Several(List.of(), "edit.paint").apply(Samples.seed());
        assertSame(Samples.seed(), edited);
    }

    private void assertKey(String key, Path file) {
        var refused = assertThrows(BadFileException.class, () -> SessionFile.read(file));
        assertEquals(key, refused.key());
    }

    private Path rewritten(java.util.function.UnaryOperator<String> change) throws IOException {
        var file = folder.resolve("original");
        SessionFile.write(Samples.seed(), file);
        var copy = folder.resolve("copy");
        try (var zip = new ZipFile(file.toFile());
                var out = new ZipOutputStream(Files.newOutputStream(copy))) {
            for (var entry : zip.stream().toList()) {
                var bytes = zip.getInputStream(entry).readAllBytes();
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(
                        entry.getName().equals("session.json")
                                ? change.apply(new String(bytes, StandardCharsets.UTF_8))
                                        .getBytes(StandardCharsets.UTF_8)
                                : bytes);
            }
        }
        return copy;
    }
}
