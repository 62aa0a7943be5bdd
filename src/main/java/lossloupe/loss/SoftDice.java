package lossloupe.loss;

import java.util.List;
import java.util.Map;

/// Soft Dice loss `1 − (2I+s)/(P+Y+s)` (Milletari et al. 2016; losses.md §1.9). Keras' `dice` smooths only the
/// denominator, by 1e-7, so that an empty mask costs 1.
public record SoftDice(double smooth, Smooth smoothIn, Activation activation, SumsOver sumsOver) implements RegionLoss {
    static final LossInfo INFO = new LossInfo(
            "soft_dice",
            "Soft Dice loss",
            "Dice",
            "1 − (2Σpz + s)/(Σp + Σz + s)",
            List.of(Smooth.PARAM, Smooth.PLACE, Activation.PARAM, SumsOver.PARAM));

    static SoftDice of(Params params) {
        return new SoftDice(params.number(Smooth.PARAM), Smooth.of(params), Activation.of(params), SumsOver.of(params));
    }

    @Override
    public LossInfo info() {
        return INFO;
    }

    @Override
    public Map<String, String> params() {
        return new Params.Writer()
                .number(Smooth.PARAM, smooth)
                .text(Smooth.PLACE, smoothIn.id())
                .text(Activation.PARAM, activation.id())
                .text(SumsOver.PARAM, sumsOver.id())
                .map();
    }

    @Override
    public OverlapRatio ratio() {
        return new OverlapRatio(2, 0, 1, 1, smoothIn.above(smooth), smooth);
    }
}
