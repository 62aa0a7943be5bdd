package lossloupe.loss;

import lossloupe.kernel.Arithmetic;
/// `1 − A/B` of a region with A = i·I + s and B = j·I + p·P + y·Y + s. Dice, Jaccard and Tversky are this with other
/// coefficients (losses.md §1.9).
///
/// @param inNumerator i
/// @param inDenominator j
/// @param ofProbabilities p
/// @param ofLabels y
/// @param smoothAbove s of the numerator; Keras has none
/// @param smoothBelow s of the denominator

public record OverlapRatio(
        double inNumerator,
        double inDenominator,
        double ofProbabilities,
        double ofLabels,
        double smoothAbove,
        double smoothBelow) {
    /// The loss of a region; NaN for 0/0, a region that is empty in labels and probabilities without smoothing.
    public double value(RegionSums sums) {
        return (denominator(sums) - numerator(sums)) / denominator(sums);
    }

    /// What a cell adds to the loss of its region: B − A is a sum over cells, so that the shares of a region add up
    /// to its loss (but for a smoothing that only the denominator has).
    public double share(double p, double z, RegionSums sums) {
        double disagreement = (inDenominator - inNumerator) * p * z + ofProbabilities * p + ofLabels * z;
        return disagreement / denominator(sums);
    }

    /// The same with every step rounded.
    double share(double p, double z, RegionSums sums, Arithmetic steps) {
        double both = steps.times(steps.of(inDenominator - inNumerator), steps.times(p, z));
        double product =
                steps.times(steps.of(inDenominator), steps.of(sums.products().value()));
        double below = steps.plus(
                steps.plus(
                        product,
                        apart(sums.probabilities().value(), sums.labels().value(), steps)),
                steps.of(smoothBelow));
        return steps.over(steps.plus(both, apart(p, z, steps)), below);
    }

    private double apart(double probabilities, double labels, Arithmetic steps) {
        double predicted = steps.times(steps.of(ofProbabilities), steps.of(probabilities));
        return steps.plus(predicted, steps.times(steps.of(ofLabels), steps.of(labels)));
    }

    /// Derivative of the region's loss by the probability of a cell, `−(A′B − AB′)/B²`, of a cell without a label.
    double slope(RegionSums sums) {
        double below = denominator(sums);
        return numerator(sums) * ofProbabilities / below / below;
    }

    /// What a label adds to that derivative, which is linear in it.
    double slopePerLabel(RegionSums sums) {
        double below = denominator(sums);
        return (numerator(sums) * inDenominator / below - inNumerator) / below;
    }

    /// Numerator A.
    double numerator(RegionSums sums) {
        return inNumerator * sums.products().value() + smoothAbove;
    }

    /// Denominator B.
    double denominator(RegionSums sums) {
        return inDenominator * sums.products().value()
                + ofProbabilities * sums.probabilities().value()
                + ofLabels * sums.labels().value()
                + smoothBelow;
    }
}
