package lossloupe.export.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import lossloupe.compute.LossEngine;
import lossloupe.document.Samples;
import lossloupe.i18n.Strings;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Text in PDF and SVG can be searched and copied, in Japanese too.
class FigureTextTest {
    private static final String TITLE = "損失σ(z)とΔロジット「クラス」";

    @TempDir
    Path folder;

    private Path written(String name, String title) throws IOException {
        var evaluation = new LossEngine().evaluate(Samples.seed(), null);
        var input = FigureInput.of(evaluation, Strings.of(Locale.JAPANESE));
        var file = folder.resolve(name);
        FigureFile.write(Figure.of(FigureKind.STACK, input, FigureStyle.PAPER.titled(title)), file);
        return file;
    }

    @Test
    void japaneseIsTextInPdfAndItsFacesAreEmbedded() throws IOException {
        try (var pdf = Loader.loadPDF(written("a.pdf", TITLE).toFile())) {
            var text = new PDFTextStripper().getText(pdf);
            for (var expected : List.of(TITLE, "正解ラベル", "位置", "class n")) {
                assertTrue(text.contains(expected), text);
            }
            var names = new HashSet<String>();
            for (var xobject : pdf.getPage(0).getResources().getXObjectNames()) {
                var form = (org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject)
                        pdf.getPage(0).getResources().getXObject(xobject);
                for (var name : form.getResources().getFontNames()) {
                    var font = form.getResources().getFont(name);
                    assertTrue(font.isEmbedded(), font.getName());
                    names.add(font.getName().replaceFirst(".*\\+", ""));
                }
            }
            assertEquals(Set.of("LiberationSans", "LossLoupeSansJP-Regular"), names);
        }
    }

    @Test
    void mixedTextIsOneElementOfAnSvgInFamiliesThatHaveIt() throws IOException {
        var svg = Files.readString(written("a.svg", TITLE));
        assertTrue(svg.contains(">" + TITLE + "</text"), "the title in one piece");
        assertTrue(svg.contains("'Noto Sans JP'"));
        assertFalse(svg.contains("'Dialog'"));
    }

    @Test
    void charactersOfNoFaceLeaveTheOthersText() throws IOException {
        try (var pdf = Loader.loadPDF(written("b.pdf", "損失😀").toFile())) {
            assertTrue(new PDFTextStripper().getText(pdf).contains("損失"));
        }
    }

    @Test
    void runsAreCutWhereTheFaceChanges() {
        var runs = Face.runs("損失σ(z)", 8);
        assertEquals(List.of("損失", "σ(z)"), runs.stream().map(Face.Run::text).toList());
        assertEquals(
                List.of("LossLoupe Sans JP", "Liberation Sans"),
                runs.stream().map(r -> r.font().getFamily()).toList());
    }
}
