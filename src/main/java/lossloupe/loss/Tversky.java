package lossloupe.loss;

import java.util.List;
import java.util.Map;

/// Tversky loss `1 − (I+s)/(I+α·FP+β·FN+s)` with FP = P − I and FN = Y − I (Salehi et al. 2017; losses.md §1.9):
/// α = β = ½ is Dice with smoothing 2s, α = β = 1 is Jaccard.
///
/// Trap: Keras up to 3.15.1 has α and β the other way round.
public record Tversky(
        double smooth, Smooth smoothIn, double alpha, double beta, Activation activation, SumsOver sumsOver)
        implements RegionLoss {
    private static final Param ALPHA =
            Param.number("alpha", Param.Kind.NUMBER, "0.5", 0, Double.POSITIVE_INFINITY, 0.1);
    private static final Param BETA = Param.number("beta", Param.Kind.NUMBER, "0.5", 0, Double.POSITIVE_INFINITY, 0.1);

    static final LossInfo INFO = new LossInfo(
            "tversky",
            "Tversky loss",
            "Tversky",
            "1 − (Σpz + s)/(Σpz + α·FP + β·FN + s)",
            List.of(ALPHA, BETA, Smooth.PARAM, Smooth.PLACE, Activation.PARAM, SumsOver.PARAM));

    static Tversky of(Params params) {
        return new Tversky(
                params.number(Smooth.PARAM),
                Smooth.of(params),
                params.number(ALPHA),
                params.number(BETA),
                Activation.of(params),
                SumsOver.of(params));
    }

    @Override
    public LossInfo info() {
        return INFO;
    }

    @Override
    public Map<String, String> params() {
        return new Params.Writer()
                .number(ALPHA, alpha)
                .number(BETA, beta)
                .number(Smooth.PARAM, smooth)
                .text(Smooth.PLACE, smoothIn.id())
                .text(Activation.PARAM, activation.id())
                .text(SumsOver.PARAM, sumsOver.id())
                .map();
    }

    @Override
    public OverlapRatio ratio() {
        return new OverlapRatio(1, 1 - alpha - beta, alpha, beta, smoothIn.above(smooth), smooth);
    }
}
