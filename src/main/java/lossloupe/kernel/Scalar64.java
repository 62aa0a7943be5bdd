package lossloupe.kernel;

import static lossloupe.kernel.Poly64.*;

/// Float64 functions of one number: the definition of every bit that the vectors must reproduce. The methods named
/// alike in [Vector64] do the same operations in the same order; change both or neither.
final class Scalar64 {
    private Scalar64() {}

    /// x·log2(e) rounded to an integer, still carrying SHIFT.
    static double shifted(double x) {
        return Math.fma(x, LOG2_E, SHIFT);
    }

    /// e^r − 1 for r = x − k·ln2, rounded once at |r| ≤ ln2/2: two bits below the last of e^r. Softplus needs them,
    /// its logarithm must not start from an argument that is already half an ulp off. The inner step is exact.
    static double expm1Reduced(double x, double k) {
        double exact = Math.fma(k, -LN2_HIGH, x);
        double low = k * -LN2_LOW;
        double r = exact + low;
        return exact + Math.fma(r * r, expPolynomial(r), low);
    }

    private static double expPolynomial(double r) {
        double r2 = r * r;
        double r4 = r2 * r2;
        double p98 = Math.fma(E9, r, E8);
        double p74 = Math.fma(Math.fma(E7, r, E6), r2, Math.fma(E5, r, E4));
        double p30 = Math.fma(Math.fma(E3, r, E2), r2, Math.fma(E1, r, E0));
        return Math.fma(Math.fma(p98, r4, p74), r4, p30);
    }

    /// v·2^k in two factors, because 2^k itself may be subnormal: only the last product rounds. The integer k in
    /// the low bits of `shifted` moves up to where the exponent is; what else stands there falls off the end.
    static double scaled(double v, double shifted) {
        long up = (Double.doubleToRawLongBits(shifted) << 52) + UP_BITS;
        return v * Double.longBitsToDouble(up) * DOWN;
    }

    static double clamped(double x) {
        return x < EXP_LEAST ? EXP_LEAST : x;
    }

    /// e^x for x up to EXP_FAR.
    static double expBelow(double x) {
        double a = clamped(x);
        double shifted = shifted(a);
        return scaled(1 + expm1Reduced(a, shifted - SHIFT), shifted);
    }

    static double exp(double x) {
        return x > EXP_FAR ? expFar(x > EXP_MOST ? EXP_MOST : x) : expBelow(x);
    }

    /// e^x for x above EXP_FAR, by way of e^x·2^-768.
    private static double expFar(double x) {
        double shifted = shifted(x);
        return scaled(1 + expm1Reduced(x, shifted - SHIFT), shifted - 768) * 0x1p768;
    }

    /// e^x of what is not above 0 but for its rounding: more than EXP_FAR counts as that.
    static double expCapped(double x) {
        return expBelow(x > EXP_FAR ? EXP_FAR : x);
    }

    /// log1p(e^x) for x ≤ 0.
    static double softplusBelow(double x) {
        return softplusOnto(0, x);
    }

    /// base + log1p(e^x) for x ≤ 0 and base ≥ 0, rounded once.
    private static double softplusOnto(double base, double x) {
        double a = clamped(x);
        double shifted = shifted(a);
        double q = expm1Reduced(a, shifted - SHIFT);
        double whole = 1 + q;
        double high = scaled(whole, shifted);
        double low = scaled(q - (whole - 1), shifted);
        return base == 0 ? log1pOfUnit(high, low) : log1pSum(base, high, low);
    }

    /// log(1 + t + low) for 0 ≤ t ≤ 1, |low| ≤ ulp(t), as t times log1p(t)/t: one formula for the whole interval is
    /// faster than a split into powers of two. The chord comes first, with what its rounding loses: the rest is
    /// below 0.04, and so is what rounding can do to it. low counts by the derivative 1/(1 + t).
    static double log1pOfUnit(double t, double low) {
        double chord = Math.fma(t, -SLOPE, 1);
        double lost = Math.fma(t, -SLOPE, 1 - chord);
        double rest = Math.fma((ROOT - t) * t, log1pQuotient(t), lost);
        double fall = Math.fma(t, FALL1, FALL0);
        return Math.fma(t, chord, Math.fma(t, rest, fall * low));
    }

    private static double log1pQuotient(double t) {
        double t2 = t * t;
        double n = Math.fma(Math.fma(N5, t, N4), t2, Math.fma(N3, t, N2));
        double d = Math.fma(t2 + Math.fma(D5, t, D4), t2, Math.fma(D3, t, D2));
        return Math.fma(n, t2, Math.fma(N1, t, N0)) / Math.fma(d, t2, Math.fma(D1, t, D0));
    }

