package lossloupe.loss;

import java.util.List;
import java.util.Map;

/// Soft Jaccard loss `1 − (I+s)/(P+Y−I+s)`, the soft form of 1 − IoU (losses.md §1.9).
public record SoftJaccard(double smooth, Smooth smoothIn, Activation activation, SumsOver sumsOver)
        implements RegionLoss {
    static final LossInfo INFO = new LossInfo(
            "soft_jaccard",
            "Soft Jaccard loss",
            "Jaccard",
            "1 − (Σpz + s)/(Σp + Σz − Σpz + s)",
            List.of(Smooth.PARAM, Smooth.PLACE, Activation.PARAM, SumsOver.PARAM));

    static SoftJaccard of(Params params) {
        return new SoftJaccard(
                params.number(Smooth.PARAM), Smooth.of(params), Activation.of(params), SumsOver.of(params));
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
        return new OverlapRatio(1, -1, 1, 1, smoothIn.above(smooth), smooth);
    }
}
