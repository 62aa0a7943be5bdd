package lossloupe.loss;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import lossloupe.loss.Explanation.LineWriter;
import lossloupe.tensor.Axis;
import lossloupe.tensor.Chunk;
import lossloupe.tensor.DType;

/// A loss on the overlap of probabilities and labels in a whole region: one number for each. An edit costs the sums of
/// the chunks that it touches. Everything is computed in float64; float32 results are rounded once.
public non-sealed interface RegionLoss extends Loss {
    OverlapRatio ratio();

    RegionSetting setting();

    default SumsOver sumsOver() {
        return setting().sumsOver();
    }

    default Activation activation() {
        return setting().activation();
    }

    /// What makes probabilities of logits.
    enum Activation {
        SIGMOID,
        SOFTMAX;

        static final Param PARAM = Param.choice("activation", "sigmoid", "sigmoid", "softmax");

        static Activation of(Params params) {
            return params.text(PARAM).equals("softmax") ? SOFTMAX : SIGMOID;
        }

        String id() {
            return this == SOFTMAX ? "softmax" : "sigmoid";
        }
    }

    /// Probabilities of all classes at once, in float64 whatever the document computes in.
    default List<Chunk> probabilities(List<Chunk> logits) {
        if (activation() == Activation.SIGMOID) {
            return logits.stream()
                    .map(x -> Sigmoids.probabilities(x, DType.FLOAT64))
                    .toList();
        }
        var softmax = new SoftmaxCrossEntropy(Axis.CLASS);
        var stats = softmax.acrossClasses(logits, DType.FLOAT64);
        return logits.stream()
                .map(x -> softmax.probabilities(x, stats, DType.FLOAT64))
                .toList();
    }

    /// Probabilities of one class: of a sigmoid without looking at the others.
    default Chunk probability(List<Chunk> logits, int cls) {
        return activation() == Activation.SIGMOID
                ? Sigmoids.probabilities(logits.get(cls), DType.FLOAT64)
                : probabilities(logits).get(cls);
    }

    /// Derivatives by the logits of all classes, from those by the probabilities: `p(1−p)·g` for a sigmoid,
    /// `p·(g − Σ g·p)` for a softmax.
    default List<Chunk> throughActivation(List<Chunk> logits, double[][] slopes) {
        var p = Inputs.doubles(probabilities(logits));
        var x = Inputs.doubles(logits);
        var out = new double[p.length][];
        for (int c = 0; c < p.length; c++) {
            out[c] = activation() == Activation.SIGMOID ? Sigmoids.Pair.of(x[c]).q() : new double[p[c].length];
        }
        for (int i = 0; i < p[0].length; i++) {
            double mean = 0;
            for (int c = 0; c < p.length; c++) {
                mean += slopes[c][i] * p[c][i];
            }
            for (int c = 0; c < p.length; c++) {
                out[c][i] = activation() == Activation.SIGMOID
                        ? slopes[c][i] * p[c][i] * out[c][i]
                        : p[c][i] * (slopes[c][i] - mean);
            }
        }
        return java.util.Arrays.stream(out).map(Chunk::of).toList();
    }

    /// 0 where every label is 0 or 1 and a sigmoid can say so; else the least value is not known.
    default double floor(RegionSums sums) {
        double denominator = ratio().denominator(sums);
        boolean isReached = sums.hard() && activation() == Activation.SIGMOID && ratio().smoothAbove() > 0;
        return isReached && !Double.isNaN(denominator) ? 0 : Double.NaN;
    }

    /// The loss of the regions that the logit can change, added up.
    @Override
    default DoubleUnaryOperator curve(CellContext cell) {
        var regions = Objects.requireNonNull(cell.regions(), "a cell of a region loss knows its regions");
        return x -> {
            double sum = 0;
            for (var region : sums(cell, regions, x)) {
                sum += ratio().value(region);
            }
            return sum;
        };
    }

    private List<RegionSums> sums(CellContext cell, RegionContext regions, double x) {
        var logits = new ArrayList<Chunk>();
        for (int c = 0; c < cell.size(); c++) {
            logits.add(Chunk.of(new double[] {c == cell.index() ? x : cell.logit(c)}));
        }
        var p = probabilities(logits);
        var sums = new ArrayList<>(regions.others());
        for (int c = 0; c < cell.size(); c++) {
            int r = regions.regionOf().get(c);
            sums.set(r, sums.get(r).plus(p.get(c).get(0), cell.label(c), 1));
        }
        return activation() == Activation.SOFTMAX
                ? sums
                : List.of(sums.get(regions.regionOf().get(cell.index())));
    }

    @Override
    default double floor(CellContext cell) {
        var regions = Objects.requireNonNull(cell.regions());
        double floor = 0;
        for (var region : sums(cell, regions, cell.logit())) {
            floor += floor(region);
        }
        return floor;
    }

    @Override
    default Explanation explain(CellContext cell, int digits) {
        var number = new Decimals(digits);
        var regions = Objects.requireNonNull(cell.regions());
        var all = sums(cell, regions, cell.logit());
        var own = all.size() == 1 ? all.getFirst() : all.get(regions.regionOf().get(cell.index()));
        var sums = new LineWriter()
                .sign("Σ")
                .logit("p")
                .label("z")
                .sign(" = ")
                .shared(number.text(own.products().value()))
                .sign(",  Σ")
                .logit("p")
                .sign(" = ")
                .shared(number.text(own.probabilities().value()))
                .sign(",  Σ")
                .label("z")
                .sign(" = ")
                .shared(number.text(own.labels().value()));
        var numbers = new LineWriter()
                .sign("1 \u2212 ")
                .shared(number.text(ratio().numerator(own)))
                .sign(" / ")
                .shared(number.text(ratio().denominator(own)));
        var result = new LineWriter().sign("= ").result(number.text(ratio().value(own)));
        return new Explanation(List.of(sums.line(), numbers.line(), result.line()));
    }
}
