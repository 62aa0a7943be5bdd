package lossloupe.kernel;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// exp and log to 50 digits by plain series: slow, short, and sharing nothing with what it judges.
final class Precise {
    private static final MathContext MC = new MathContext(50, RoundingMode.HALF_EVEN);
    private static final BigDecimal LN2 = atanhSeries(BigDecimal.ONE.divide(BigDecimal.valueOf(3), MC));

    private Precise() {}

    static BigDecimal exp(BigDecimal x) {
        int halvings = 40;
        BigDecimal r = x.divide(BigDecimal.valueOf(2).pow(halvings), new MathContext(80));
        var mc = new MathContext(80);
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ONE;
        for (int i = 1; i < 12; i++) {
            term = term.multiply(r, mc).divide(BigDecimal.valueOf(i), mc);
            sum = sum.add(term, mc);
        }
        for (int i = 0; i < halvings; i++) {
            sum = sum.multiply(sum, mc);
        }
        return sum;
    }

    /// log(1 + t) for t > −1: 2 atanh(t / (2 + t)) after halving 1 + t towards 1.
    static BigDecimal log1p(BigDecimal t) {
        BigDecimal shift = BigDecimal.ZERO;
        BigDecimal rest = t;
        while (rest.compareTo(BigDecimal.valueOf(0.5)) > 0) {
            rest = rest.subtract(BigDecimal.ONE).divide(BigDecimal.valueOf(2), new MathContext(120));
            shift = shift.add(LN2);
        }
        while (rest.compareTo(BigDecimal.valueOf(-0.4)) < 0) {
            rest = rest.multiply(BigDecimal.valueOf(2)).add(BigDecimal.ONE);
            shift = shift.subtract(LN2);
        }
        return atanhSeries(rest.divide(rest.add(BigDecimal.valueOf(2)), MC)).add(shift, MC);
    }

    static BigDecimal softplus(BigDecimal x) {
        return log1p(exp(x));
    }

    private static BigDecimal atanhSeries(BigDecimal s) {
        BigDecimal square = s.multiply(s, MC);
        BigDecimal power = s;
        BigDecimal sum = s;
        for (int i = 3; i < 160; i += 2) {
            power = power.multiply(square, MC);
            sum = sum.add(power.divide(BigDecimal.valueOf(i), MC), MC);
        }
        return sum.multiply(BigDecimal.valueOf(2), MC);
    }

    /// |actual − exact| in units of the last place of the exact value's double.
    static double ulps(double actual, BigDecimal exact) {
        BigDecimal error = new BigDecimal(actual).subtract(exact).abs();
        return error.divide(new BigDecimal(Math.ulp(exact.doubleValue())), MC).doubleValue();
    }

    /// The same for floats, judged by a double.
    static double ulps(float actual, double exact) {
        return Math.abs(actual - exact) / Math.ulp((float) exact);
    }
}
