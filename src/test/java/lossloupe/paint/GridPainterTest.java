package lossloupe.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import lossloupe.compute.LossEngine;
import lossloupe.document.Document;
import lossloupe.document.Example;
import lossloupe.document.Samples;
import lossloupe.tensor.DType;
import lossloupe.tensor.DataFormat;
import lossloupe.tensor.Plane;
import org.junit.jupiter.api.Test;

class GridPainterTest {
    private static final int LENGTH = 20_000;

    private static Document withLogits(Plane logits) {
        var seed = Samples.seed();
        var example = new Example(
                Plane.zeros(DType.FLOAT64, LENGTH), List.of(Plane.zeros(DType.UINT8, LENGTH)), List.of(logits));
        return new Document("t", seed.classes().subList(0, 1), List.of(example), seed.batching(), seed.setup());
    }

    private static GridGeometry grid(DataFormat format, double from, double to) {
        return new GridGeometry(format, 1, LENGTH, from, to, 300, 20);
    }

    @Test
    void aSinglePeakIsSeenAtEveryZoom() {
        var random = new Random(11);
        for (int i = 0; i < 40; i++) {
            int peak = random.nextInt(LENGTH);
            var document = withLogits(Plane.generate(DType.FLOAT32, LENGTH, p -> p == peak ? 9 : 0));
            var field = new LossEngine().evaluate(document, null).logits();
            double span = 300 + random.nextInt(LENGTH - 300);
            double from = Math.clamp(peak - random.nextDouble() * span, 0, LENGTH - span);
            var colors = new CellColors.Diverging(ColorScale.diverging(9, Palette.LIGHT));
            var pixels =
                    GridPainter.paint(field, 0, grid(DataFormat.CHANNELS_FIRST, from, from + span), colors, 1 + i % 2);
            int top = ColorScale.diverging(9, Palette.LIGHT).color(9);
            assertTrue(Arrays.stream(pixels.argb()).anyMatch(c -> c == top), "draw " + i + " of seed 11");
        }
    }

    @Test
    void everyPixelShowsTheExtremesOfWhatItCovers() {
        var random = new Random(12);
        var values = random.doubles(LENGTH, -5, 5).toArray();
        var field =
                new LossEngine().evaluate(withLogits(Plane.of(values)), null).logits();
        var scale = ColorScale.diverging(5, Palette.DARK);
        var geometry = grid(DataFormat.CHANNELS_FIRST, 123.4, 17_345.6);
        var pixels = GridPainter.paint(field, 0, geometry, new CellColors.Diverging(scale), 1);
        for (int x = 0; x < pixels.width(); x++) {
            int from = (int) Math.floor(geometry.positionAt(x));
            int to = Math.min(LENGTH, (int) Math.ceil(geometry.positionAt(x + 1)));
            double max = Arrays.stream(values, from, to).max().orElseThrow();
            double min = Arrays.stream(values, from, to).min().orElseThrow();
            assertEquals(scale.color(max), pixels.argb()[x], "max at column " + x);
            assertEquals(scale.color(min), pixels.argb()[15 * pixels.width() + x], "min at column " + x);
        }
    }

    @Test
    void layoutsPaintTheSamePictureTurned() {
        var values = new Random(13).doubles(LENGTH, -5, 5).toArray();
        var field =
                new LossEngine().evaluate(withLogits(Plane.of(values)), null).logits();
        var colors = new CellColors.Diverging(ColorScale.diverging(5, Palette.LIGHT));
        var first = GridPainter.paint(field, 0, grid(DataFormat.CHANNELS_FIRST, 0, LENGTH), colors, 1);
        var last = GridPainter.paint(field, 0, grid(DataFormat.CHANNELS_LAST, 0, LENGTH), colors, 1);
        for (int y = 0; y < first.height(); y++) {
            for (int x = 0; x < first.width(); x++) {
                assertEquals(first.argb()[y * first.width() + x], last.argb()[x * last.width() + y]);
            }
        }
    }

    @Test
    void notANumberIsMarked() {
        var field = new LossEngine()
                .evaluate(withLogits(Plane.generate(DType.FLOAT64, LENGTH, p -> p == 777 ? Double.NaN : 0)), null)
                .logits();
        var colors = new CellColors.Diverging(ColorScale.diverging(5, Palette.LIGHT));
        var pixels = GridPainter.paint(field, 0, grid(DataFormat.CHANNELS_FIRST, 0, LENGTH), colors, 1);
        assertTrue(Arrays.stream(pixels.argb()).anyMatch(c -> c == Palette.NAN));
    }
}
