package lossloupe.loss;

import java.util.Map;

/// Soft Dice loss `1 − (2I+s)/(P+Y+s)` (Milletari et al. 2016; losses.md §1.9). Keras' `dice` smooths only the
/// denominator, by 1e-7, so that an empty mask costs 1.
public record SoftDice(RegionSetting setting) implements RegionLoss {
    static final LossInfo INFO =
            new LossInfo("soft_dice", "Soft Dice loss", "Dice", "1 − (2Σpz + s)/(Σp + Σz + s)", RegionSetting.PARAMS);

    static SoftDice of(Params params) {
        return new SoftDice(RegionSetting.of(params));
    }

    @Override
    public LossInfo info() {
        return INFO;
    }

    @Override
    public Map<String, String> params() {
        return setting.write(new Params.Writer()).map();
    }

    @Override
    public OverlapRatio ratio() {
        return setting.ratio(2, 0, 1, 1);
    }
}
