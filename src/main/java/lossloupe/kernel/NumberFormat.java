package lossloupe.kernel;

/// A binary format of numbers, by the digits of its exponent and fraction.
public enum NumberFormat {
    FLOAT64("float64", 11, 52),
    FLOAT32("float32", 8, 23),
    FLOAT16("float16", 5, 10),
    BFLOAT16("bfloat16", 8, 7);

    private final String id;
    private final int exponent;
    private final int fraction;

    NumberFormat(String id, int exponent, int fraction) {
        this.id = id;
        this.exponent = exponent;
        this.fraction = fraction;
    }

    /// The name in NumPy and its extensions.
    public String id() {
        return id;
    }

    public int exponentBits() {
        return exponent;
    }

    public int fractionBits() {
        return fraction;
    }

    /// The exponent of the greatest finite numbers.
    public int most() {
        return (1 << (exponent - 1)) - 1;
    }

    /// The number of this format next to `x`, ties to even, straight from float64: by way of float32 a tie could be
    /// rounded twice.
    public double rounded(double x) {
        if (this == FLOAT64 || x == 0 || !Double.isFinite(x)) {
            return x;
        }
        int e = Math.max(Math.getExponent(x), 1 - most());
        double step = Math.scalb(1.0, e - fraction);
        double near = Math.rint(x / step) * step;
        return Math.abs(near) >= Math.scalb(2.0, most()) ? Math.copySign(Double.POSITIVE_INFINITY, x) : near;
    }
}
