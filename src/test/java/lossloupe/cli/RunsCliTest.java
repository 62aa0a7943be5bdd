package lossloupe.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Labels as runs, sound, and files that belong together, on the command line.
class RunsCliTest {
    private static final String FORMATS = "src/test/resources/formats/";

    @TempDir
    private Path folder;

    private String logits = "";
    private String out = "";
    private String said = "";

    @BeforeEach
    void write() throws IOException {
        logits = Files.writeString(folder.resolve("logits.csv"), "0.5,-1,2,0,0,1,3,-2,0.25,1\n1,1,0,0,2,1,-1,0,0,0.5\n")
                .toString();
    }

    private int run(String... args) {
        var bytes = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int exit = Cli.run(bytes, err, new ByteArrayInputStream(new byte[0]), new NoDesktop(), args);
        out = bytes.toString(StandardCharsets.UTF_8);
        said = err.toString(StandardCharsets.UTF_8);
        return exit;
    }

    private double mean() throws IOException {
        return new ObjectMapper()
                .readTree(out)
                .path("results")
                .path(0)
                .path("reduced")
                .path("mean")
                .asDouble();
    }

    @Test
    void runsAreLabelsByOptionAndBesideAFile() throws IOException {
        var dense = Files.writeString(folder.resolve("labels.csv"), "1,1,1,0,0,0,0,0,0,1\n0,0,1,1,1,1,0,0,0,0\n")
                .toString();
        assertEquals(0, run("evaluate", "--labels", dense, "--logits", logits, "--format", "json"), said);
        double expected = mean();
        assertTrue(expected > 0.1);
        assertEquals(
                0, run("evaluate", "--labels", FORMATS + "runs.csv", "--logits", logits, "--format", "json"), said);
        assertEquals(expected, mean());
        assertEquals(0, run("evaluate", logits, "--with", FORMATS + "runs.csv", "--format", "json"), said);
        assertEquals(expected, mean());
    }

    @Test
    void secondsWithoutARateAreRefusedAndWithOneTaken() throws IOException {
        assertEquals(3, run("evaluate", logits, "--with", FORMATS + "track.txt"));
        assertTrue(said.contains("--rate"), said);
        assertEquals(0, run("evaluate", logits, "--with", FORMATS + "track.txt", "--rate", "10"), said);
        assertTrue(out.contains("per class: QRS"), out);
        assertEquals(2, run("evaluate", logits, "--with", FORMATS + "track.txt", "--rate", "0"));
    }

    @Test
    void soundAndItsLabelsBecomeArraysAndRunsAgain() throws IOException {
        var track =
                Files.writeString(folder.resolve("t.txt"), "0.01\t0.03\tcall\n").toString();
        var runs = folder.resolve("back.runs.csv");
        assertEquals(0, run("convert", FORMATS + "pcm8.wav", runs.toString(), "--with", track), said);
        assertEquals("start,end,class\n1,3,call\n", Files.readString(runs));
    }
}
