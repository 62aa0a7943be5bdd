package lossloupe.view.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import lossloupe.document.Document;
import lossloupe.document.Example;
import lossloupe.tensor.DType;
import lossloupe.tensor.Plane;

/// Logits for a whole document at once: nothing learnt, all learnt, or noise.
final class LogitPresets {
    /// Range of random logits, wide enough to be seen on the scale of the map.
    private static final double NOISE = 3;

    private LogitPresets() {}

    static Document zero(Document document) {
        return map(document, (labels, dtype) -> Plane.zeros(dtype, labels.length()));
    }

    /// The logit of each label, `ln z/(1−z)`, held within ±`size`: as sure as a network can be told to be.
    static Document ideal(Document document, double size) {
        return map(
                document,
                (labels, dtype) -> Plane.generate(dtype, labels.length(), p -> {
                    double z = Math.clamp(labels.get(p), 0, 1);
                    return Double.isNaN(z) ? 0 : Math.clamp(Math.log(z / (1 - z)), -size, size);
                }));
    }

    /// Uniform in [−3, 3), the same for the same random seed on every machine.
    static Document random(Document document, long seed) {
        var random = new Random(seed);
        return map(
                document,
                (labels, dtype) -> Plane.generate(
                        dtype, labels.length(), p -> Math.rint((random.nextDouble() * 2 - 1) * NOISE * 1e3) / 1e3));
    }

    private interface Row {
        Plane logits(Plane labels, DType dtype);
    }

    private static Document map(Document document, Row row) {
        var examples = new ArrayList<Example>();
        for (var example : document.examples()) {
            var dtype = example.logits().getFirst().dtype() == DType.FLOAT32 ? DType.FLOAT32 : DType.FLOAT64;
            List<Plane> logits =
                    example.labels().stream().map(z -> row.logits(z, dtype)).toList();
            examples.add(new Example(example.series(), example.labels(), logits));
        }
        return document.withExamples(examples);
    }
}
