package lossloupe.kernel;

/// Arithmetic in a narrower format: what every step gives is rounded to it. Steps are computed in float64, whose own
/// rounding does not show, for it has more than twice their digits. Nothing is taken to a limit: ∞ − ∞ and 0·∞ are NaN.
public record Arithmetic(NumberFormat format) {
    /// The number of the format next to `x`.
    public double of(double x) {
        return format.rounded(x);
    }

    public double plus(double a, double b) {
        return of(a + b);
    }

    public double minus(double a, double b) {
        return of(a - b);
    }

    public double times(double a, double b) {
        return of(a * b);
    }

    public double over(double a, double b) {
        return of(a / b);
    }

    /// e^x.
    public double exp(double x) {
        return of(Functions.exp(x));
    }

    /// The natural logarithm.
    public double log(double x) {
        return of(Functions.log(x));
    }

    /// log(1 + x).
    public double log1p(double x) {
        return of(Functions.log1p(x));
    }

    /// 1 / (1 + e^−x), by way of e^−|x|, which does not overflow.
    public double sigmoid(double x) {
        double small = exp(-Math.abs(x));
        return over(x < 0 ? small : 1, plus(1, small));
    }
}
