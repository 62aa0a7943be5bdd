package lossloupe.loss;

import java.util.function.DoubleUnaryOperator;
import lossloupe.tensor.Chunk;
import lossloupe.tensor.DType;

/// An elementwise loss on a sigmoid that is written over arrays, of doubles and of floats: functions of the logits are
/// computed in the type itself, what is made of them in doubles and rounded once, unless a loss says otherwise.
interface ArrayLoss extends ElementwiseLoss {
    double[] values(double[] x, double[] z);

    float[] values(float[] x, float[] z);

    double[] slopes(double[] x, double[] z);

    float[] slopes(float[] x, float[] z);

    /// The least loss at a label; NaN where it is not known, −infinity where there is none.
    double floor(double label, DType dtype);

    @Override
    default Chunk terms(Chunk logits, Chunk labels, DType dtype) {
        return dtype == DType.FLOAT32
                ? Chunk.of(values(Inputs.floats(logits), Inputs.floats(labels)))
                : Chunk.of(values(Inputs.doubles(logits), Inputs.doubles(labels)));
    }

    @Override
    default Chunk gradient(Chunk logits, Chunk labels, DType dtype) {
        return dtype == DType.FLOAT32
                ? Chunk.of(slopes(Inputs.floats(logits), Inputs.floats(labels)))
                : Chunk.of(slopes(Inputs.doubles(logits), Inputs.doubles(labels)));
    }

    @Override
    default Chunk probabilities(Chunk logits, DType dtype) {
        return Sigmoids.probabilities(logits, dtype);
    }

    @Override
    default Chunk floors(Chunk labels, DType dtype) {
        return Sigmoids.floors(labels, dtype, z -> floor(z, dtype));
    }

    @Override
    default DoubleUnaryOperator curve(CellContext cell) {
        double[] z = {cell.label()};
        float[] rounded = {(float) cell.label()};
        return cell.dtype() == DType.FLOAT32
                ? x -> values(new float[] {(float) x}, rounded)[0]
                : x -> values(new double[] {x}, z)[0];
    }

    @Override
    default double floor(CellContext cell) {
        return floor(cell.label(), cell.dtype());
    }
}
