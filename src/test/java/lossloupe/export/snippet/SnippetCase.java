package lossloupe.export.snippet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import lossloupe.compute.LossEngine;
import lossloupe.compute.Pass;
import lossloupe.document.Document;
import lossloupe.document.LossChoice;
import lossloupe.document.LossSetup;
import lossloupe.document.Samples;
import lossloupe.document.WeightPresets;
import lossloupe.loss.Losses;
import lossloupe.reduce.Reduction;
import lossloupe.reduce.WeightArray;
import lossloupe.reduce.WeightGrid;
import lossloupe.reduce.Weights;
import lossloupe.tensor.Axis;
import lossloupe.tensor.DType;
import lossloupe.tensor.DataFormat;

/// One loss over one document, to be written for any framework.
///
/// @param weights in place of the document's own, as `evaluate` reads them
record SnippetCase(String name, Document document, LossChoice loss, Weights weights) {
    private static final Map<String, List<Map<String, String>>> PARAMETERS = Map.of(
            "sigmoid_cross_entropy",
            List.of(
                    Map.of("pos_weight", "2.5"),
                    Map.of("pos_weight", "1,2,4", "label_smoothing", "0.1"),
                    Map.of("label_smoothing", "0.2")),
            "softmax_cross_entropy",
            List.of(Map.of("label_smoothing", "0.1"), Map.of("axis", "position", "label_smoothing", "0.1")),
            "sparse_softmax_cross_entropy",
            List.of(
                    Map.of("ignore_index", "1", "class_weight", "1,2,0.5"),
                    Map.of("class_weight", "2", "label_smoothing", "0.1"),
                    Map.of("ignore_index", "0", "class_weight", "1,2,0.5", "label_smoothing", "0.2")),
            "binary_crossentropy",
            List.of(Map.of("epsilon", "0.05")),
            "sigmoid_focal",
            List.of(Map.of("alpha", "none", "gamma", "0.5"), Map.of("gamma", "0")),
            "soft_dice",
            List.of(
                    Map.of("smooth_in", "denominator", "smooth", "1.0E-7", "sums_over", "per_class"),
                    Map.of("activation", "softmax", "sums_over", "per_example")),
            "soft_jaccard",
            List.of(Map.of("sums_over", "per_example_per_class", "activation", "softmax")),
            "tversky",
            List.of(Map.of("alpha", "0.9", "beta", "0.1", "sums_over", "per_class")),
            "lovasz_hinge",
            List.of(
                    Map.of("sums_over", "flattened"),
                    Map.of("sums_over", "per_class"),
                    Map.of("sums_over", "per_example")));

    /// Every loss with several parameters, in both layouts and types, with and without batch and weights.
    static List<SnippetCase> all() {
        var cases = new ArrayList<SnippetCase>();
        for (var format : DataFormat.values()) {
            for (var dtype : List.of(DType.FLOAT64, DType.FLOAT32)) {
                for (int batch : new int[] {1, 2}) {
                    var setup = LossSetup.DEFAULT.withFormat(format).withDType(dtype);
                    var document = Samples.random(new Samples.Recipe(batch, 3, 4, -6, 6, .4, 7), setup);
                    for (var info : Losses.ALL) {
                        var some = new ArrayList<Map<String, String>>(List.of(Map.of()));
                        some.addAll(PARAMETERS.getOrDefault(info.id(), List.of()));
                        some.forEach(p -> cases.addAll(weighted(document, LossChoice.of(info.id(), p))));
                    }
                }
            }
        }
        return cases;
    }

    private static List<SnippetCase> weighted(Document document, LossChoice loss) {
        var shape = document.shape();
        var mask = WeightPresets.ignoringUnlabelled(document);
        var cells = WeightGrid.generate(
                EnumSet.of(Axis.CLASS, Axis.POSITION), shape, (e, c, p) -> (c + p) % 3 == 0 ? 0 : 1 + c + p);
        var zeros = WeightGrid.generate(EnumSet.of(Axis.POSITION), shape, (e, c, p) -> 0);
        int last = document.layout().sizes()[document.layout().sizes().length - 1];
        var factors = new double[last];
        Arrays.setAll(factors, i -> i / 2.0);
        var cases = new ArrayList<SnippetCase>();
        cases.add(of("plain", document, loss, Weights.NONE));
        cases.add(of("cells", document.withWeights(cells), loss, Weights.NONE));
        cases.add(of("array", document, loss, WeightArray.of(new int[] {last}, factors)));
        if (!loss.params().isEmpty()) {
            return cases;
        }
        cases.add(of("balanced", document.withWeights(WeightPresets.balanced(document)), loss, Weights.NONE));
        cases.add(of("mask", document.withWeights(mask), loss, Weights.NONE));
        cases.add(of("zeros", document.withWeights(zeros), loss, Weights.NONE));
        cases.add(of("one", document, loss, WeightArray.of(new int[0], 3)));
        return cases;
    }

    private static SnippetCase of(String weighing, Document document, LossChoice loss, Weights weights) {
        var setup = document.setup();
        var name = String.join(
                "-",
                loss.id(),
                loss.params().toString().replaceAll("[^\\w.]+", "_"),
                setup.format().id(),
                setup.dtype().id(),
                "b" + document.shape().batch(),
                weighing);
        return new SnippetCase(name, document.withSetup(setup.withA(loss).withB(loss)), loss, weights);
    }

    /// The program that asserts every reduction that applies.
    String text(Framework framework) {
        var result = new LossEngine()
                .evaluate(document, null, Pass.PLAIN.with(weights))
                .a();
        return new Snippet(framework, document, List.of(result), List.of(Reduction.values()), "data.npz").text();
    }
}
