package lossloupe.kernel;

/// A sum with its rounding error beside it: `high + low` is the value, exact but for the rounding of `low` itself.
///
/// A mean over a million losses in one double loses digits, and loses different ones in another order. The pair keeps
/// about twice the digits, so that partial sums can be merged with a result that is right to the last bit or two.
/// Where `high` is infinite or NaN, `low` is 0: otherwise inf − inf inside TwoSum would turn a right infinity into NaN.
public record Sum(double high, double low) {

    /// The sum of nothing.
    public static final Sum ZERO = new Sum(0, 0);

    public Sum {
        if (!Double.isFinite(high)) {
            low = 0;
        }
    }

    /// Knuth's TwoSum of the two high parts (The Art of Computer Programming 2, 4.2.2), then renormalised.
    public Sum plus(Sum other) {
        double sum = high + other.high;
        double error = twoSumError(high, other.high, sum) + (low + other.low);
        if (!Double.isFinite(sum)) {
            return new Sum(sum, 0);
        }
        double newHigh = sum + error;
        return new Sum(newHigh, error - (newHigh - sum));
    }

    /// The nearest double.
    public double value() {
        return high + low;
    }

    /// What `sum = a + b` lost, exactly; NaN where the sum is not finite.
    static double twoSumError(double a, double b, double sum) {
        double ofB = sum - a;
        return (a - (sum - ofB)) + (b - ofB);
    }
}
