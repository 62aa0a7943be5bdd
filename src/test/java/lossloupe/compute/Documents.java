package lossloupe.compute;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import lossloupe.document.ClassInfo;
import lossloupe.document.Document;
import lossloupe.document.Example;
import lossloupe.document.LossChoice;
import lossloupe.document.LossSetup;
import lossloupe.loss.Losses;
import lossloupe.tensor.Batching;
import lossloupe.tensor.DType;
import lossloupe.tensor.Plane;

/// Random documents for tests, and every loss there is.
final class Documents {
    private Documents() {}

    /// Every loss, with each choice of its parameters.
    static List<LossChoice> losses() {
        var all = new ArrayList<LossChoice>();
        for (var info : Losses.ALL) {
            all.add(LossChoice.of(info.id()));
            for (var param : info.params()) {
                for (var choice : param.choices()) {
                    if (!choice.equals(param.defaultValue())) {
                        all.add(LossChoice.of(info.id(), new TreeMap<>(java.util.Map.of(param.id(), choice))));
                    }
                }
            }
        }
        all.add(LossChoice.of("sigmoid_cross_entropy").with("pos_weight", "3").with("label_smoothing", "0.1"));
        all.add(LossChoice.of("softmax_cross_entropy").with("label_smoothing", "0.2"));
        all.add(LossChoice.of("softmax_cross_entropy").with("axis", "position").with("label_smoothing", "0.2"));
        all.add(LossChoice.of("sparse_softmax_cross_entropy")
                .with("class_weight", "2.5")
                .with("label_smoothing", "0.1")
                .with("ignore_index", "1"));
        all.add(LossChoice.of("tversky")
                .with("alpha", "0.3")
                .with("beta", "0.7")
                .with("activation", "softmax"));
        all.add(LossChoice.of("soft_dice").with("sums_over", "per_class").with("activation", "softmax"));
        all.add(LossChoice.of("sigmoid_focal").with("alpha", "none").with("gamma", "1.5"));
        return all;
    }

    /// How large, and what the numbers are like.
    record Recipe(int batch, int classes, int length, DType labels, DType logits) {
        static Recipe small() {
            return new Recipe(2, 4, 9, DType.UINT8, DType.FLOAT64);
        }
    }

    /// Logits of normal size, labels that overlap and leave gaps; soft ones where they are not stored as uint8.
    static Document random(Recipe recipe, LossSetup setup, Random random) {
        DoubleSupplier label = recipe.labels() == DType.UINT8
                ? () -> random.nextDouble() < 0.3 ? 1 : 0
                : () -> random.nextInt(4) == 0 ? random.nextInt(2) : random.nextDouble();
        return document(recipe, setup, label, () -> 3 * random.nextGaussian());
    }

    static Document document(Recipe recipe, LossSetup setup, DoubleSupplier label, DoubleSupplier logit) {
        var examples = IntStream.range(0, recipe.batch())
                .mapToObj(b -> new Example(
                        Plane.zeros(DType.FLOAT64, recipe.length()),
                        rows(recipe.classes(), recipe.labels(), recipe.length(), label),
                        rows(recipe.classes(), recipe.logits(), recipe.length(), logit)))
                .toList();
        var classes = IntStream.range(0, recipe.classes())
                .mapToObj(ClassInfo::numbered)
                .toList();
        var batching = recipe.batch() > 1 ? Batching.BATCHED : Batching.UNBATCHED;
        return new Document("random", classes, examples, batching, setup);
    }

    private static List<Plane> rows(int classes, DType dtype, int length, DoubleSupplier next) {
        return IntStream.range(0, classes)
                .mapToObj(c -> Plane.generate(dtype, length, p -> next.getAsDouble()))
                .toList();
    }

    static LossSetup setup(LossChoice loss, DType dtype) {
        return LossSetup.DEFAULT.withA(loss).withB(loss).withDType(dtype);
    }

    static LossResult evaluate(Document document) {
        return new LossEngine().evaluate(document, null).a();
    }
}
