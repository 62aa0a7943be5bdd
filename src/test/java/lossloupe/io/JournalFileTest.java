package lossloupe.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import lossloupe.document.Document;
import lossloupe.document.Edit;
import lossloupe.document.LossSetup;
import lossloupe.document.Samples;
import lossloupe.reduce.WeightGrid;
import lossloupe.tensor.Axis;
import lossloupe.tensor.DType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A journal gives back the last finished state, to the bit, wherever it breaks off.
class JournalFileTest {
    @TempDir
    private Path folder;

    private static Document big() {
        return Samples.random(
                new Samples.Recipe(2, 3, 10_000, -3, 3, 0.3, 1), LossSetup.DEFAULT.withDType(DType.FLOAT32));
    }

    private static Document dragged(Document document, int cls, int position, double value) {
        return new Edit.Values(Edit.Target.LOGITS, 1, cls, position, value).apply(document);
    }

    private Path journal() {
        return folder.resolve("a.journal");
    }

    private static void assertSame(Document expected, Document actual) {
        assertEquals(SessionText.of(expected), SessionText.of(actual));
        assertEquals(expected.weights().axes(), actual.weights().axes());
        var wanted = new JournalState(expected, null).planes();
        var got = new JournalState(actual, null).planes();
        assertEquals(wanted.size(), got.size());
        for (int p = 0; p < wanted.size(); p++) {
            assertTrue(wanted.get(p).sameValues(got.get(p)), "plane " + p);
        }
    }

    @Test
    void givesBackTheLastState() throws IOException {
        var first = big();
        var second = dragged(first, 2, 9_999, 1.25);
        var file = folder.resolve("work.lossloupe");
        try (var out = new JournalFile(journal(), new JournalState(first, file))) {
            out.append(new JournalState(second, file));
        }
        var read = JournalReader.last(journal()).orElseThrow();
        assertSame(second, read.document());
        assertEquals(file, read.file());
    }

    @Test
    void appendsOnlyWhatChanged() throws IOException {
        var document = big();
        try (var out = new JournalFile(journal(), new JournalState(document, null))) {
            long whole = Files.size(journal());
            out.append(new JournalState(dragged(document, 0, 5_000, 2), null));
            long added = Files.size(journal()) - whole;
            assertEquals(4_096 * Double.BYTES + 12 + 2 * JournalFile.AROUND, added, "one chunk and the end mark");
        }
    }

    @Test
    void keepsWeightsAndOtherShapes() throws IOException {
        var document = Samples.seed();
        try (var out = new JournalFile(journal(), new JournalState(document, null))) {
            for (var axes : List.of(EnumSet.of(Axis.CLASS), EnumSet.of(Axis.POSITION), EnumSet.allOf(Axis.class))) {
                var weights = WeightGrid.generate(axes, document.shape(), (e, c, p) -> c + p / 8.0);
                var weighted = document.withWeights(weights);
                out.append(new JournalState(weighted, null));
                assertSame(weighted, JournalReader.last(journal()).orElseThrow().document());
            }
            out.append(new JournalState(big(), null));
            assertSame(big(), JournalReader.last(journal()).orElseThrow().document());
            out.append(new JournalState(document, null));
            assertSame(document, JournalReader.last(journal()).orElseThrow().document());
        }
    }

    /// Cut at every length, and spoilt at every tenth byte, it is a former state or none, never a mixture.
    @Test
    void aTornEndIsPassedOver() throws IOException {
        var first = Samples.seed();
        var second = dragged0(first, 7);
        long whole;
        try (var out = new JournalFile(journal(), new JournalState(first, null))) {
            whole = Files.size(journal());
            out.append(new JournalState(second, null));
        }
        var bytes = Files.readAllBytes(journal());
        for (int cut = 0; cut < bytes.length; cut++) {
            Files.write(journal(), Arrays.copyOf(bytes, cut));
            var read = JournalReader.last(journal());
            assertEquals(cut >= whole, read.isPresent(), "cut at " + cut);
            if (cut >= whole) {
                assertSame(first, read.orElseThrow().document());
            }
        }
        for (int at = (int) whole; at < bytes.length; at += 10) {
            var spoilt = bytes.clone();
            spoilt[at] ^= 0x55;
            Files.write(journal(), spoilt);
            assertSame(first, JournalReader.last(journal()).orElseThrow().document());
        }
    }

    private static Document dragged0(Document document, double value) {
        return new Edit.Values(Edit.Target.LOGITS, 0, 0, 3, value).apply(document);
    }

    @Test
    void doesNotGrowWithoutEnd() throws IOException {
        var document = Samples.random(
                new Samples.Recipe(1, 1, 4_096, -3, 3, 0.3, 1), LossSetup.DEFAULT.withDType(DType.FLOAT64));
        long most = 0;
        try (var out = new JournalFile(journal(), new JournalState(document, null))) {
            for (int i = 0; i < 3_000; i++) {
                document = dragged0(document, i);
                out.append(new JournalState(document, null));
                most = Math.max(most, Files.size(journal()));
            }
        }
        assertTrue(most < 36L << 20, most + " bytes at most");
        assertSame(document, JournalReader.last(journal()).orElseThrow().document());
    }
}
