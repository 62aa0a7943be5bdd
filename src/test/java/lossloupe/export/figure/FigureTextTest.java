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
import lossloupe.equality.Claim;
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
        return written(FigureKind.STACK, name, FigureStyle.PAPER.titled(title));
    }

    private Path written(FigureKind kind, String name, FigureStyle style) throws IOException {
        var evaluation = new LossEngine().evaluate(Samples.seed(), null);
        var input = FigureInput.of(evaluation, Strings.of(Locale.JAPANESE));
        var file = folder.resolve(name);
        FigureFile.write(Figure.of(kind, input, style), file);
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

    /// What TensorFlow printed under seed 2, beside what its packets make of 4 x 12 cells, which have no tail.
    @Test
    void equalityTellsVerdictStepsAndDistanceOfEveryTest() throws IOException {
        var style = FigureStyle.PAPER.sized(FigureSize.of("175mm"));
        try (var pdf =
                Loader.loadPDF(written(FigureKind.EQUALITY, "a.pdf", style).toFile())) {
            var stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            var lines = stripper.getText(pdf)
                    .lines()
                    .map(l -> l.replaceAll("\\s+", " ").strip())
                    .toList();
            assertTrue(lines.contains("e2 (l2 == t_l2.T).all() \u2248 1 1.1e\u221216 = 0 0 = 0 0"), lines.toString());
            assertTrue(lines.contains("eb (bl == t_bl.transpose(0,2,1)).all() = 0 0 = 0 0 = 0 0"), lines.toString());
            for (var claim : Claim.values()) {
                assertEquals(
                        1,
                        lines.stream()
                                .filter(l -> l.startsWith(claim.id() + " "))
                                .count(),
                        claim.id());
            }
        }
    }
}
