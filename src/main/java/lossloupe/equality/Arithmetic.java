package lossloupe.equality;

import lossloupe.kernel.Functions;
import lossloupe.tensor.DType;

/// How a machine computes losses and their means. `packet` is 0 for our own arithmetic: one routine for every
/// element, and a sum whose order is that of the cells and not of memory. Otherwise elements are taken in packets of so
/// many with one pair of exp and log1p, and what is left at the end of memory with another, as TensorFlow's CPU kernels
/// do. TensorFlow's own digits of these routines are not known here; ours stand for its packets, and fdlibm's
/// ([StrictMath]) for the C library of its tail: two good routines that differ in their last digit now and then.
///
/// @param dtype FLOAT64 or FLOAT32
public record Arithmetic(int packet, DType dtype) {
    public Arithmetic {
        if (packet < 0 || Integer.bitCount(packet) > 1) {
            throw new IllegalArgumentException("a packet has 1, 2, 4, 8 or 16 lanes, not " + packet);
        }
        if (dtype != DType.FLOAT64 && dtype != DType.FLOAT32) {
            throw new IllegalArgumentException("losses are float64 or float32, not " + dtype);
        }
    }

    public static Arithmetic ours(DType dtype) {
        return new Arithmetic(0, dtype);
    }

    public boolean isOurs() {
        return packet == 0;
    }

    /// Where the scalar tail of an array begins; its end where there is none.
    public int tail(int size) {
        return isOurs() ? size : BlockedSum.tail(size, packet);
    }

    /// Sigmoid cross-entropy of arrays as they lie in memory. Written as (max(x,0) − x·z) + log1p(e^−|x|),
    /// TensorFlow's form, in either routine.
    public double[] losses(double[] x, double[] z) {
        var loss = new double[x.length];
        int tail = tail(x.length);
        for (int i = 0; i < x.length; i++) {
            if (isOurs() && Double.isInfinite(x[i])) {
                loss[i] = limit(x[i], z[i]);
            } else {
                loss[i] = dtype == DType.FLOAT32
                        ? loss((float) x[i], (float) z[i], i >= tail)
                        : loss(x[i], z[i], i >= tail);
            }
        }
        return loss;
    }

    private static double loss(double x, double z, boolean isTail) {
        double a = -Math.abs(x);
        double soft = isTail ? StrictMath.log1p(StrictMath.exp(a)) : Functions.softplus(a);
        return (Math.max(x, 0) - x * z) + soft;
    }

    private static float loss(float x, float z, boolean isTail) {
        float a = -Math.abs(x);
        float soft = isTail ? (float) StrictMath.log1p((float) StrictMath.exp(a)) : Functions.softplus(a);
        return (Math.max(x, 0) - x * z) + soft;
    }

    /// The loss of an infinite logit: the form above would take ∞ − ∞, and TensorFlow's does.
    private static double limit(double x, double z) {
        double weight = x > 0 ? 1 - z : z;
        return weight == 0 ? 0 : weight * Double.POSITIVE_INFINITY;
    }

    /// `tf.reduce_mean`, in the dtype of the losses.
    ///
    /// @param losses in memory order for an emulated machine, in the order of the cells for ours
    public double mean(double[] losses) {
        if (isOurs()) {
            return rounded(compensated(losses) / losses.length);
        }
        if (dtype == DType.FLOAT32) {
            return BlockedSum.of(floats(losses), packet) / (float) losses.length;
        }
        return BlockedSum.of(losses, packet) / losses.length;
    }

    /// `tf.losses.sigmoid_cross_entropy`: whatever the dtype, each loss is rounded to float32, summed and divided
    /// in float32, and the result widened again (`losses_impl.py`, `compute_weighted_loss`).
    public double tfLosses(double[] losses) {
        if (isOurs()) {
            var cast = new double[losses.length];
            for (int i = 0; i < cast.length; i++) {
                cast[i] = (float) losses[i];
            }
            return (float) (compensated(cast) / cast.length);
        }
        return BlockedSum.of(floats(losses), floatPacket()) / (float) losses.length;
    }

    /// A register holds twice as many float32 as float64.
    private int floatPacket() {
        return dtype == DType.FLOAT32 || packet == 1 ? packet : 2 * packet;
    }

    private double rounded(double value) {
        return dtype == DType.FLOAT32 ? (float) value : value;
    }

    private static float[] floats(double[] values) {
        var floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    /// Neumaier's sum: what each addition loses is added at the end.
    private static double compensated(double[] values) {
        double sum = 0;
        double lost = 0;
        for (double v : values) {
            double next = sum + v;
            lost += Math.abs(sum) >= Math.abs(v) ? (sum - next) + v : (v - next) + sum;
            sum = next;
        }
        return sum + lost;
    }
}
