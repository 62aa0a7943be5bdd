package lossloupe.equality;

/// Floats as their bits.
public final class Bits {
    private Bits() {}

    /// Steps from one float64 to the next that lie between two: 0 where they are equal, also for +0 and −0; the
    /// greatest long where one of them is NaN.
    public static long ulps(double a, double b) {
        if (Double.isNaN(a) || Double.isNaN(b)) {
            return Long.MAX_VALUE;
        }
        return distance(ordered(Double.doubleToRawLongBits(a)), ordered(Double.doubleToRawLongBits(b)));
    }

    /// The same in steps of float32.
    public static long ulps(float a, float b) {
        if (Float.isNaN(a) || Float.isNaN(b)) {
            return Long.MAX_VALUE;
        }
        return distance(
                ordered((long) Float.floatToRawIntBits(a) << 32) >> 32,
                ordered((long) Float.floatToRawIntBits(b) << 32) >> 32);
    }

    /// Bits of a sign and a magnitude as a number that grows with the float.
    private static long ordered(long bits) {
        return bits < 0 ? Long.MIN_VALUE - bits : bits;
    }

    private static long distance(long a, long b) {
        long d = Math.abs(a - b);
        return d < 0 ? Long.MAX_VALUE : d;
    }

    /// The 64 digits of a float64: 1 of the sign, 11 of the exponent, 52 of the fraction.
    public static String of(double value) {
        return padded(Long.toBinaryString(Double.doubleToRawLongBits(value)), 64);
    }

    /// The 32 digits of a float32: 1 of the sign, 8 of the exponent, 23 of the fraction.
    public static String of(float value) {
        return padded(Integer.toBinaryString(Float.floatToRawIntBits(value)), 32);
    }

    static String padded(String digits, int width) {
        return "0".repeat(width - digits.length()) + digits;
    }
}
