package lossloupe.kernel;

/// The functions behind the kernels, for one number at a time and with the very same bits. Unlike those of [Math] they
/// are the same on every machine and JVM (as those of [StrictMath] are, which are slower and have no softplus).
/// exp, log, log1p and softplus are within 1 ulp, also where the result is subnormal.
public final class Functions {
    private Functions() {}

    /// e^x.
    public static double exp(double x) {
        return Scalar64.exp(x);
    }

    /// e^x.
    public static float exp(float x) {
        return Scalar32.exp(x);
    }

    /// The natural logarithm.
    public static double log(double x) {
        return Scalar64.log(x);
    }

    /// The natural logarithm.
    public static float log(float x) {
        return Scalar32.log(x);
    }

    /// log(1 + x).
    public static double log1p(double x) {
        return Scalar64.log1p(x);
    }

    /// log(1 + x); through double arithmetic, there is no kernel of it.
    public static float log1p(float x) {
        return (float) Scalar64.log1p(x);
    }

    /// log(1 + e^x).
    public static double softplus(double x) {
        return Scalar64.softplus(x);
    }

    /// log(1 + e^x).
    public static float softplus(float x) {
        return Scalar32.softplus(x);
    }

    /// 1 / (1 + e^−x).
    public static double sigmoid(double x) {
        return Scalar64.sigmoid(x);
    }

    /// 1 / (1 + e^−x).
    public static float sigmoid(float x) {
        return Scalar32.sigmoid(x);
    }
}
