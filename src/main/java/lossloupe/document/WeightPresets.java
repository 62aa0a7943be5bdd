package lossloupe.document;

import java.util.EnumSet;
import java.util.Set;
import lossloupe.reduce.WeightGrid;
import lossloupe.tensor.Axis;
import lossloupe.tensor.Plane;

/// The usual ways to fill weights.
public final class WeightPresets {
    private WeightPresets() {}

    /// The axes of one factor per cell of the grid, and per example where there are several.
    public static Set<Axis> elements(Document document) {
        return withExamples(document, EnumSet.of(Axis.CLASS, Axis.POSITION));
    }

    /// Each class by the inverse of how often it occurs, so that all classes weigh the same: b·l / (n · count), as
    /// scikit-learn's `class_weight="balanced"`. A class that does not occur has 1.
    public static WeightGrid balanced(Document document) {
        var shape = document.shape();
        double cells = (double) shape.batch() * shape.length();
        var counts = new double[shape.classes()];
        for (var example : document.examples()) {
            for (int c = 0; c < counts.length; c++) {
                counts[c] += sum(example.labels().get(c));
            }
        }
        return WeightGrid.generate(
                EnumSet.of(Axis.CLASS), shape, (e, c, p) -> counts[c] > 0 ? cells / (counts.length * counts[c]) : 1);
    }

    /// 0 where a position has no class at all, as padding has none; 1 elsewhere.
    public static WeightGrid ignoringUnlabelled(Document document) {
        var axes = withExamples(document, EnumSet.of(Axis.POSITION));
        return WeightGrid.generate(
                axes,
                document.shape(),
                (e, c, p) -> document.example(e).labels().stream().anyMatch(row -> row.get(p) > 0) ? 1 : 0);
    }

    /// The weights read along the other axis of the same length, as broadcasting would read them in the other
    /// layout.
    ///
    /// @throws IllegalStateException where there is no such axis
    public static WeightGrid reread(Document document) {
        var weights = document.weights();
        var shape = document.shape();
        for (var to : weights.mistakableFor(shape)) {
            for (var from : weights.axes()) {
                if (shape.size(from) == shape.size(to)) {
                    return weights.moved(from, to, shape);
                }
            }
        }
        throw new IllegalStateException("weights of this shape can be read in one way alone");
    }

    private static Set<Axis> withExamples(Document document, Set<Axis> axes) {
        if (document.shape().batch() > 1) {
            axes.add(Axis.BATCH);
        }
        return axes;
    }

    private static double sum(Plane plane) {
        double sum = 0;
        for (int k = 0; k < plane.chunkCount(); k++) {
            sum += plane.chunk(k).sum();
        }
        return sum;
    }
}
