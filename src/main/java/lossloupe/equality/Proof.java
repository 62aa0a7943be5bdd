package lossloupe.equality;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// What became of a statement tried on many draws.
///
/// @param trials draws tried
/// @param exact draws in which both sides were equal to the last bit
/// @param ulps the greatest distance in units in the last place
/// @param relative the greatest distance relative to the larger side, or to 1 where both are smaller
/// @param against a draw that contradicts, made as small as it could be; null where none does
public record Proof(
        Statement statement,
        double parameter,
        int trials,
        int exact,
        long ulps,
        double relative,
        @Nullable Counterexample against) {
    /// How many draws are tried.
    public static final int TRIALS = 1000;
    /// A greater relative distance is no rounding.
    public static final double ROUNDING = 1e-11;

    private static final int MOST_CLASSES = 6;

    /// The answers.
    public enum Answer {
        EXACT,
        ROUNDED,
        /// Equal to the digits of float32, through which one side goes.
        FLOAT32,
        FALSE
    }

    /// The smallest draw found that contradicts a statement.
    public record Counterexample(List<Double> logits, List<Double> labels, double left, double right) {}

    public Answer answer() {
        if (against != null) {
            return Answer.FALSE;
        }
        if (exact == trials) {
            return Answer.EXACT;
        }
        return relative > ROUNDING ? Answer.FLOAT32 : Answer.ROUNDED;
    }

    /// Tries a statement on seeded draws of 1 to 6 normal logits (deviation 3), labels 0 or 1. Uniform ones
    /// would lie on a grid so coarse that x + c is exact, and rounding would hide.
    ///
    /// @param between called before every draw; may throw to end it
    public static Proof of(Statement statement, double parameter, long seed, Runnable between) {
        var random = new Random(seed);
        int exact = 0;
        long ulps = 0;
        double relative = 0;
        Counterexample against = null;
        for (int i = 0; i < TRIALS; i++) {
            between.run();
            int n = 1 + random.nextInt(MOST_CLASSES);
            var x = gaussians(random, n);
            var z = random.doubles(n).map(v -> v < 0.4 ? 1 : 0).toArray();
            var sides = statement.sides(x, z, parameter);
            exact += Arrays.equals(sides.left(), sides.right()) ? 1 : 0;
            for (int k = 0; k < sides.left().length; k++) {
                ulps = Math.max(ulps, Bits.ulps(sides.left()[k], sides.right()[k]));
            }
            double gap = gap(sides);
            relative = Math.max(relative, gap);
            if (against == null && gap > statement.rounding()) {
                against = shrunk(statement, parameter, x, z);
            }
        }
        return new Proof(statement, parameter, TRIALS, exact, ulps, relative, against);
    }

    private static double[] gaussians(Random random, int n) {
        var x = new double[n];
        Arrays.setAll(x, k -> 3 * random.nextGaussian());
        return x;
    }

    private static double gap(Statement.Sides sides) {
        double most = 0;
        for (int k = 0; k < sides.left().length; k++) {
            double a = sides.left()[k];
            double b = sides.right()[k];
            double gap = a == b ? 0 : Math.abs(a - b) / Math.max(1, Math.max(Math.abs(a), Math.abs(b)));
            most = Double.isNaN(gap) ? Double.POSITIVE_INFINITY : Math.max(most, gap);
        }
        return most;
    }

    /// Drops classes, then takes simpler numbers, while the statement stays contradicted.
    private static Counterexample shrunk(Statement statement, double c, double[] x, double[] z) {
        for (int k = x.length - 1; k >= 0 && x.length > 1; k--) {
            var shorterX = without(x, k);
            var shorterZ = without(z, k);
            if (fails(statement, c, shorterX, shorterZ)) {
                x = shorterX;
                z = shorterZ;
            }
        }
        for (int k = 0; k < x.length; k++) {
            for (double simple : new double[] {0, 1, -1, 2, -2, Math.rint(x[k]), Math.rint(x[k] * 10) / 10}) {
                var simpler = x.clone();
                simpler[k] = simple;
                if (fails(statement, c, simpler, z)) {
                    x = simpler;
                    break;
                }
            }
            var unlabelled = z.clone();
            unlabelled[k] = 0;
            z = fails(statement, c, x, unlabelled) ? unlabelled : z;
        }
        var sides = statement.sides(x, z, c);
        int worst = 0;
        for (int k = 1; k < sides.left().length; k++) {
            worst = Math.abs(sides.left()[k] - sides.right()[k]) > Math.abs(sides.left()[worst] - sides.right()[worst])
                    ? k
                    : worst;
        }
        return new Counterexample(boxed(x), boxed(z), sides.left()[worst], sides.right()[worst]);
    }

    private static boolean fails(Statement statement, double c, double[] x, double[] z) {
        return gap(statement.sides(x, z, c)) > statement.rounding();
    }

    private static double[] without(double[] values, int k) {
        var rest = new double[values.length - 1];
        System.arraycopy(values, 0, rest, 0, k);
        System.arraycopy(values, k + 1, rest, k, rest.length - k);
        return rest;
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
