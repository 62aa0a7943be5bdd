package lossloupe.equality;

/// The sum as TensorFlow's CPU kernels make it (Eigen, `TensorReduction.h`): four accumulators of one packet each over
/// blocks of four packets, accumulators joined 0+1, +2, +3, whole packets that are left added to that, the upper half
/// of the lanes folded onto the lower until one is left; the values after the last whole packet are summed apart, and
/// that sum comes first in the last addition. Any other order gives other last digits: NumPy's pairwise sum agrees in
/// about half of the cases.
public final class BlockedSum {
    private static final int ACCUMULATORS = 4;

    private BlockedSum() {}

    /// Where the scalar tail begins.
    public static int tail(int size, int packet) {
        return size / packet * packet;
    }

    /// The sum in float64.
    ///
    /// @param packet lanes of a packet, a power of two
    public static double of(double[] v, int packet) {
        var lanes = new double[ACCUMULATORS][packet];
        int blocks = v.length / (ACCUMULATORS * packet) * (ACCUMULATORS * packet);
        for (int i = 0; i < blocks; i++) {
            lanes[i / packet % ACCUMULATORS][i % packet] += v[i];
        }
        var total = lanes[0];
        for (int a = 1; a < ACCUMULATORS; a++) {
            for (int k = 0; k < packet; k++) {
                total[k] += lanes[a][k];
            }
        }
        int end = tail(v.length, packet);
        for (int i = blocks; i < end; i++) {
            total[i % packet] += v[i];
        }
        for (int half = packet / 2; half > 0; half /= 2) {
            for (int k = 0; k < half; k++) {
                total[k] += total[k + half];
            }
        }
        double rest = 0;
        for (int i = end; i < v.length; i++) {
            rest += v[i];
        }
        return rest + total[0];
    }

    /// The same in float32, every addition rounded.
    public static float of(float[] v, int packet) {
        var lanes = new float[ACCUMULATORS][packet];
        int blocks = v.length / (ACCUMULATORS * packet) * (ACCUMULATORS * packet);
        for (int i = 0; i < blocks; i++) {
            lanes[i / packet % ACCUMULATORS][i % packet] += v[i];
        }
        var total = lanes[0];
        for (int a = 1; a < ACCUMULATORS; a++) {
            for (int k = 0; k < packet; k++) {
                total[k] += lanes[a][k];
            }
        }
        int end = tail(v.length, packet);
        for (int i = blocks; i < end; i++) {
            total[i % packet] += v[i];
        }
        for (int half = packet / 2; half > 0; half /= 2) {
            for (int k = 0; k < half; k++) {
                total[k] += total[k + half];
            }
        }
        float rest = 0;
        for (int i = end; i < v.length; i++) {
            rest += v[i];
        }
        return rest + total[0];
    }
}
