package lossloupe.loss;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import lossloupe.tensor.Chunk;
import lossloupe.tensor.DType;

/// An elementwise loss on a sigmoid whose formula is written once, over arrays of doubles. In float32 the results are
/// those of float64, rounded, unless a loss says otherwise.
interface ArrayLoss extends ElementwiseLoss {
    double[] values(double[] x, double[] z, DType dtype);

    double[] slopes(double[] x, double[] z, DType dtype);

    /// The least loss at a label; NaN where it is not known, −infinity where there is none.
    double floor(double label, DType dtype);

    @Override
    default Chunk terms(Chunk logits, Chunk labels, DType dtype) {
        return Chunk.of(values(Inputs.doubles(logits), Inputs.doubles(labels), dtype))
                .as(dtype);
    }

    @Override
    default Chunk gradient(Chunk logits, Chunk labels, DType dtype) {
        return Chunk.of(slopes(Inputs.doubles(logits), Inputs.doubles(labels), dtype))
                .as(dtype);
    }

    @Override
    default Chunk probabilities(Chunk logits, DType dtype) {
        return Sigmoids.probabilities(logits, dtype);
    }

    @Override
    default Chunk floors(Chunk labels, DType dtype) {
        var out = new double[labels.length()];
        Arrays.setAll(out, i -> floor(labels.get(i), dtype));
        return Chunk.of(out).as(dtype);
    }

    @Override
    default DoubleUnaryOperator curve(CellContext cell) {
        double[] z = {cell.label()};
        return x -> values(new double[] {x}, z, cell.dtype())[0];
    }

    @Override
    default double floor(CellContext cell) {
        return floor(cell.label(), cell.dtype());
    }
}
