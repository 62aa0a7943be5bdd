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

    /// x − k·ln2 without its last rounding error, see [#tail]. The inner step is exact.
    static double reduced(double x, double k) {
        return Math.fma(k, -LN2_LOW, Math.fma(k, -LN2_HIGH, x));
    }

    /// e^r = (1 + r) + tail: what the rounded 1 + r lacks, with the low part of r. Unrounded in this sense, e^r has
    /// about 57 good bits, which softplus needs: its logarithm must not start from an argument that is already half
    /// an ulp off.
    static double tail(double x, double k, double r) {
        double exact = Math.fma(k, -LN2_HIGH, x);
        double low = Math.fma(k, -LN2_LOW, exact - r);
        double head = 1 + r;
        return (r - (head - 1)) + Math.fma(r * r, expPolynomial(r), low);
    }

    private static double expPolynomial(double r) {
        double r2 = r * r;
        double p = Math.fma(Math.fma(E9, r, E8), r2, Math.fma(E7, r, E6));
        p = Math.fma(p, r2, Math.fma(E5, r, E4));
        p = Math.fma(p, r2, Math.fma(E3, r, E2));
        return Math.fma(p, r2, Math.fma(E1, r, E0));
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
        double k = shifted - SHIFT;
        double r = reduced(a, k);
        return scaled((1 + r) + tail(a, k, r), shifted);
    }

    static double exp(double x) {
        return x > EXP_FAR ? expFar(x > EXP_MOST ? EXP_MOST : x) : expBelow(x);
    }

    /// e^x for x above EXP_FAR, by way of e^x·2^-768.
    private static double expFar(double x) {
        double shifted = shifted(x);
        double k = shifted - SHIFT;
        double r = reduced(x, k);
        return scaled((1 + r) + tail(x, k, r), shifted - 768) * 0x1p768;
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
        double k = shifted - SHIFT;
        double r = reduced(a, k);
        double head = 1 + r;
        double tail = tail(a, k, r);
        double whole = head + tail;
        double high = scaled(whole, shifted);
        double low = scaled(tail - (whole - head), shifted);
        return base == 0 ? log1pOfUnit(high, low) : log1pSum(base, high, low);
    }

    /// log(1 + t + low) for 0 ≤ t ≤ 1, |low| ≤ ulp(t), as t times log1p(t)/t = 1 − t/2 + t²·T(t): one polynomial
    /// for the whole interval is faster than a division and a split into powers of two. The chord 1 − 5t/16 comes
    /// first, with what its rounding loses: the rest is below 0.04, and so is what rounding can do to it. low
    /// counts by the derivative 1/(1 + t), for which (log1p(t)/t)² is near enough.
    static double log1pOfUnit(double t, double low) {
        double chord = Math.fma(t, -CHORD, 1);
        double lost = Math.fma(t, -CHORD, 1 - chord);
        double bend = Math.fma(t, log1pPolynomial(t, t * t), CHORD - 0.5);
        double rest = Math.fma(t, bend, lost);
        double whole = chord + rest;
        return Math.fma(t, chord, Math.fma(t, rest, low * (whole * whole)));
    }

    /// In pairs of one sign, so that nothing cancels.
    private static double log1pPolynomial(double t, double t2) {
        double p = Math.fma(Math.fma(T19, t, T18), t2, Math.fma(T17, t, T16));
        p = Math.fma(p, t2, Math.fma(T15, t, T14));
        p = Math.fma(p, t2, Math.fma(T13, t, T12));
        p = Math.fma(p, t2, Math.fma(T11, t, T10));
        p = Math.fma(p, t2, Math.fma(T9, t, T8));
        p = Math.fma(p, t2, Math.fma(T7, t, T6));
        p = Math.fma(p, t2, Math.fma(T5, t, T4));
        p = Math.fma(p, t2, Math.fma(T3, t, T2));
        return Math.fma(p, t2, Math.fma(T1, t, T0));
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
            double k = shifted - SHIFT;
            double r = reduced(a, k);
            double head = 1 + r;
            double tail = tail(a, k, r);
            double whole = head + tail;
            double term = c == best ? 0 : scaled(whole, shifted);
            double rest = c == best ? 0 : scaled(tail - (whole - head), shifted);
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
