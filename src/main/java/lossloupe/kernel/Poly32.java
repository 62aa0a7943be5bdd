package lossloupe.kernel;

/// Constants of float32 exp and log. Polynomials and quotients are minimax fits of our own (Remez exchange in 200 bits
/// and more), rounded once.
final class Poly32 {
    static final float LOG2_E = 0x1.715476p+0f;
    /// ln 2 cut to 15 fractional bits, so that k·LN2_HIGH is exact for every exponent k.
    static final float LN2_HIGH = 0x1.62e4p-1f;
    static final float LN2_LOW = 0x1.7f7d1cp-20f;
    /// Adding 1.5·2^23 rounds to an integer (half to even) and leaves it in the low bits of the sum.
    static final float SHIFT = 0x1.8p23f;
    /// Bits of 2^64: added to a shifted integer k, moved up to the exponent's place, they give 2^(k+64).
    static final int UP_BITS = 191 << 23;
    static final float DOWN = 0x1p-64f;
    /// e^x is 0 below, overflows above; above EXP_FAR 2^(k+64) would overflow.
    static final float EXP_LEAST = -105;
    static final float EXP_FAR = 44;
    static final float EXP_MOST = 89;
    /// e^−x is normal up to here.
    static final float NEAR = 87;
    /// Bits of 0.75: splits off the exponent so that the rest lies in [0.75, 1.5), symmetric enough around 1.
    static final int SPLIT_BITS = 0x3F400000;

    /// (e^r − 1 − r)/r² for |r| ≤ ln2/2, relative error of e^r 2^-28.3.
    static final float E0 = 0x1.fffffcp-2f;
    static final float E1 = 0x1.555492p-3f;
    static final float E2 = 0x1.5558f2p-5f;
    static final float E3 = 0x1.123a2p-7f;
    static final float E4 = 0x1.6a2414p-10f;

    /// (2 atanh(s)/s − 2)/s² in s² ≤ 0.0402, relative error of the logarithm 2^-28.4.
    static final float L0 = 0x1.5555b4p-1f;
    static final float L1 = 0x1.992a1ep-2f;
    static final float L2 = 0x1.36f90ep-2f;

    /// log1p(t)/t = 1 − SLOPE·t + t·(ROOT − t)·N(t)/D(t) in 0 ≤ t ≤ 1, relative error 2^-27.4. The chord meets
    /// log1p(t)/t at 0 and at ROOT, which is chosen so that SLOPE needs no more digits than a float has.
    static final float ROOT = 0x1.128p+0f;
    static final float SLOPE = 0x1.320a2p-2f;
    static final float N0 = -0x1.ebaacep-2f;
    static final float N1 = -0x1.23a2aep-2f;
    static final float N2 = -0x1.3c1804p-10f;
    static final float D0 = 0x1.47a488p+1f;
    static final float D1 = 0x1.afc346p+1f;
    /// 1/(1 + t) to within 0.06.
    static final float FALL0 = 0.95f;
    static final float FALL1 = -0.45f;

    private Poly32() {}
}
