package lossloupe.loss;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import lossloupe.kernel.Kernels;
import lossloupe.tensor.Chunk;
import lossloupe.tensor.DType;

/// What a loss of regions needs of chunks.
public final class RegionFormulas {
    private static final Kernels KERNELS = Kernels.lookup();

    private RegionFormulas() {}

    /// Sums of the chunks of all classes, one for each class.
    public static List<RegionSums> sums(RegionLoss loss, List<Chunk> logits, List<Chunk> labels, DType dtype) {
        var probabilities = loss.probabilities(logits, dtype);
        var sums = new ArrayList<RegionSums>();
        for (int c = 0; c < labels.size(); c++) {
            var p = probabilities.get(c);
            var z = labels.get(c);
            sums.add(
                    dtype == DType.FLOAT32
                            ? sums(Inputs.floats(p), Inputs.floats(z))
                            : sums(Inputs.doubles(p), Inputs.doubles(z)));
        }
        return sums;
    }

    /// A label is 0 or 1 where `z(1−z)` is 0.
    private static RegionSums sums(double[] p, double[] z) {
        var products = new double[p.length];
        double unclear = 0;
        for (int i = 0; i < products.length; i++) {
            products[i] = p[i] * z[i];
            unclear = Math.max(unclear, Math.abs(z[i] * (1 - z[i])));
        }
        return new RegionSums(
                KERNELS.sum(products, 0, p.length),
                KERNELS.sum(p, 0, p.length),
                KERNELS.sum(z, 0, z.length),
                unclear == 0);
    }

    /// As for doubles: the sums are in doubles too.
    private static RegionSums sums(float[] p, float[] z) {
        var products = new float[p.length];
        float unclear = 0;
        for (int i = 0; i < products.length; i++) {
            products[i] = p[i] * z[i];
            unclear = Math.max(unclear, Math.abs(z[i] * (1 - z[i])));
        }
        return new RegionSums(
                KERNELS.sum(products, 0, p.length),
                KERNELS.sum(p, 0, p.length),
                KERNELS.sum(z, 0, z.length),
                unclear == 0);
    }

    /// What the cells of one class add to the loss of their region.
    public static Chunk shares(
            RegionLoss loss, List<Chunk> logits, int cls, Chunk labels, RegionSums region, DType dtype) {
        var p = Inputs.doubles(loss.probability(logits, cls, dtype));
        var z = Inputs.doubles(labels);
        var ratio = loss.ratio();
        var out = new double[p.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = ratio.share(p[i], z[i], region);
        }
        return Chunk.of(out).as(dtype);
    }

    /// Derivatives of the losses of the regions, added up, by the logits of all classes.
    public static List<Chunk> gradient(
            RegionLoss loss, List<Chunk> logits, List<Chunk> labels, List<RegionSums> regions, DType dtype) {
        return gradient(loss, logits, labels, regions, Collections.nCopies(labels.size(), 1.0), dtype);
    }

    /// The same of a weighted sum of the regions.
    ///
    /// @param factors of the region of each class
    public static List<Chunk> gradient(
            RegionLoss loss,
            List<Chunk> logits,
            List<Chunk> labels,
            List<RegionSums> regions,
            List<Double> factors,
            DType dtype) {
        var slopes = new double[labels.size()][];
        for (int c = 0; c < slopes.length; c++) {
            slopes[c] = Inputs.doubles(labels.get(c)).clone();
            double unlabelled = factors.get(c) * loss.ratio().slope(regions.get(c));
            double perLabel = factors.get(c) * loss.ratio().slopePerLabel(regions.get(c));
            for (int i = 0; i < slopes[c].length; i++) {
                slopes[c][i] = unlabelled + perLabel * slopes[c][i];
            }
        }
        return loss.throughActivation(logits, slopes, dtype);
    }
}
