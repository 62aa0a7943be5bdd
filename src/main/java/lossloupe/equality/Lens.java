package lossloupe.equality;

import java.util.ArrayList;
import java.util.List;

/// A number in the formats that networks compute in: what each makes of it.
///
/// @param value what the format holds, widened to float64
/// @param bits its digits, sign first
/// @param relative the rounding error relative to the number; 0 where it is held exactly
public record Lens(Format format, double value, String bits, double relative, Fate fate) {
    /// A binary format by the digits of its exponent and fraction.
    public enum Format {
        FLOAT64("float64", 11, 52),
        FLOAT32("float32", 8, 23),
        FLOAT16("float16", 5, 10),
        BFLOAT16("bfloat16", 8, 7);

        private final String id;
        private final int exponent;
        private final int fraction;

        Format(String id, int exponent, int fraction) {
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
        int most() {
            return (1 << (exponent - 1)) - 1;
        }

        /// The number of this format next to `x`, ties to even, straight from float64: by way of float32 a tie
        /// could be rounded twice.
        public double rounded(double x) {
            if (this == FLOAT64 || x == 0 || !Double.isFinite(x)) {
                return x;
            }
            int e = Math.max(Math.getExponent(x), 1 - most());
            double step = Math.scalb(1.0, e - fraction);
            double near = Math.rint(x / step) * step;
            return Math.abs(near) >= Math.scalb(2.0, most()) ? Math.copySign(Double.POSITIVE_INFINITY, x) : near;
        }

        /// The digits of a number that this format holds.
        String bits(double held) {
            if (this == FLOAT64) {
                return Bits.of(held);
            }
            long all = Double.doubleToRawLongBits(held);
            String sign = all < 0 ? "1" : "0";
            if (!Double.isFinite(held)) {
                return sign + "1".repeat(exponent) + (Double.isNaN(held) ? "1" : "0") + "0".repeat(fraction - 1);
            }
            int e = Math.getExponent(held);
            boolean isNormal = e >= 1 - most();
            double steps = Math.abs(held) / Math.scalb(1.0, Math.max(e, 1 - most()) - fraction);
            long magnitude = (long) steps + (isNormal ? ((long) (e + most() - 1) << fraction) : 0);
            return sign + Bits.padded(Long.toBinaryString(magnitude), exponent + fraction);
        }
    }

    /// What happened on the way in.
    public enum Fate {
        EXACT,
        ROUNDED,
        /// Below the normal numbers: fewer digits are left.
        SUBNORMAL,
        /// Not zero before, zero now.
        VANISHED,
        OVERFLOWED
    }

    /// One number in one format.
    public static Lens of(double x, Format format) {
        double held = format.rounded(x);
        double relative = held == x || x == 0 || !Double.isFinite(held) ? 0 : Math.abs(held - x) / Math.abs(x);
        return new Lens(format, held, format.bits(held), relative, fate(x, held, format));
    }

    /// One number in all formats, widest first.
    public static List<Lens> all(double x) {
        var all = new ArrayList<Lens>();
        for (var format : Format.values()) {
            all.add(of(x, format));
        }
        return all;
    }

    private static Fate fate(double x, double held, Format format) {
        if (Double.isInfinite(held) && Double.isFinite(x)) {
            return Fate.OVERFLOWED;
        }
        if (held == 0 && x != 0) {
            return Fate.VANISHED;
        }
        if (held != 0 && Math.getExponent(held) < 1 - format.most()) {
            return Fate.SUBNORMAL;
        }
        return held == x || Double.isNaN(x) ? Fate.EXACT : Fate.ROUNDED;
    }
}
