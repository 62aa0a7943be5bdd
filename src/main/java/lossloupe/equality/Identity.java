package lossloupe.equality;

import static lossloupe.equality.FormulaFunctions.each;
import static lossloupe.equality.FormulaFunctions.one;
import static lossloupe.equality.FormulaFunctions.reversed;
import static lossloupe.equality.FormulaFunctions.softmax;
import static lossloupe.equality.FormulaFunctions.softmaxCrossEntropy;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import lossloupe.kernel.Functions;

/// Statements about losses that people take for true. Each maps the logits and labels of n classes at one position, and
/// a parameter, to the two sides of an equation.
public enum Identity implements Statement {
    /// The loss of reordered arrays is the reordered loss: an elementwise op knows no layout. Transposing and
    /// reshaping are reorderings of memory; the one tried is the reversal.
    TRANSPOSE("L(Tx, Tz) = T L(x, z), T any reordering", 0),
    /// Sigmoid cross-entropy in the stable form and as softplus(x) − x z.
    SOFTPLUS("max(x,0) − xz + log1p(e^−|x|) = softplus(x) − xz", 0),
    /// The same as a sum over both answers.
    TWO_SIDES("L(x, z) = (1−z) softplus(x) + z softplus(−x)", 0),
    /// The unstable form that books print.
    NAIVE("L(x, z) = −z ln p − (1−z) ln(1−p)", 0),
    /// A constant added to all logits of a position changes no probability of softmax.
    SHIFT_SOFTMAX("softmax(x + c) = softmax(x)", 3),
    /// The same said of sigmoid, which is false.
    SHIFT_SIGMOID("sigmoid(x + c) = sigmoid(x)", 3),
    /// What is left of 1.
    COMPLEMENT("sigmoid(−x) = 1 − sigmoid(x)", 0),
    /// Two classes of softmax are one sigmoid of their difference.
    TWO_CLASSES("softmax([x, 0])_1 = sigmoid(x)", 0),
    /// The mean is what the sum gives, divided.
    MEAN("mean(L) = sum(L) / N", 0),
    /// The two means of the script.
    TF_LOSSES("reduce_mean(L) = tf.losses(L)", 0),
    /// Scaling logits does not scale the loss.
    SCALE("L(c x, z) = c L(x, z)", 2),
    /// Softmax cross-entropy is no sum of sigmoid cross-entropies.
    SOFTMAX_IS_SIGMOID("softmax CE(x, z) = Σ sigmoid CE(x, z)", 0);

    private final String statement;
    private final double parameter;

    Identity(String statement, double parameter) {
        this.statement = statement;
        this.parameter = parameter;
    }

    @Override
    public String statement() {
        return statement;
    }

    /// The parameter c that it starts with; 0 where it has none.
    public double parameter() {
        return parameter;
    }

    public boolean hasParameter() {
        return parameter != 0;
    }

    /// Of float32 where a side is cast to it on its way.
    @Override
    public double rounding() {
        return this == TF_LOSSES ? 0x1p-22 : Proof.ROUNDING;
    }

    @Override
    public Sides sides(double[] x, double[] z, double c) {
        return switch (this) {
            case TRANSPOSE -> new Sides(losses(x, z), reversed(losses(reversed(x), reversed(z))));
            case SOFTPLUS -> new Sides(losses(x, z), each(x, z, (a, b) -> Functions.softplus(a) - a * b));
            case TWO_SIDES -> new Sides(losses(x, z), each(x, z, Identity::bothAnswers));
            case NAIVE -> new Sides(losses(x, z), each(x, z, Identity::naive));
            case SHIFT_SOFTMAX -> new Sides(softmax(map(x, v -> v + c)), softmax(x));
            case SHIFT_SIGMOID -> new Sides(map(x, v -> Functions.sigmoid(v + c)), map(x, Functions::sigmoid));
            case COMPLEMENT -> new Sides(map(x, v -> Functions.sigmoid(-v)), map(x, v -> 1 - Functions.sigmoid(v)));
            case TWO_CLASSES -> new Sides(map(x, v -> softmax(new double[] {v, 0})[0]), map(x, Functions::sigmoid));
            case MEAN ->
                new Sides(
                        one(mean(losses(x, z))), one(Arrays.stream(losses(x, z)).sum() / x.length));
            case TF_LOSSES -> new Sides(one(mean(losses(x, z))), one(castMean(losses(x, z))));
            case SCALE -> new Sides(losses(map(x, v -> c * v), z), map(losses(x, z), v -> c * v));
            case SOFTMAX_IS_SIGMOID ->
                new Sides(
                        softmaxCrossEntropy(x, z),
                        one(Arrays.stream(losses(x, z)).sum()));
        };
    }

    private static double[] losses(double[] x, double[] z) {
        return each(x, z, FormulaFunctions::sigmoidCrossEntropy);
    }

    private static double bothAnswers(double x, double z) {
        return (1 - z) * Functions.softplus(x) + z * Functions.softplus(-x);
    }

    private static double naive(double x, double z) {
        double p = 1 / (1 + Functions.exp(-x));
        return -z * Functions.log(p) - (1 - z) * Functions.log(1 - p);
    }

    private static double mean(double[] values) {
        return BlockedSum.of(values, 4) / values.length;
    }

    private static double castMean(double[] values) {
        var floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return BlockedSum.of(floats, 8) / (float) floats.length;
    }

    private static double[] map(double[] x, DoubleUnaryOperator f) {
        return Arrays.stream(x).map(f).toArray();
    }
}
