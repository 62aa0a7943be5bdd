package lossloupe.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import lossloupe.tensor.Batching;
import lossloupe.tensor.DType;
import lossloupe.tensor.Plane;

/// The documents that the program can make by itself: the example of the question it began with, and random ones.
public final class Samples {
    private static final double[] SERIES = {0, 1, 1, 0, 23, 22, 20, 14, 9, 2, 0, 0};

    private static final byte[][] LABELS = {
        {0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0},
        {0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0},
        {0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0},
        {1, 1, 1, 0, 0, 0, 0, 0, 1, 1, 1, 1}
    };

    /// The logits of the drawing: a network half-way through its training.
    private static final double[][] LOGITS = {
        {-1.8, 1.9, 2.4, -.6, -2.2, -3.1, -2.6, -2.0, -2.4, -1.7, -2.1, -2.9},
        {-2.7, -1.2, -.9, .4, 2.8, 3.3, 2.6, 2.1, .3, -1.1, -2.4, -2.8},
        {-2.9, -2.2, -2.5, -.8, -1.9, -1.4, .2, 2.3, 2.7, 1.6, -.7, -1.9},
        {2.2, 1.1, .8, .5, -1.6, -2.3, -2.7, -1.9, .9, 1.8, 2.5, 2.6}
    };

    private Samples() {}

    /// The series of length 12 with its four overlapping classes.
    public static Document seed() {
        var example = new Example(
                Plane.of(SERIES),
                IntStream.range(0, 4).mapToObj(c -> Plane.of(LABELS[c])).toList(),
                IntStream.range(0, 4).mapToObj(c -> Plane.of(LOGITS[c])).toList());
        var classes = new ArrayList<>(
                IntStream.range(0, 3).mapToObj(ClassInfo::numbered).toList());
        classes.add(new ClassInfo("class n", ClassInfo.defaultColour(3)));
        return new Document("seed", classes, List.of(example), Batching.UNBATCHED, LossSetup.DEFAULT);
    }

    /// What a random document is made of.
    ///
    /// @param low least logit
    /// @param high upper bound of the logits
    /// @param positive probability of a label 1
    public record Recipe(int batch, int classes, int length, double low, double high, double positive, long seed) {
        /// The dummy data of the question: c = 5, p = 10, b = 2, logits uniform in [0,1), labels 1 with
        /// probability 0.2.
        public static Recipe dummy(long seed) {
            return new Recipe(2, 5, 10, 0, 1, 0.2, seed);
        }
    }

    /// Independent draws for every cell; the same recipe gives the same document on every machine.
    public static Document random(Recipe recipe, LossSetup setup) {
        var random = new Random(recipe.seed());
        var examples = new ArrayList<Example>();
        for (int b = 0; b < recipe.batch(); b++) {
            var labels = new ArrayList<Plane>();
            var logits = new ArrayList<Plane>();
            for (int c = 0; c < recipe.classes(); c++) {
                logits.add(Plane.generate(
                        DType.FLOAT64,
                        recipe.length(),
                        p -> recipe.low() + (recipe.high() - recipe.low()) * random.nextDouble()));
                labels.add(Plane.generate(
                        DType.UINT8, recipe.length(), p -> random.nextDouble() < recipe.positive() ? 1 : 0));
            }
            examples.add(new Example(Plane.zeros(DType.FLOAT64, recipe.length()), labels, logits));
        }
        var classes = IntStream.range(0, recipe.classes())
                .mapToObj(ClassInfo::numbered)
                .toList();
        var batching = recipe.batch() > 1 ? Batching.BATCHED : Batching.UNBATCHED;
        return new Document("random-" + recipe.seed(), classes, examples, batching, setup);
    }
}
