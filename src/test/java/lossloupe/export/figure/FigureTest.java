package lossloupe.export.figure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import lossloupe.compute.LossEngine;
import lossloupe.document.Document;
import lossloupe.document.Edit;
import lossloupe.document.LossSetup;
import lossloupe.document.Samples;
import lossloupe.i18n.Strings;
import lossloupe.paint.ColorScale;
import lossloupe.paint.Palette;
import lossloupe.tensor.Extremes;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FigureTest {
    @TempDir
    Path folder;

    private static Figure figure(FigureKind kind, Document document, FigureStyle style) {
        var evaluation = new LossEngine().evaluate(document, null);
        return Figure.of(kind, FigureInput.of(evaluation, Strings.of(Locale.ENGLISH)), style);
    }

    private byte[] bytes(Figure figure, String name) throws IOException {
        var file = folder.resolve(name);
        FigureFile.write(figure, file);
        return Files.readAllBytes(file);
    }

    @ParameterizedTest
    @EnumSource
    void everyKindIsWrittenAlikeTwiceInEveryFormat(FigureKind kind) throws IOException {
        for (var ending : new String[] {"png", "svg", "pdf"}) {
            var style = FigureStyle.PAPER.at(100).titled("Title");
            var first = bytes(figure(kind, Samples.seed(), style), "a." + ending);
            var second = bytes(figure(kind, Samples.seed(), style), "b." + ending);
            assertTrue(first.length > 500, kind + "." + ending);
            assertArrayEquals(first, second, kind + "." + ending);
        }
    }

    @ParameterizedTest
    @EnumSource
    void smallLargeAndBrokenDataAreDrawn(FigureKind kind) {
        var single = Samples.random(new Samples.Recipe(1, 1, 1, 0, 1, .5, 1), LossSetup.DEFAULT);
        var batch = Samples.random(new Samples.Recipe(2, 5, 3_000, -4, 4, .1, 2), LossSetup.DEFAULT);
        var broken = new Edit.Values(Edit.Target.LOGITS, 0, 1, 2, Double.NaN, Double.NEGATIVE_INFINITY)
                .apply(Samples.seed());
        for (var document : new Document[] {single, batch, broken}) {
            var figure = figure(kind, document, FigureStyle.PAPER.at(60).in(Palette.Mode.DARK));
            assertTrue(figure.height() > 10);
            assertTrue(figure.pixels().width() > 100);
        }
    }

    @Test
    void textStaysTextInVectorFiles() throws IOException {
        var figure = figure(FigureKind.STACK, Samples.seed(), FigureStyle.PAPER.titled("What softmax pays"));
        var svg = new String(bytes(figure, "a.svg"), java.nio.charset.StandardCharsets.UTF_8);
        assertTrue(svg.contains(">What softmax pays</text"), "text elements");
        assertTrue(svg.contains("Softmax cross-entropy</text"));
        assertFalse(svg.contains("'Dialog'"));
        bytes(figure, "a.pdf");
        try (var pdf = Loader.loadPDF(folder.resolve("a.pdf").toFile())) {
            var text = new PDFTextStripper().getText(pdf);
            assertTrue(text.contains("What softmax pays") && text.contains("class n"), text);
            var box = pdf.getPage(0).getMediaBox();
            assertEquals(85 / 25.4 * 72, box.getWidth(), 0.01);
        }
    }

    @Test
    void aHeatmapOfManyCellsIsOnePicture() throws IOException {
        var large = Samples.random(new Samples.Recipe(1, 5, 3_000, -4, 4, .1, 2), LossSetup.DEFAULT);
        var svg = new String(
                bytes(figure(FigureKind.LOSS_A, large, FigureStyle.PAPER), "a.svg"),
                java.nio.charset.StandardCharsets.UTF_8);
        assertEquals(1, svg.split("<image", -1).length - 1);
        assertTrue(svg.length() < 400_000, svg.length() + " characters");
        var small = new String(
                bytes(figure(FigureKind.LOSS_A, Samples.seed(), FigureStyle.PAPER), "b.svg"),
                java.nio.charset.StandardCharsets.UTF_8);
        assertEquals(0, small.split("<image", -1).length - 1);
    }

    /// Nothing but background above and below is a page half empty.
    @ParameterizedTest
    @CsvSource({"MEMORY, slide", "EQUALITY, slide", "MEMORY, square", "EQUALITY, square", "EQUALITY, 175x120mm"})
    void aPageThatIsHigherThanNeededIsFilled(FigureKind kind, String words) {
        var size = FigureSize.of(words);
        var style = FigureStyle.PAPER.sized(size).withText(size.text()).at(72);
        var image = figure(kind, Samples.seed(), style).image();
        int first = image.getHeight();
        int last = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (image.getRGB(x, y) != Palette.LIGHT.panel()) {
                    first = Math.min(first, y);
                    last = Math.max(last, y);
                }
            }
        }
        assertTrue(first < 0.12 * image.getHeight(), first + " of " + image.getHeight());
        assertTrue(last > 0.88 * image.getHeight(), last + " of " + image.getHeight());
    }

    @Test
    void aPngHasItsResolutionAndSize() throws IOException {
        var style = FigureStyle.PAPER.sized(FigureSize.of("3.35in")).at(300);
        var file = folder.resolve("a.png");
        FigureFile.write(figure(FigureKind.CURVE, Samples.seed(), style), file);
        assertEquals(1005, ImageIO.read(file.toFile()).getWidth());
        var bytes = Files.readAllBytes(file);
        int at = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("pHYs");
        assertEquals(11811, java.nio.ByteBuffer.wrap(bytes).getInt(at + 4));
    }

    /// Whether the cell of class 3 and position 0 wears the same colour in two documents that agree there.
    private static boolean isAlike(FigureKind kind, Ranges ranges) {
        var style = FigureStyle.PAPER.at(60).within(ranges).without(Set.of(Part.values()));
        var tame = Samples.seed();
        for (int c = 0; c < tame.shape().classes(); c++) {
            tame = new Edit.Values(
                            Edit.Target.LOGITS, 0, c, 0, new double[tame.shape().length()])
                    .apply(tame);
        }
        tame = new Edit.Values(Edit.Target.LOGITS, 0, 3, 0, 0.5).apply(tame);
        var wild = new Edit.Values(Edit.Target.LOGITS, 0, 2, 5, 60).apply(tame);
        var pictures =
                Stream.of(tame, wild).map(d -> figure(kind, d, style).image()).toList();
        int x = 31;
        int y = 35;
        return pictures.getFirst().getRGB(x, y) == pictures.getLast().getRGB(x, y);
    }

    @ParameterizedTest
    @EnumSource(names = {"LOSS_A", "LOSS_B", "DIFFERENCE", "GRADIENT_A", "LOGITS"})
    void aFixedRangeGivesAValueTheSameColourInOtherData(FigureKind kind) {
        assertTrue(isAlike(kind, new Ranges(40, 1, 40)));
        assertFalse(isAlike(kind, Ranges.OF_DATA), "a range that follows the data");
    }

    @Test
    void aKeyIsPointedWhereValuesLieBeyondIt() {
        var scale = ColorScale.diverging(2, Palette.LIGHT);
        assertEquals(new ColorBar(scale, false, false), ColorBar.of(scale, seen(-2, 2 + 1e-12)));
        assertEquals(new ColorBar(scale, true, false), ColorBar.of(scale, seen(-2.1, 2)));
        assertEquals(new ColorBar(scale, false, true), ColorBar.of(scale, seen(0, Double.POSITIVE_INFINITY)));
        assertEquals(new ColorBar(scale, false, false), ColorBar.of(scale, new Extremes()));
    }

    private static Extremes seen(double... values) {
        var extremes = new Extremes();
        for (double value : values) {
            extremes.add(value);
        }
        return extremes;
    }

    @ParameterizedTest
    @CsvSource({"2.03, 2.5", "1, 1", "0.021, 0.025", "0.97, 1", "30, 30", "0, 1", "NaN, 1"})
    void aRangeEndsAtARoundNumber(double greatest, double top) {
        assertEquals(top, Ticks.above(greatest), 1e-12);
    }

    @ParameterizedTest
    @CsvSource({
        "85mm, 240.945, 0, 8",
        "3.35in, 241.2, 0, 8",
        "175x90mm, 496.063, 255.118, 8",
        "1600x900, 1200, 675, 23",
        "slide, 960, 540, 18",
        "square, 240.945, 240.945, 8"
    })
    void sizesAreReadAsTheyAreWrittenAndHaveTheirText(String text, double width, double height, double points) {
        var size = FigureSize.of(text);
        assertEquals(width, size.width(), 1e-3);
        assertEquals(height, size.height(), 1e-3);
        assertEquals(points, size.text());
    }

    @ParameterizedTest
    @CsvSource({"wide", "85cm", "0mm", "-3in", "1e9mm", "85mmx", "1..2in"})
    void otherSizesAreRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> FigureSize.of(text));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 11, 6, '[0.0, 2.0, 4.0, 6.0, 8.0, 10.0]'",
        "-0.7, 0.7, 3, '[-0.5, 0.0, 0.5]'",
        "0, 1.4, 2, '[0.0, 1.0]'"
    })
    void ticksAreRound(double low, double high, int most, String expected) {
        assertEquals(expected, Ticks.of(low, high, most).toString().replace("-0.0", "0.0"));
    }

    @Test
    void reductionsThatShowTheSameDigitsShareTheirBars() throws IOException {
        var svg = new String(
                bytes(figure(FigureKind.REDUCED, Samples.seed(), FigureStyle.PAPER), "a.svg"),
                java.nio.charset.StandardCharsets.UTF_8);
        assertEquals(1, svg.split(">0.7577</text", -1).length - 1);
        assertTrue(svg.contains(">mean = tf1.MEAN = "), svg);
    }

    @Test
    void lossPerPositionShowsBothLossesByName() throws IOException {
        var svg = new String(
                bytes(figure(FigureKind.LOSS_PER_POSITION, Samples.seed(), FigureStyle.PAPER), "b.svg"),
                java.nio.charset.StandardCharsets.UTF_8);
        for (var word : List.of("Loss per position", "Sigmoid CE", "Softmax CE", "position")) {
            assertTrue(svg.contains(">" + word + "<"), word);
        }
    }

    @Test
    void aKeyHasFewNumbersHoweverHighItIs() throws IOException {
        var high = FigureStyle.PAPER.sized(FigureSize.of("85x85mm"));
        var svg = new String(
                bytes(figure(FigureKind.PROBABILITIES_A, Samples.seed(), high), "b.svg"),
                java.nio.charset.StandardCharsets.UTF_8);
        assertTrue(svg.contains(">0.5<") || svg.contains(">0.4<"), "a number on the key");
        assertFalse(svg.contains(">0.95<"), "twenty numbers on the key");
    }

    @Test
    void aFileIsCalledByWhatItShowsAndHowLargeItIs() {
        assertEquals(
                "loss_a-85mm",
                figure(FigureKind.LOSS_A, Samples.seed(), FigureStyle.PAPER).name());
    }
}
