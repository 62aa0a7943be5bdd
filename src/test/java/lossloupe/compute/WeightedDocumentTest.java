package lossloupe.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Set;
import lossloupe.document.Document;
import lossloupe.document.Edit;
import lossloupe.document.LossSetup;
import lossloupe.document.Samples;
import lossloupe.document.ShapeEdit;
import lossloupe.document.WeightEdit;
import lossloupe.document.WeightPresets;
import lossloupe.reduce.Reduction;
import lossloupe.reduce.WeightArray;
import lossloupe.reduce.WeightGrid;
import lossloupe.tensor.Axis;
import lossloupe.tensor.DataFormat;
import lossloupe.tensor.Span;
import org.junit.jupiter.api.Test;

/// Weights that belong to a document.
class WeightedDocumentTest {
    /// The seed's labels with every logit 0.5, half the positions out: product.md, lesson 9.
    private static Document halfOut() {
        var document = Samples.seed();
        for (int c = 0; c < 4; c++) {
            var values = new double[12];
            java.util.Arrays.fill(values, 0.5);
            document = new Edit.Values(Edit.Target.LOGITS, 0, c, 0, values).apply(document);
        }
        document = new WeightEdit.Along(EnumSet.of(Axis.POSITION)).apply(document);
        return new WeightEdit.Paint(0, 2, new Span(6, 12), 0).apply(document);
    }

    private static LossResult a(Document document) {
        return new LossEngine().evaluate(document, null).a();
    }

    @Test
    void whatIsDividedByDecidesWhatIgnoringMeans() {
        var result = a(halfOut());
        assertEquals(0.828244, result.reduced(Reduction.EXACT_SUM_BY_NONZERO_WEIGHTS), 1e-6);
        assertEquals(0.414122, result.reduced(Reduction.EXACT_SUM_OVER_BATCH_SIZE), 1e-6);
        assertEquals(0.414122, result.reduced(Reduction.MEAN), 1e-6);
        assertEquals(0, result.gradientOf(Reduction.MEAN, 0, 1, 7), 0);
        assertEquals(1, result.weight(0, 3, 5));
    }

    @Test
    void theLayoutMovesNoWeight() {
        var first = halfOut();
        var last = first.withSetup(first.setup().withFormat(DataFormat.CHANNELS_LAST));
        for (var reduction : Reduction.values()) {
            boolean keras = reduction.isOfKeras();
            if (reduction.isScalar() && !keras) {
                assertEquals(a(first).reduced(reduction), a(last).reduced(reduction), reduction.id());
            }
        }
        // In channels_first Keras has averaged positions away before weights come.
        assertFalse(a(first).takes(Reduction.KERAS_SUM));
        assertTrue(Double.isNaN(a(first).reduced(Reduction.KERAS_SUM)));
        assertTrue(a(last).takes(Reduction.KERAS_SUM));
        assertEquals(0.414122, a(last).reduced(Reduction.KERAS_SUM_OVER_BATCH_SIZE), 1e-6);
    }

    @Test
    void theyAreWhatAnArrayOfTheirShapeIs() {
        var document = halfOut();
        var array = WeightArray.of(new int[] {12}, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0);
        var bare = document.withWeights(WeightGrid.none());
        var asArray = new LossEngine().evaluate(bare, null, Pass.PLAIN.with(array));
        var own = new LossEngine().evaluate(document, null);
        for (var reduction : Reduction.values()) {
            if (reduction.isScalar() && !reduction.isOfKeras()) {
                assertEquals(asArray.a().reduced(reduction), own.a().reduced(reduction), reduction.id());
                assertEquals(asArray.b().reduced(reduction), own.b().reduced(reduction), reduction.id());
                assertEquals(asArray.b().floor(reduction), own.b().floor(reduction), reduction.id());
            }
        }
    }

    @Test
    void aLossThatDropsTheirAxisGoesWithoutThem() {
        var document = new WeightEdit.Along(EnumSet.of(Axis.CLASS)).apply(Samples.seed());
        var weighted = new WeightEdit.Paint(0, 1, Span.at(3), 5).apply(document);
        var evaluation = new LossEngine().evaluate(weighted, null);
        assertTrue(evaluation.b().weights().isNone());
        assertEquals(
                new LossEngine().evaluate(Samples.seed(), null).b().reduced(Reduction.MEAN),
                evaluation.b().reduced(Reduction.MEAN));
        assertEquals(5, evaluation.a().weight(0, 1, 11));
        assertEquals(5, evaluation.weights().get(0, 1, 11));
        assertEquals(1, evaluation.weights().get(0, 0, 11));
    }

    @Test
    void theFirstPaintGivesEveryCellAFactor() {
        var painted = new WeightEdit.Paint(0, 1, new Span(2, 4), 0).apply(Samples.seed());
        assertEquals(Set.of(Axis.CLASS, Axis.POSITION), painted.weights().axes());
        assertEquals(0, painted.weights().at(0, 1, 3));
        assertEquals(1, painted.weights().at(0, 0, 3));
        assertEquals(
                painted, new WeightEdit.Paint(0, 1, new Span(2, 4), 0).apply(painted), "painting nothing is no step");
    }

    @Test
    void theyFollowTheShape() {
        var all = EnumSet.allOf(Axis.class);
        var document = Samples.random(Samples.Recipe.dummy(1), LossSetup.DEFAULT);
        document = document.withWeights(WeightGrid.generate(all, document.shape(), (e, c, p) -> 100 * e + 10 * c + p));
        var grown = new ShapeEdit.BatchSize(3).apply(new ShapeEdit.Length(12).apply(document));
        assertEquals(149, grown.weights().at(1, 4, 9));
        assertEquals(1, grown.weights().at(1, 4, 10));
        assertEquals(1, grown.weights().at(2, 0, 0));
        var removed = new ShapeEdit.RemoveExample(0).apply(document);
        assertEquals(123, removed.weights().at(0, 2, 3));
        var moved = new lossloupe.document.ClassEdit.Move(4, 0).apply(document);
        assertEquals(43, moved.weights().at(0, 0, 3));
        var less = new lossloupe.document.ClassEdit.Remove(0).apply(document);
        assertEquals(13, less.weights().at(0, 0, 3));
    }

    @Test
    void presetsAreWhatTheySay() {
        var seed = Samples.seed();
        // 12 positions, 4 classes, 2 + 4 + 3 + 7 labels.
        var balanced = WeightPresets.balanced(seed);
        assertEquals(12 / (4 * 2.0), balanced.at(0, 0, 0));
        assertEquals(12 / (4 * 7.0), balanced.at(0, 3, 5));
        var labelled = WeightPresets.ignoringUnlabelled(seed);
        assertEquals(0, labelled.at(0, 1, 3));
        assertEquals(11, labelled.sumAsGiven());
    }
}
