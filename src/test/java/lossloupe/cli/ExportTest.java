package lossloupe.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {
    @TempDir
    Path folder;

    private String said = "";

    private int run(String... args) {
        var err = new ByteArrayOutputStream();
        var out = new ByteArrayOutputStream();
        int exit = Cli.run(out, err, new ByteArrayInputStream(new byte[0]), new NoDesktop(), args);
        said = err.toString(StandardCharsets.UTF_8);
        return exit;
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void aSavedStyleGivesTheSameBytesAgain() throws IOException {
        var style = file("style.json");
        int first = run(
                "export",
                "--figure",
                "comparison",
                "-o",
                file("a.pdf"),
                "--size",
                "175mm",
                "--text",
                "9",
                "--theme",
                "dark",
                "--without",
                "axes,bars",
                "--loss-top",
                "3",
                "--save-style",
                style);
        assertEquals(Exit.DONE, first, said);
        assertEquals(Exit.DONE, run("export", "--figure", "comparison", "-o", file("b.pdf"), "--style", style), said);
        assertArrayEquals(Files.readAllBytes(folder.resolve("a.pdf")), Files.readAllBytes(folder.resolve("b.pdf")));
        run("export", "--figure", "comparison", "-o", file("c.pdf"), "--style", style, "--text", "8");
        assertFalse(java.util.Arrays.equals(
                Files.readAllBytes(folder.resolve("a.pdf")), Files.readAllBytes(folder.resolve("c.pdf"))));
    }

    @Test
    void partsAreLeftAway() throws IOException {
        run("export", "--figure", "loss_a", "-o", file("a.svg"));
        run("export", "--figure", "loss_a", "-o", file("b.svg"), "--without", "axes");
        run("export", "--figure", "loss_a", "-o", file("c.svg"), "--without", "headings,bars");
        assertTrue(Files.readString(folder.resolve("a.svg")).contains(">position</text"));
        assertFalse(Files.readString(folder.resolve("b.svg")).contains(">position</text"));
        assertTrue(Files.readString(folder.resolve("b.svg")).contains(">Sigmoid cross-entropy</text"));
        assertFalse(Files.readString(folder.resolve("c.svg")).contains(">Sigmoid cross-entropy</text"));
    }

    @Test
    void whatCannotBeMeantIsSaid() throws IOException {
        assertEquals(Exit.USAGE, run("export", "-o", file("a.pdf"), "--without", "title"));
        assertEquals(Exit.USAGE, run("export", "-o", file("a.pdf"), "--dpi", "3"));
        assertEquals(Exit.USAGE, run("export", "-o", file("a.pdf"), "--gradient-top", "-1"));
        assertEquals(Exit.USAGE, run("export", "-o", file("a.pdf"), "--style", file("none.json")));
        var style =
                Files.writeString(folder.resolve("bad.json"), "{\"text\": 0}").toString();
        assertEquals(Exit.BAD_DATA, run("export", "-o", file("a.pdf"), "--style", style));
        assertTrue(said.contains(style + ": "), said);
        assertFalse(Files.exists(folder.resolve("a.pdf")));
    }

    @Test
    void aPictureBeyondAllMemoryIsRefusedInOneSentence() {
        assertEquals(Exit.NOT_WRITTEN, run("export", "-o", file("big.png"), "--size", "14000x14000pt", "--dpi", "600"));
        assertTrue(said.contains("116667 × 116667 pixels"), said);
        assertFalse(said.contains("Exception"), said);
    }

    @Test
    void aFileThatCannotBeWrittenIsNamedAsItWasTyped() {
        assertEquals(Exit.NOT_WRITTEN, run("export", "-o", file("no/a.pdf")));
        assertTrue(said.contains("«a.pdf»") && said.contains(file("no")), said);
        assertFalse(said.contains(".part"), said);
    }
}
