package lossloupe.kernel;

/// Constants of float64 exp and log. The polynomials are minimax fits of our own (Remez exchange in 200 bits), rounded
/// once.
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

    /// (log1p(t)/t − 1 + t/2)/t² in 0 ≤ t ≤ 1, each rounded before the next was fitted; relative error of the
    /// logarithm 2^-58.9.
    static final double T0 = 0x1.55555555550fbp-2;
    static final double T1 = -0x1.ffffffffc3ac7p-3;
    static final double T2 = 0x1.9999998f0cbf7p-3;
    static final double T3 = -0x1.5555544ebaf41p-3;
    static final double T4 = 0x1.249238d461bb1p-3;
    static final double T5 = -0x1.fffe99267e48ep-4;
    static final double T6 = 0x1.c711388f2ae25p-4;
    static final double T7 = -0x1.9955cf14f87e8p-4;
    static final double T8 = 0x1.73200f8caaff7p-4;
    static final double T9 = -0x1.50c2846c01bcp-4;
    static final double T10 = 0x1.2d8742ad3f07cp-4;
    static final double T11 = -0x1.03f29a25066dfp-4;
    static final double T12 = 0x1.a0d722659bafcp-5;
    static final double T13 = -0x1.2a51f464ac586p-5;
    static final double T14 = 0x1.6cc8062e05fe4p-6;
    static final double T15 = -0x1.6bc2b756186b2p-7;
    static final double T16 = 0x1.185b9419ee1a7p-8;
    static final double T17 = -0x1.36883325c9475p-10;
    static final double T18 = 0x1.b533ec93011ebp-13;
    static final double T19 = -0x1.24a0b344e4bd5p-16;
    /// Slope of 1 − 5t/16, never farther than 0.04 from log1p(t)/t.
    static final double CHORD = 0.3125;

    private Poly64() {}
}
