package lossloupe.document;

import lossloupe.reduce.Reduction;
import lossloupe.tensor.DType;
import lossloupe.tensor.DataFormat;

/// How the numbers are looked at: the two losses compared, the reduction, the layout, the arithmetic, the label rule.
///
/// @param reduction id of the reduction chosen, as `mean` (see cli.md)
/// @param dtype FLOAT64 or FLOAT32: the type in which losses are computed
public record LossSetup(
        LossChoice a, LossChoice b, String reduction, DataFormat format, DType dtype, LabelMode labelMode) {
    public static final LossSetup DEFAULT = new LossSetup(
            LossChoice.of("sigmoid_cross_entropy"),
            LossChoice.of("softmax_cross_entropy"),
            "mean",
            DataFormat.CHANNELS_FIRST,
            DType.FLOAT64,
            LabelMode.OVERLAPPING);

    /// The reduction shown largest: the one chosen, or the mean where that gives an array.
    public Reduction shownReduction() {
        return Reduction.of(reduction).orMean();
    }

    public LossSetup withA(LossChoice choice) {
        return new LossSetup(choice, b, reduction, format, dtype, labelMode);
    }

    public LossSetup withB(LossChoice choice) {
        return new LossSetup(a, choice, reduction, format, dtype, labelMode);
    }

    public LossSetup withReduction(String id) {
        return new LossSetup(a, b, id, format, dtype, labelMode);
    }

    public LossSetup withFormat(DataFormat newFormat) {
        return new LossSetup(a, b, reduction, newFormat, dtype, labelMode);
    }

    public LossSetup withDType(DType newType) {
        return new LossSetup(a, b, reduction, format, newType, labelMode);
    }

    public LossSetup withLabelMode(LabelMode mode) {
        return new LossSetup(a, b, reduction, format, dtype, mode);
    }

    public LossSetup swapped() {
        return new LossSetup(b, a, reduction, format, dtype, labelMode);
    }
}
