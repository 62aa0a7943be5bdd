package lossloupe.kernel;

/// Constants of float64 exp and log. Polynomials and quotients are minimax fits of our own (Remez exchange in 200 bits
/// and more), rounded once.
final class Poly64 {
    static final double LOG2_E = 0x1.71547652b82fep+0;
    /// ln 2 cut to 40 fractional bits, so that k·LN2_HIGH is exact for every exponent k.
    static final double LN2_HIGH = 0x1.62e42fefa2p-1;
    static final double LN2_LOW = 0x1.9ef35793c7673p-41;
    /// Adding 1.5·2^52 rounds to an integer (half to even) and leaves it in the low bits of the sum.
    static final double SHIFT = 0x1.8p52;
    /// Bits of 2^512: added to a shifted integer k, moved up to the exponent's place, they give 2^(k+512).
    static final long UP_BITS = 1535L << 52;
    static final double DOWN = 0x1p-512;
    /// e^x is 0 below, overflows above; above EXP_FAR 2^(k+512) would overflow.
    static final double EXP_LEAST = -746;
    static final double EXP_FAR = 354;
    static final double EXP_MOST = 710;
    /// e^−x is normal up to here.
    static final double NEAR = 708;
    /// Bits of 0.75: splits off the exponent so that the rest lies in [0.75, 1.5), symmetric enough around 1.
    static final long SPLIT_BITS = 0x3FE8000000000000L;

    /// (e^r − 1 − r)/r² for |r| ≤ ln2/2, relative error of e^r 2^-57.9.
    static final double E0 = 0x1.000000000000ap-1;
    static final double E1 = 0x1.55555555554f9p-3;
    static final double E2 = 0x1.555555555083ep-5;
    static final double E3 = 0x1.1111111127d14p-7;
    static final double E4 = 0x1.6c16c18438b79p-10;
    static final double E5 = 0x1.a01a012a0d24ap-13;
    static final double E6 = 0x1.a01999e257025p-16;
    static final double E7 = 0x1.71df25b8245f5p-19;
    static final double E8 = 0x1.28ad9b8ce2ed1p-22;
    static final double E9 = 0x1.ad7f364a82c77p-26;

    /// (2 atanh(s)/s − 2)/s² in s² ≤ 0.0402, relative error of the logarithm 2^-62.6.
    static final double L0 = 0x1.555555555554fp-1;
    static final double L1 = 0x1.999999999c23ap-2;
    static final double L2 = 0x1.24924921d92dfp-2;
    static final double L3 = 0x1.c71c74996b5e3p-3;
    static final double L4 = 0x1.745c489f47bccp-3;
    static final double L5 = 0x1.3b360922455d1p-3;
    static final double L6 = 0x1.0dc6de5c8508cp-3;
    static final double L7 = 0x1.1ba152831b8edp-3;

    /// log1p(t)/t = 1 − SLOPE·t + t·(ROOT − t)·N(t)/D(t) in 0 ≤ t ≤ 1, relative error 2^-59.5. The chord meets
    /// log1p(t)/t at 0 and at ROOT, which is chosen so that SLOPE needs no more digits than a double has.
    static final double ROOT = 0x1.024p+0;
    static final double SLOPE = 0x1.3932911f45f93p-2;
    static final double N0 = -0x1.952838fcdf875p+5;
    static final double N1 = -0x1.e81d41b7dc812p+6;
    static final double N2 = -0x1.a79165a530b98p+6;
    static final double N3 = -0x1.40820910bf04ep+5;
    static final double N4 = -0x1.933cd662dca09p+2;
    static final double N5 = -0x1.38de349e3ebafp-2;
    static final double D0 = 0x1.0727bdfc8ad5fp+8;
    static final double D1 = 0x1.9c8484d2a267ep+9;
    static final double D2 = 0x1.f3acf1dc311a3p+9;
    static final double D3 = 0x1.25a193942c12fp+9;
    static final double D4 = 0x1.57a12cfc1969bp+7;
    static final double D5 = 0x1.6c663d6c4b358p+4;
    /// 1/(1 + t) to within 0.06.
    static final double FALL0 = 0.95;
    static final double FALL1 = -0.45;

    private Poly64() {}
}
