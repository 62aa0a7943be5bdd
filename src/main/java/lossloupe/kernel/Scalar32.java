package lossloupe.kernel;

import static lossloupe.kernel.Poly32.*;

/// Float32 functions of one number: the definition of every bit that the vectors must reproduce. The methods named
/// alike in [Vector32] do the same operations in the same order; change both or neither.
final class Scalar32 {
    private Scalar32() {}

    /// x·log2(e) rounded to an integer, still carrying SHIFT.
    static float shifted(float x) {
        return Math.fma(x, LOG2_E, SHIFT);
    }

    /// e^r − 1 for r = x − k·ln2, rounded once at |r| ≤ ln2/2: two bits below the last of e^r. Softplus needs them,
    /// its logarithm must not start from an argument that is already half an ulp off. The inner step is exact.
    static float expm1Reduced(float x, float k) {
        float exact = Math.fma(k, -LN2_HIGH, x);
        float low = k * -LN2_LOW;
        float r = exact + low;
        return exact + Math.fma(r * r, expPolynomial(r), low);
    }

    private static float expPolynomial(float r) {
        float r2 = r * r;
        float p = Math.fma(E4, r2, Math.fma(E3, r, E2));
        return Math.fma(p, r2, Math.fma(E1, r, E0));
    }

    /// v·2^k in two factors, because 2^k itself may be subnormal: only the last product rounds. The integer k in
    /// the low bits of `shifted` moves up to where the exponent is; what else stands there falls off the end.
    static float scaled(float v, float shifted) {
        int up = (Float.floatToRawIntBits(shifted) << 23) + UP_BITS;
        return v * Float.intBitsToFloat(up) * DOWN;
    }

    static float clamped(float x) {
        return x < EXP_LEAST ? EXP_LEAST : x;
    }

    /// e^x for x up to EXP_FAR.
    static float expBelow(float x) {
        float a = clamped(x);
        float shifted = shifted(a);
        return scaled(1 + expm1Reduced(a, shifted - SHIFT), shifted);
    }

    static float exp(float x) {
        return x > EXP_FAR ? expFar(x > EXP_MOST ? EXP_MOST : x) : expBelow(x);
    }

    /// e^x for x above EXP_FAR, by way of e^x·2^-96.
    private static float expFar(float x) {
        float shifted = shifted(x);
        return scaled(1 + expm1Reduced(x, shifted - SHIFT), shifted - 96) * 0x1p96f;
    }

    /// e^x of what is not above 0 but for its rounding: more than EXP_FAR counts as that.
    static float expCapped(float x) {
        return expBelow(x > EXP_FAR ? EXP_FAR : x);
    }

    /// log1p(e^x) for x ≤ 0.
    static float softplusBelow(float x) {
        return softplusOnto(0, x);
    }

    /// base + log1p(e^x) for x ≤ 0 and base ≥ 0, rounded once.
    private static float softplusOnto(float base, float x) {
        float a = clamped(x);
        float shifted = shifted(a);
        float q = expm1Reduced(a, shifted - SHIFT);
        float whole = 1 + q;
        float high = scaled(whole, shifted);
        float low = scaled(q - (whole - 1), shifted);
        return base == 0 ? log1pOfUnit(high, low) : log1pSum(base, high, low);
    }

    /// log(1 + t + low) for 0 ≤ t ≤ 1, |low| ≤ ulp(t), as t times log1p(t)/t: one formula for the whole interval is
    /// faster than a split into powers of two. The chord comes first, with what its rounding loses: the rest is
    /// below 0.04, and so is what rounding can do to it. low counts by the derivative 1/(1 + t).
    static float log1pOfUnit(float t, float low) {
        float chord = Math.fma(t, -SLOPE, 1);
        float lost = Math.fma(t, -SLOPE, 1 - chord);
        float rest = Math.fma((ROOT - t) * t, log1pQuotient(t), lost);
        float fall = Math.fma(t, FALL1, FALL0);
        return Math.fma(t, chord, Math.fma(t, rest, fall * low));
    }

    private static float log1pQuotient(float t) {
        float t2 = t * t;
        return Math.fma(N2, t2, Math.fma(N1, t, N0)) / (t2 + Math.fma(D1, t, D0));
    }

