package lossloupe.export.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import lossloupe.io.BadFileException;
import lossloupe.paint.Palette;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StyleFileTest {
    @TempDir
    Path folder;

    @Test
    void aStyleComesBackButForItsTitle() throws IOException, BadFileException {
        var style = FigureStyle.PAPER
                .sized(FigureSize.of("175x90mm"))
                .withText(9.5)
                .in(Palette.Mode.DARK)
                .at(600)
                .within(new Ranges(2, 0.1, 1.0 / 3))
                .without(Set.of(Part.LEGEND, Part.BARS));
        var file = folder.resolve("style.json");
        StyleFile.write(style.titled("One of many"), file);
        assertEquals(style, StyleFile.read(file));
    }

    @Test
    void whatIsMissingIsThatOfPaper() throws BadFileException {
        assertEquals(FigureStyle.PAPER, StyleFile.style("{}"));
        assertEquals(FigureStyle.PAPER.withText(10), StyleFile.style("{\"text\": 10}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"size\": | error.style.json",
                "[1] | error.style.object",
                "{\"colour\": 1} | error.style.key",
                "{\"size\": \"85 cm\"} | error.style.value",
                "{\"text\": \"large\"} | error.style.value",
                "{\"text\": 100} | error.style.value",
                "{\"dpi\": 5} | error.style.value",
                "{\"theme\": \"blue\"} | error.style.value",
                "{\"loss_top\": -1} | error.style.value",
                "{\"without\": [\"title\"]} | error.style.value"
            })
    void whatIsNoStyleIsSaid(String text, String key) throws IOException {
        var file = Files.writeString(folder.resolve("bad.json"), text);
        var bad = assertThrows(BadFileException.class, () -> StyleFile.read(file));
        assertEquals(key, bad.key());
        assertEquals("bad.json", bad.fileName());
    }
}
