package lossloupe.loss;

import java.util.ArrayList;
import java.util.List;
import lossloupe.kernel.Kernels;
import lossloupe.tensor.Chunk;
import lossloupe.tensor.DType;

/// What a loss of regions needs of chunks.
public final class RegionFormulas {
    private static final Kernels KERNELS = Kernels.lookup();

    private RegionFormulas() {}

    /// Sums of the chunks of all classes, one for each class.
    public static List<RegionSums> sums(RegionLoss loss, List<Chunk> logits, List<Chunk> labels) {
        var probabilities = loss.probabilities(logits);
        var sums = new ArrayList<RegionSums>();
        for (int c = 0; c < labels.size(); c++) {
            sums.add(sums(Inputs.doubles(probabilities.get(c)), Inputs.doubles(labels.get(c))));
        }
        return sums;
    }

    private static RegionSums sums(double[] p, double[] z) {
        var products = new double[p.length];
        boolean hard = true;
        for (int i = 0; i < p.length; i++) {
            products[i] = p[i] * z[i];
            hard &= z[i] == 0 || z[i] == 1;
        }
        return new RegionSums(
                KERNELS.sum(products, 0, p.length), KERNELS.sum(p, 0, p.length), KERNELS.sum(z, 0, z.length), hard);
    }

    /// Probabilities of all classes at once, in the type of the document.
    public static List<Chunk> probabilities(RegionLoss loss, List<Chunk> logits, DType dtype) {
        return loss.probabilities(logits).stream().map(p -> p.as(dtype)).toList();
    }

    /// What the cells of one class add to the loss of their region.
    public static Chunk shares(RegionLoss loss, List<Chunk> logits, int cls, Chunk labels, RegionSums region) {
        var p = Inputs.doubles(loss.probability(logits, cls));
        var z = Inputs.doubles(labels);
        var ratio = loss.ratio();
        var out = new double[p.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = ratio.share(p[i], z[i], region);
        }
        return Chunk.of(out);
    }

    /// Derivatives of the losses of the regions, added up, by the logits of all classes.
    public static List<Chunk> gradient(
            RegionLoss loss, List<Chunk> logits, List<Chunk> labels, List<RegionSums> regions, DType dtype) {
        var ratio = loss.ratio();
        var slopes = new double[labels.size()][];
        for (int c = 0; c < slopes.length; c++) {
            slopes[c] = Inputs.doubles(labels.get(c)).clone();
            for (int i = 0; i < slopes[c].length; i++) {
                slopes[c][i] = ratio.slope(slopes[c][i], regions.get(c));
            }
        }
        return loss.throughActivation(logits, slopes).stream()
                .map(g -> g.as(dtype))
                .toList();
    }
}
