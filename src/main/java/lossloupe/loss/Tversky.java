package lossloupe.loss;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Tversky loss `1 − (I+s)/(I+α·FP+β·FN+s)` with FP = P − I and FN = Y − I (Salehi et al. 2017; losses.md §1.9):
/// α = β = ½ is Dice with smoothing 2s, α = β = 1 is Jaccard.
///
/// Trap: Keras up to 3.15.1 has α and β the other way round.
public record Tversky(double alpha, double beta, RegionSetting setting) implements RegionLoss {
    private static final Param ALPHA =
            Param.number("alpha", Param.Kind.NUMBER, "0.5", 0, Double.POSITIVE_INFINITY, 0.1, Param.Unit.FACTOR);
    private static final Param BETA =
            Param.number("beta", Param.Kind.NUMBER, "0.5", 0, Double.POSITIVE_INFINITY, 0.1, Param.Unit.FACTOR);

    private static final List<Param> PARAMS =
            Stream.concat(Stream.of(ALPHA, BETA), RegionSetting.PARAMS.stream()).toList();

    static final LossInfo INFO =
            new LossInfo("tversky", "Tversky loss", "Tversky", "1 − (Σpz + s)/(Σpz + α·FP + β·FN + s)", PARAMS);

    static Tversky of(Params params) {
        return new Tversky(params.number(ALPHA), params.number(BETA), RegionSetting.of(params));
    }

    @Override
    public LossInfo info() {
        return INFO;
    }

    @Override
    public Map<String, String> params() {
        return setting.write(new Params.Writer().number(ALPHA, alpha).number(BETA, beta))
                .map();
    }

    @Override
    public OverlapRatio ratio() {
        return setting.ratio(1, 1 - alpha - beta, alpha, beta);
    }
}
