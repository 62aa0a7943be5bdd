package lossloupe.equality;

import java.util.List;
import java.util.function.ToDoubleFunction;
import lossloupe.kernel.Arithmetic;
import lossloupe.kernel.NumberFormat;

/// A number in the formats that networks compute in: what each makes of it.
///
/// @param value what the format holds, widened to float64
/// @param bits its digits, sign first
/// @param relative the rounding error relative to the number; 0 where it is held exactly
public record Lens(NumberFormat format, double value, String bits, double relative, Fate fate) {
    private static final List<NumberFormat> FORMATS =
            List.of(NumberFormat.FLOAT32, NumberFormat.FLOAT16, NumberFormat.BFLOAT16);

    /// Names of the formats narrower than float64, the widest first.
    public static final List<String> NARROWER =
            FORMATS.stream().map(NumberFormat::id).toList();

    /// What happened on the way in.
    public enum Fate {
        EXACT,
        ROUNDED,
        /// Below the normal numbers: fewer digits are left.
        SUBNORMAL,
        /// Not zero before, zero now.
        VANISHED,
        OVERFLOWED,
        /// A number before, none now: there was ∞ − ∞ or 0·∞ on the way.
        UNDEFINED
    }

    /// One number in one format.
    public static Lens of(double x, NumberFormat format) {
        return of(x, format.rounded(x), format);
    }

    /// A number that was computed in a format, beside what it is without its roundings.
    public static Lens of(double x, double held, NumberFormat format) {
        double relative = held == x || x == 0 || !Double.isFinite(held) ? 0 : Math.abs(held - x) / Math.abs(x);
        return new Lens(format, held, bits(held, format), relative, fate(x, held, format));
    }

    /// One number in each of [#NARROWER].
    public static List<Lens> narrower(double x) {
        return FORMATS.stream().map(format -> of(x, format)).toList();
    }

    /// What comes of computing `x` in each of [#NARROWER].
    public static List<Lens> narrower(double x, ToDoubleFunction<Arithmetic> computed) {
        return FORMATS.stream()
                .map(format -> of(x, computed.applyAsDouble(new Arithmetic(format)), format))
                .toList();
    }

    /// The digits of a number that a format holds.
    private static String bits(double held, NumberFormat format) {
        if (format == NumberFormat.FLOAT64) {
            return Bits.of(held);
        }
        int exponent = format.exponentBits();
        int fraction = format.fractionBits();
        long all = Double.doubleToRawLongBits(held);
        String sign = all < 0 ? "1" : "0";
        if (!Double.isFinite(held)) {
            return sign + "1".repeat(exponent) + (Double.isNaN(held) ? "1" : "0") + "0".repeat(fraction - 1);
        }
        int most = format.most();
        int e = Math.getExponent(held);
        boolean isNormal = e >= 1 - most;
        double steps = Math.abs(held) / Math.scalb(1.0, Math.max(e, 1 - most) - fraction);
        long magnitude = (long) steps + (isNormal ? ((long) (e + most - 1) << fraction) : 0);
        return sign + Bits.padded(Long.toBinaryString(magnitude), exponent + fraction);
    }

    private static Fate fate(double x, double held, NumberFormat format) {
        if (Double.isNaN(held) && !Double.isNaN(x)) {
            return Fate.UNDEFINED;
        }
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
