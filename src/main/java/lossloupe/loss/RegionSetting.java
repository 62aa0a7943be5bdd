package lossloupe.loss;

import java.util.List;
import lossloupe.loss.RegionLoss.Activation;

/// What all losses of regions have in common to be set.
public record RegionSetting(double smooth, Smooth smoothIn, Activation activation, SumsOver sumsOver) {
    static final List<Param> PARAMS = List.of(Smooth.PARAM, Smooth.PLACE, Activation.PARAM, SumsOver.PARAM);

    static RegionSetting of(Params params) {
        return new RegionSetting(
                params.number(Smooth.PARAM), Smooth.of(params), Activation.of(params), SumsOver.of(params));
    }

    Params.Writer write(Params.Writer writer) {
        return writer.number(Smooth.PARAM, smooth)
                .text(Smooth.PLACE, smoothIn.id())
                .text(Activation.PARAM, activation.id())
                .text(SumsOver.PARAM, sumsOver.id());
    }

    /// The ratio of a loss with these coefficients and this smoothing.
    OverlapRatio ratio(double inNumerator, double inDenominator, double ofProbabilities, double ofLabels) {
        return new OverlapRatio(inNumerator, inDenominator, ofProbabilities, ofLabels, smoothIn.above(smooth), smooth);
    }
}
