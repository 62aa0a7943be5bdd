package lossloupe.loss;

import lossloupe.kernel.Sum;

/// What an overlap loss knows of a region: I = Σ p·z, P = Σ p, Y = Σ z, and whether every label is 0 or 1.
public record RegionSums(Sum products, Sum probabilities, Sum labels, boolean hard) {
    /// A region without cells.
    public static final RegionSums EMPTY = new RegionSums(Sum.ZERO, Sum.ZERO, Sum.ZERO, true);

    public RegionSums plus(RegionSums other) {
        return new RegionSums(
                products.plus(other.products),
                probabilities.plus(other.probabilities),
                labels.plus(other.labels),
                hard && other.hard);
    }

    /// With one cell more, or less where `sign` is −1.
    public RegionSums plus(double p, double z, int sign) {
        return new RegionSums(
                products.plus(new Sum(sign * p * z, 0)),
                probabilities.plus(new Sum(sign * p, 0)),
                labels.plus(new Sum(sign * z, 0)),
                hard && Inputs.isHard(z));
    }
}