    /// base + kHigh + kLow + log(1 + f + low) for f in [-0.25, 0.5): log(1+f) = f − (f²/2 − s(f²/2 + R)), s =
    /// f/(2+f), as in fdlibm's s_log1p.c; with f added to kHigh by Fast2Sum and base by TwoSum (base is 0 in the
    /// vectors, which leave that step out).
    static float logPlus(float base, float f, float low, float kHigh, float kLow) {
        float s = f / (2 + f);
        float z = s * s;
        float half = 0.5f * f * f;
        float slope = Math.fma(s - z, -2, 1);
        float rest = Math.fma(s, half + z * logPolynomial(z), Math.fma(low, slope, kLow));
        float high = kHigh + f;
        float sum = base + high;
        return sum + (twoSumError(base, high, sum) + ((f - (high - kHigh)) - (half - rest)));
    }

    private static float logPolynomial(float z) {
        return Math.fma(Math.fma(L2, z, L1), z, L0);
    }

    /// base + log(1 + high + low) for 0 ≤ high < 2^24 (or > −1), |low| ≤ ulp(high). f comes out exact: both
    /// operands of its last addition are within a factor of two (Sterbenz), or m is 1.
    static float log1pSum(float base, float high, float low) {
        int exponent = (Float.floatToRawIntBits(1 + high) - SPLIT_BITS) >> 23;
        float m = Float.intBitsToFloat((127 - exponent) << 23);
        float f = Math.fma(high, m, m - 1);
        return logPlus(base, f, low * m, exponent * LN2_HIGH, exponent * LN2_LOW);
    }

    static float log(float x) {
        if (!(x > 0) || x == Float.POSITIVE_INFINITY) {
            return x == 0 ? Float.NEGATIVE_INFINITY : x > 0 ? x : Float.NaN;
        }
        boolean subnormal = x < Float.MIN_NORMAL;
        float normal = subnormal ? x * 0x1p24f : x;
        int exponent = (Float.floatToRawIntBits(normal) - SPLIT_BITS) >> 23;
        float m = Float.intBitsToFloat(Float.floatToRawIntBits(normal) - (exponent << 23));
        float k = exponent - (subnormal ? 24 : 0);
        return logPlus(0, m - 1, 0, k * LN2_HIGH, k * LN2_LOW);
    }

    static float softplus(float x) {
        return x > 20 ? x : softplusOnto(x > 0 ? x : 0, -Math.abs(x));
    }

    static float sigmoid(float x) {
        float t = expBelow(-Math.abs(x));
        float r = 1 / (1 + t);
        return x < 0 ? t * r : r;
    }

    static float sigmoidCrossEntropy(float x, float z) {
        float linear = (x > 0 ? x : 0) - x * z;
        if (Math.abs(x) == Float.POSITIVE_INFINITY) {
            float w = x > 0 ? 1 - z : z;
            linear = w == 0 ? 0 : w * Float.POSITIVE_INFINITY;
        }
        return linear + softplusBelow(-Math.abs(x));
    }

    static float sigmoidCrossEntropyGradient(float x, float z) {
        float t = expBelow(-Math.abs(x));
        float r = 1 / (1 + t);
        float tr = t * r;
        float p = x < 0 ? tr : r;
        float q = x < 0 ? r : tr;
        return Math.fma(-z, q, (1 - z) * p);
    }

    private static float twoSumError(float a, float b, float sum) {
        float ofB = sum - a;
        return (a - (sum - ofB)) + (b - ofB);
    }

    /// The number of the largest logit of position p, the first of equals.
    static int argmax(float[][] x, int p) {
        int best = 0;
        for (int c = 1; c < x.length; c++) {
            best = x[c][p] > x[best][p] ? c : best;
        }
        return best;
    }

    /// log Σ e^(x − max), with the term of the maximum, which is 1, left to log1p.
    static float logSumExp(float[][] x, int best, int p) {
        float max = x[best][p];
        float high = 0;
        float low = 0;
        for (int c = 0; c < x.length; c++) {
            float a = clamped(x[c][p] - max);
            float shifted = shifted(a);
            float q = expm1Reduced(a, shifted - SHIFT);
            float whole = 1 + q;
            float term = c == best ? 0 : scaled(whole, shifted);
            float rest = c == best ? 0 : scaled(q - (whole - 1), shifted);
            float sum = high + term;
            low = low + (twoSumError(high, term, sum) + rest);
            high = sum;
        }
        float total = high + low;
        return log1pSum(0, total, low - (total - high)) + 0 * max;
    }

    static float softmaxCrossEntropyTerm(float x, float z, float max, float logSum) {
        float t = logSum - (x - max);
        return z * (z == 0 && t == Float.POSITIVE_INFINITY ? 0 : t);
    }
}