    /// base + kHigh + kLow + log(1 + f + low) for f in [-0.25, 0.5): log(1+f) = f − (f²/2 − s(f²/2 + R)), s =
    /// f/(2+f), as in fdlibm's s_log1p.c; with f added to kHigh by Fast2Sum and base by TwoSum (base is 0 in the
    /// vectors, which leave that step out).
    static double logPlus(double base, double f, double low, double kHigh, double kLow) {
        double s = f / (2 + f);
        double z = s * s;
        double half = 0.5 * f * f;
        double slope = Math.fma(s - z, -2, 1);
        double rest = Math.fma(s, half + z * logPolynomial(z), Math.fma(low, slope, kLow));
        double high = kHigh + f;
        double sum = base + high;
        return sum + (Sum.twoSumError(base, high, sum) + ((f - (high - kHigh)) - (half - rest)));
    }

    private static double logPolynomial(double z) {
        double z2 = z * z;
        double p = Math.fma(Math.fma(L7, z, L6), z2, Math.fma(L5, z, L4));
        p = Math.fma(p, z2, Math.fma(L3, z, L2));
        return Math.fma(p, z2, Math.fma(L1, z, L0));
    }

    /// base + log(1 + high + low) for 0 ≤ high < 2^53 (or > −1), |low| ≤ ulp(high). f comes out exact: both
    /// operands of its last addition are within a factor of two (Sterbenz), or m is 1.
    static double log1pSum(double base, double high, double low) {
        long exponent = (Double.doubleToRawLongBits(1 + high) - SPLIT_BITS) >> 52;
        double m = Double.longBitsToDouble((1023 - exponent) << 52);
        double f = Math.fma(high, m, m - 1);
        return logPlus(base, f, low * m, exponent * LN2_HIGH, exponent * LN2_LOW);
    }

    static double log1p(double x) {
        if (x >= 0x1p53) {
            return log(x);
        }
        return x > -1 ? (x == 0 ? x : log1pSum(0, x, 0)) : (x == -1 ? Double.NEGATIVE_INFINITY : Double.NaN);
    }

    static double log(double x) {
        if (!(x > 0) || x == Double.POSITIVE_INFINITY) {
            return x == 0 ? Double.NEGATIVE_INFINITY : x > 0 ? x : Double.NaN;
        }
        boolean subnormal = x < Double.MIN_NORMAL;
        double normal = subnormal ? x * 0x1p54 : x;
        long exponent = (Double.doubleToRawLongBits(normal) - SPLIT_BITS) >> 52;
        double m = Double.longBitsToDouble(Double.doubleToRawLongBits(normal) - (exponent << 52));
        double k = exponent - (subnormal ? 54 : 0);
        return logPlus(0, m - 1, 0, k * LN2_HIGH, k * LN2_LOW);
    }

    static double softplus(double x) {
        return x > 40 ? x : softplusOnto(x > 0 ? x : 0, -Math.abs(x));
    }

    static double sigmoid(double x) {
        double t = expBelow(-Math.abs(x));
        double r = 1 / (1 + t);
        return x < 0 ? t * r : r;
    }

    static double sigmoidCrossEntropy(double x, double z) {
        double linear = (x > 0 ? x : 0) - x * z;
        if (Math.abs(x) == Double.POSITIVE_INFINITY) {
            double w = x > 0 ? 1 - z : z;
            linear = w == 0 ? 0 : w * Double.POSITIVE_INFINITY;
        }
        return linear + softplusBelow(-Math.abs(x));
    }

    static double sigmoidCrossEntropyGradient(double x, double z) {
        double t = expBelow(-Math.abs(x));
        double r = 1 / (1 + t);
        double tr = t * r;
        double p = x < 0 ? tr : r;
        double q = x < 0 ? r : tr;
        return Math.fma(-z, q, (1 - z) * p);
    }

    /// The number of the largest logit of position p, the first of equals.
    static int argmax(double[][] x, int p) {
        int best = 0;
        for (int c = 1; c < x.length; c++) {
            best = x[c][p] > x[best][p] ? c : best;
        }
        return best;
    }

    /// log Σ e^(x − max), with the term of the maximum, which is 1, left to log1p.
    static double logSumExp(double[][] x, int best, int p) {
        double max = x[best][p];
        double high = 0;
        double low = 0;
        for (int c = 0; c < x.length; c++) {
            double a = clamped(x[c][p] - max);
            double shifted = shifted(a);
            double q = expm1Reduced(a, shifted - SHIFT);
            double whole = 1 + q;
            double term = c == best ? 0 : scaled(whole, shifted);
            double rest = c == best ? 0 : scaled(q - (whole - 1), shifted);
            double sum = high + term;
            low = low + (Sum.twoSumError(high, term, sum) + rest);
            high = sum;
        }
        double total = high + low;
        return log1pSum(0, total, low - (total - high)) + 0 * max;
    }

    static double softmaxCrossEntropyTerm(double x, double z, double max, double logSum) {
        double t = logSum - (x - max);
        return z * (z == 0 && t == Double.POSITIVE_INFINITY ? 0 : t);
    }
}
