package lossloupe.loss;

import java.util.Map;

/// Soft Jaccard loss `1 − (I+s)/(P+Y−I+s)`, the soft form of 1 − IoU (losses.md §1.9).
public record SoftJaccard(RegionSetting setting) implements RegionLoss {
    static final LossInfo INFO = new LossInfo(
            "soft_jaccard", "Soft Jaccard loss", "Jaccard", "1 − (Σpz + s)/(Σp + Σz − Σpz + s)", RegionSetting.PARAMS);

    static SoftJaccard of(Params params) {
        return new SoftJaccard(RegionSetting.of(params));
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
        return setting.ratio(1, -1, 1, 1);
    }
}
