package lossloupe.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lossloupe.document.Document;
import lossloupe.document.LossSetup;
import lossloupe.document.Samples;
import lossloupe.document.WeightPresets;
import lossloupe.io.ArraySource;
import lossloupe.io.BadFileException;
import lossloupe.io.SessionFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConvertTest {
    @TempDir
    Path folder;

    private final Document document = Samples.random(new Samples.Recipe(2, 3, 7, -2, 2, .4, 9), LossSetup.DEFAULT);
    private String session = "";
    private String said = "";

    @BeforeEach
    void write() throws IOException {
        var file = folder.resolve("in.lossloupe");
        SessionFile.write(document.withWeights(WeightPresets.balanced(document)), file);
        session = file.toString();
    }

    private int run(String... args) {
        var err = new ByteArrayOutputStream();
        int exit =
                Cli.run(new ByteArrayOutputStream(), err, new ByteArrayInputStream(new byte[0]), new NoDesktop(), args);
        said = err.toString(StandardCharsets.UTF_8);
        return exit;
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    @ParameterizedTest
    @CsvSource({"channels_first, C", "channels_first, F", "channels_last, C", "channels_last, F"})
    void arraysComeBackInAnyLayoutAndOrder(String format, String order) throws BadFileException {
        assertEquals(0, run("convert", session, file("a.npz"), "--to-data-format", format, "--order", order), said);
        boolean first = format.equals("channels_first");
        var read = ArraySource.read(folder.resolve("a.npz"));
        for (var name : List.of("labels", "logits")) {
            var array = read.named(name).orElseThrow();
            assertArrayEquals(first ? new int[] {2, 3, 7} : new int[] {2, 7, 3}, array.shape());
            for (int i = 0; i < array.size(); i++) {
                int e = i / 21;
                int c = first ? i / 7 % 3 : i % 3;
                int p = first ? i % 7 : i / 3 % 7;
                var rows = name.equals("labels")
                        ? document.example(e).labels()
                        : document.example(e).logits();
                assertEquals(rows.get(c).get(p), array.at(i));
            }
        }
        assertEquals("uint8", read.named("labels").orElseThrow().dtype());
        assertEquals(42, read.named("weights").orElseThrow().size(), "weights stretched over the grid");
        assertTrue(read.named("series").isEmpty(), "a series that never was is not written");
    }

    @Test
    void aSessionGoesThroughJsonAndBack() throws IOException, BadFileException {
        assertEquals(0, run("convert", session, file("a.json"), "--what", "labels", "--what", "logits"), said);
        assertEquals(0, run("convert", file("a.json"), file("b.lossloupe")), said);
        var back = SessionFile.read(folder.resolve("b.lossloupe"));
        for (int e = 0; e < 2; e++) {
            for (int c = 0; c < 3; c++) {
                assertTrue(document.example(e)
                        .logits()
                        .get(c)
                        .sameValues(back.example(e).logits().get(c)));
                assertTrue(document.example(e)
                        .labels()
                        .get(c)
                        .sameValues(back.example(e).labels().get(c)));
            }
        }
    }

    /// Where numbers have no type, a reader takes them for float64.
    @ParameterizedTest
    @CsvSource({"b.json", "b.csv"})
    void float32GoesThroughTextWithoutLosingABit(String text) throws BadFileException {
        assertEquals(0, run("convert", session, file("a.npz"), "--dtype", "float32"), said);
        assertEquals(0, run("convert", file("a.npz"), file(text), "--what", "labels", "--what", "logits"), said);
        assertEquals(0, run("convert", file(text), file("c.npz")), said);
        var narrow = ArraySource.read(folder.resolve("a.npz")).named("logits").orElseThrow();
        var back = ArraySource.read(folder.resolve("c.npz")).named("logits").orElseThrow();
        assertEquals("float32", narrow.dtype());
        for (int i = 0; i < narrow.size(); i++) {
            assertEquals(narrow.at(i), back.at(i));
        }
    }

    @Test
    void oneArrayHasItsAxesBesideIt() throws IOException, BadFileException {
        assertEquals(0, run("convert", session, file("g.npy"), "--what", "gradient_a", "--dtype", "float32"), said);
        var array = ArraySource.read(folder.resolve("g.npy")).arrays().getFirst();
        assertEquals("float32", array.dtype());
        var axes = new ObjectMapper().readTree(folder.resolve("g.npy.json").toFile());
        assertEquals(
                "[\"batch\",\"class\",\"position\"]",
                axes.path("arrays").path("gradient_a").path("axes").toString());
    }

    @Test
    void runsAreHalfOpenAndOverlapFreely() throws IOException {
        var seed = folder.resolve("seed.lossloupe");
        SessionFile.write(Samples.seed(), seed);
        assertEquals(0, run("convert", seed.toString(), file("a.runs.csv")), said);
        assertEquals(
                "start,end,class\n1,3,class 1\n4,8,class 2\n7,10,class 3\n0,3,class n\n8,12,class n\n",
                Files.readString(folder.resolve("a.runs.csv")));
        assertEquals(0, run("convert", seed.toString(), file("a.csv")), said);
        var lines = Files.readAllLines(folder.resolve("a.csv"));
        assertEquals(49, lines.size());
        assertTrue(lines.get(20).startsWith("0,class 2,7,1,2.1,0.89"), lines.get(20));
    }

    @Test
    void whatCannotBeWrittenIsSaidAndLeavesNothing() {
        assertEquals(2, run("convert", session, file("a.npz"), "--dtype", "uint8"));
        assertTrue(said.contains("logits holds") && said.contains("uint8"), said);
        assertEquals(2, run("convert", session, file("a.npy")));
        assertTrue(said.contains("--what"), said);
        assertEquals(2, run("convert", session, file("a.runs.csv")));
        assertEquals(2, run("convert", session, file("a.xyz")));
        assertEquals(2, run("convert", session, file("a.npz"), "--what", "nothing"));
        assertEquals(3, run("convert", file("none.npz"), file("a.npz")));
        assertEquals(4, run("convert", session, file("no/such/folder/a.npz")));
        assertFalse(Files.exists(folder.resolve("a.npz")));
    }
}
