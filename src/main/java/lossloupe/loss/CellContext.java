package lossloupe.loss;

import lossloupe.tensor.DType;
import org.jspecify.annotations.Nullable;

/// One cell with the fibre it belongs to: all that any loss needs to speak of it.
public final class CellContext {
    private final double[] logits;
    private final double[] labels;
    private final int index;
    private final DType dtype;
    private final @Nullable RegionContext regions;
    private final @Nullable RankedRegion region;

    /// @param logits of the fibre; the array is taken over
    /// @param labels of the fibre; the array is taken over
    /// @param index of the cell in the fibre
    public CellContext(double[] logits, double[] labels, int index, DType dtype) {
        this(logits, labels, index, dtype, null, null);
    }

    private CellContext(
            double[] logits,
            double[] labels,
            int index,
            DType dtype,
            @Nullable RegionContext regions,
            @Nullable RankedRegion region) {
        if (logits.length != labels.length || index < 0 || index >= logits.length) {
            throw new IllegalArgumentException(
                    "cell " + index + " of " + logits.length + " logits and " + labels.length + " labels");
        }
        this.logits = logits;
        this.labels = labels;
        this.index = index;
        this.dtype = dtype;
        this.regions = regions;
        this.region = region;
    }

    /// Cells of the fibre.
    public int size() {
        return logits.length;
    }

    public int index() {
        return index;
    }

    public double logit() {
        return logits[index];
    }

    public double label() {
        return labels[index];
    }

    public double logit(int i) {
        return logits[i];
    }

    public double label(int i) {
        return labels[i];
    }

    /// Another cell of the fibre.
    CellContext at(int i) {
        return new CellContext(logits, labels, i, dtype, regions, region);
    }

    /// The same cell, knowing the regions it belongs to.
    public CellContext in(RegionContext context) {
        return new CellContext(logits, labels, index, dtype, context, region);
    }

    /// The same cell, knowing the region it is ranked in.
    public CellContext in(RankedRegion ranked) {
        return new CellContext(logits, labels, index, dtype, regions, ranked);
    }

    /// The region it is ranked in; null where the loss ranks nothing.
    public @Nullable RankedRegion region() {
        return region;
    }

    /// The regions that its logit can change; null where the loss has none.
    public @Nullable RegionContext regions() {
        return regions;
    }

    /// The same cell with other labels in its fibre.
    CellContext withLabels(double... other) {
        return new CellContext(logits, other, index, dtype, regions, region);
    }

    /// The type that the numbers shown were computed in.
    public DType dtype() {
        return dtype;
    }
}
