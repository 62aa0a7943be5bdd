package lossloupe.compute;

import java.util.List;
import lossloupe.reduce.Output;
import lossloupe.reduce.Reduction;
import lossloupe.reduce.Strides;
import lossloupe.reduce.Weights;
import lossloupe.tensor.Axis;
import lossloupe.tensor.Shape;

/// What a loss returns, element by element: for weights and for reductions that return arrays, which no cell keeps.
///
/// @param field the output over `shape`, whose dropped axis has size 1
record Elements(Output output, Field field) {
    /// One element of the output.
    interface Visitor {
        void visit(int example, int cls, int position, double value);
    }

    /// Visits rows within examples.
    void each(Visitor visitor) {
        Shape shape = field.shape();
        for (int e = 0; e < shape.batch(); e++) {
            for (int c = 0; c < shape.classes(); c++) {
                for (int p = 0; p < shape.length(); p++) {
                    visitor.visit(e, c, p, field.get(e, c, p));
                }
            }
        }
    }

    /// The result of a reduction that returns an array, in memory order.
    double[] array(Reduction reduction, Weights weights) {
        var left = reduction.axesLeft(output);
        long size = output.count(left);
        var strides = Strides.of(left, output::size);
        var sums = new CompensatedArray(Math.toIntExact(size));
        var early = reduction.isOfKeras() ? Weights.NONE : weights;
        var factors = early.over(output, output.axes());
        each((e, c, p, value) -> sums.add((int) strides.flat(e, c, p), value * factors.at(e, c, p)));
        double scale = 1 / reduction.gradientScale(output, Weights.NONE);
        var result = sums.values();
        for (int i = 0; i < result.length; i++) {
            result[i] /= scale;
        }
        if (reduction.isOfKeras() && !weights.isNone()) {
            var late = weights.over(output, left);
            eachOf(left, (e, c, p) -> {
                int i = (int) strides.flat(e, c, p);
                result[i] *= late.at(e, c, p);
            });
        }
        return result;
    }

    private interface Place {
        void at(int example, int cls, int position);
    }

    private void eachOf(List<Axis> axes, Place place) {
        for (int e = 0; e < sizeIn(axes, Axis.BATCH); e++) {
            for (int c = 0; c < sizeIn(axes, Axis.CLASS); c++) {
                for (int p = 0; p < sizeIn(axes, Axis.POSITION); p++) {
                    place.at(e, c, p);
                }
            }
        }
    }

    private int sizeIn(List<Axis> axes, Axis axis) {
        return axes.contains(axis) ? output.size(axis) : 1;
    }
}
