package lossloupe.equality;

import java.util.Arrays;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import lossloupe.kernel.Functions;

/// What formulas may call. Values are lists of numbers, one per class; a list of one goes with any other.
final class FormulaFunctions {
    static final UnaryOperator<double[]> ABS = each(Math::abs);
    static final UnaryOperator<double[]> SIGMOID = each(Functions::sigmoid);

    /// Functions of one list.
    static final Map<String, UnaryOperator<double[]>> OF_ONE = Map.ofEntries(
            Map.entry("exp", each(Functions::exp)),
            Map.entry("log", each(Functions::log)),
            Map.entry("ln", each(Functions::log)),
            Map.entry("log1p", each(Functions::log1p)),
            Map.entry("abs", ABS),
            Map.entry("sqrt", each(Math::sqrt)),
            Map.entry("relu", each(v -> Math.max(v, 0))),
            Map.entry("softplus", each(Functions::softplus)),
            Map.entry("sigmoid", SIGMOID),
            Map.entry("float32", each(v -> (float) v)),
            Map.entry("softmax", FormulaFunctions::softmax),
            Map.entry("logsumexp", FormulaFunctions::logSumExp),
            Map.entry("reverse", FormulaFunctions::reversed),
            Map.entry("sum", v -> one(Arrays.stream(v).sum())),
            Map.entry("mean", v -> one(Arrays.stream(v).sum() / v.length)),
            Map.entry("max", v -> one(Arrays.stream(v).max().orElseThrow())),
            Map.entry("min", v -> one(Arrays.stream(v).min().orElseThrow())));

    /// Functions of two lists.
    static final Map<String, BinaryOperator<double[]>> OF_TWO = Map.of(
            "max", (a, b) -> each(a, b, Math::max),
            "min", (a, b) -> each(a, b, Math::min),
            "L", (x, z) -> each(x, z, FormulaFunctions::sigmoidCrossEntropy),
            "S", FormulaFunctions::softmaxCrossEntropy);

    private FormulaFunctions() {}

    /// `f` of each pair; a list of one is paired with every number of the other.
    static double[] each(double[] a, double[] b, DoubleBinaryOperator f) {
        var result = new double[Math.max(a.length, b.length)];
        Arrays.setAll(result, i -> f.applyAsDouble(a[a.length == 1 ? 0 : i], b[b.length == 1 ? 0 : i]));
        return result;
    }

    private static UnaryOperator<double[]> each(DoubleUnaryOperator f) {
        return v -> Arrays.stream(v).map(f).toArray();
    }

    static double[] one(double value) {
        return new double[] {value};
    }

    static double sigmoidCrossEntropy(double x, double z) {
        return (Math.max(x, 0) - x * z) + Functions.softplus(-Math.abs(x));
    }

    static double[] softmaxCrossEntropy(double[] x, double[] z) {
        double log = logSumExp(x)[0];
        return one(Arrays.stream(each(x, z, (a, b) -> b * (log - a))).sum());
    }

    static double[] softmax(double[] x) {
        double max = Arrays.stream(x).max().orElseThrow();
        double[] powers = each(x, one(max), (v, m) -> Functions.exp(v - m));
        return each(powers, one(Arrays.stream(powers).sum()), (v, sum) -> v / sum);
    }

    private static double[] logSumExp(double[] x) {
        double max = Arrays.stream(x).max().orElseThrow();
        return one(max
                + Functions.log(
                        Arrays.stream(x).map(v -> Functions.exp(v - max)).sum()));
    }

    static double[] reversed(double[] x) {
        var result = new double[x.length];
        Arrays.setAll(result, i -> x[x.length - 1 - i]);
        return result;
    }
}
