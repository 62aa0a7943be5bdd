package lossloupe.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import lossloupe.document.LossSetup;
import lossloupe.document.Samples;
import lossloupe.export.snippet.Python;
import lossloupe.io.SessionFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnippetTest {
    @TempDir
    Path folder;

    private String printed = "";
    private String said = "";

    private int run(String... args) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int exit = Cli.run(out, err, new ByteArrayInputStream(new byte[0]), new NoDesktop(), args);
        printed = out.toString(StandardCharsets.UTF_8);
        said = err.toString(StandardCharsets.UTF_8);
        return exit;
    }

    private String session(int length) throws IOException {
        var file = folder.resolve("in.lossloupe");
        var recipe = new Samples.Recipe(2, 3, length, -3, 3, .3, 5);
        SessionFile.write(Samples.random(recipe, LossSetup.DEFAULT.withReduction("sum")), file);
        return file.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"numpy", "tensorflow", "tf1", "keras", "pytorch", "jax"})
    void printsBothLossesOfASession(String framework) throws IOException {
        assertEquals(0, run("snippet", session(4), "--framework", framework), said);
        assertTrue(printed.startsWith("# in in "), printed);
        assertTrue(printed.contains("# Sigmoid cross-entropy:") && printed.contains("# Softmax cross-entropy:"));
        assertTrue(printed.contains("check(\"none\"") && printed.contains("check(\"sum\""), printed);
    }

    @Test
    void manyNumbersGoBesideTheCodeAndItRuns() throws IOException {
        var session = session(1100);
        assertEquals(2, run("snippet", session));
        assertTrue(said.contains("-o OUT.py"), said);
        var file = folder.resolve("big.py");
        assertEquals(
                0, run("snippet", session, "-o", file.toString(), "--reduction", "none", "--reduction", "mean"), said);
        assertTrue(Files.exists(folder.resolve("big.npz")));
        assertTrue(Files.size(file) < 20_000, "the numbers are in the code");
        assumeTrue(Python.has("numpy"), "no python3 with numpy on this machine");
        var outcome = Python.run(folder, "big.py");
        assertEquals(0, outcome.exit(), outcome::said);
        assertTrue(outcome.said().contains("none, summed"), outcome::said);
    }

    @Test
    void saysWhatItDoesNotKnow() throws IOException {
        var session = session(4);
        assertEquals(2, run("snippet", session, "--framework", "theano"));
        assertTrue(said.contains("numpy, tensorflow, tf1, keras, pytorch, jax"), said);
        assertEquals(2, run("snippet", session, session));
        assertEquals(2, run("snippet"));
        assertEquals(2, run("snippet", session, "--loss", "soft_dice", "--param", "alpha=1"));
        assertEquals(3, run("snippet", session, "--loss", "soft_dice", "--reduction", "mean_over_class"));
        assertTrue(said.contains("does not apply"), said);
        assertEquals(
                4, run("snippet", session, "-o", folder.resolve("no/such.py").toString()));
        assertFalse(said.isBlank());
    }
}
