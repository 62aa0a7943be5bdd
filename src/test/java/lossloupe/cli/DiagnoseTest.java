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
import lossloupe.doctor.Fault;
import lossloupe.document.Document;
import lossloupe.document.Samples;
import lossloupe.io.SessionFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiagnoseTest {
    private record Run(int exit, String out, String err) {}

    @TempDir
    Path folder;

    private static Run run(String... args) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int exit = Cli.run(out, err, new ByteArrayInputStream(new byte[0]), new NoDesktop(), args);
        return new Run(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private String file(String name, Document document) throws IOException {
        var file = folder.resolve(name);
        SessionFile.write(document, file);
        return file.toString();
    }

    @Test
    void healthyFilesEndWithZeroAndFaultsWithOne() throws IOException {
        var healthy = file("seed.lossloupe", Samples.seed());
        var clear = run("diagnose", healthy);
        assertEquals(0, clear.exit(), clear.out());
        assertEquals("", clear.err());
        assertTrue(clear.out().contains("nothing above a note"), clear.out());
        var broken = run("diagnose", healthy, file("b.lossloupe", Fault.LABELS_RESHAPED.in(Samples.seed())));
        assertEquals(1, broken.exit());
        assertTrue(broken.out().contains("fault: Labels were reshaped instead of transposed"), broken.out());
    }

    @Test
    void whatIsExpectedDecidesWhatOverlapsMean() throws IOException {
        var seed = file("seed.lossloupe", Samples.seed());
        assertEquals(1, run("diagnose", seed, "--expect", "softmax").exit());
        assertEquals(0, run("diagnose", seed, "--expect", "sigmoid").exit());
        assertEquals(2, run("diagnose", seed, "--expect", "relu").exit());
        assertEquals(2, run("diagnose").exit());
    }

    @Test
    void jsonNamesFindingsWithTheirEvidence() throws IOException {
        var run = run("diagnose", file("b.lossloupe", Fault.SIGMOID_TWICE.in(Samples.seed())), "--format", "json");
        assertEquals(1, run.exit());
        var json = new ObjectMapper().readTree(run.out());
        assertEquals("lossloupe-diagnosis/1", json.path("schema").asText());
        var result = json.path("results").path(0);
        assertEquals("[4,12]", result.path("shape").toString());
        var first = result.path("findings").path(0);
        assertEquals("logitsAreSigmoid", first.path("id").asText());
        assertEquals("fault", first.path("severity").asText());
        assertTrue(first.path("confidence").asDouble() > 0.9);
        assertTrue(first.path("repairable").asBoolean());
    }

    @Test
    void labelsInAnotherLayoutThanLogitsAreAFault() throws IOException {
        var file = Files.writeString(
                folder.resolve("t.json"),
                "{\"labels\": [[1,0],[1,0],[0,1]], \"logits\": [[3.5,2.5,-4.5],[-2.5,-3.5,1.5]]}");
        var run = run("diagnose", file.toString());
        assertEquals(1, run.exit());
        assertTrue(run.out().contains("Labels lie in another layout than logits"), run.out());
        assertTrue(run.out().contains("[3, 2]"), run.out());
    }

    @Test
    void aBadFileIsOneSentenceAndTheRestIsExamined() throws IOException {
        var run = run("diagnose", folder.resolve("none.npz").toString(), file("seed.lossloupe", Samples.seed()));
        assertEquals(3, run.exit());
        assertEquals(1, run.err().lines().count());
        assertTrue(run.out().contains("[4, 12]"));
    }
}
