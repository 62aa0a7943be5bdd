package lossloupe.loss;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import lossloupe.kernel.Arithmetic;
import lossloupe.loss.Explanation.LineWriter;
import lossloupe.tensor.Axis;
import lossloupe.tensor.Chunk;
import lossloupe.tensor.DType;

/// A loss on the overlap of probabilities and labels in a whole region: one number for each. An edit costs the sums of
/// the chunks that it touches. Probabilities are computed in the type of the document, their sums and what is
/// made of these in float64.
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

    /// Probabilities of all classes at once.
    default List<Chunk> probabilities(List<Chunk> logits, DType dtype) {
        if (activation() == Activation.SIGMOID) {
            return logits.stream().map(x -> Sigmoids.probabilities(x, dtype)).toList();
        }
        var softmax = new SoftmaxCrossEntropy(Axis.CLASS);
        var stats = softmax.acrossClasses(logits, dtype);
        return logits.stream().map(x -> softmax.probabilities(x, stats, dtype)).toList();
    }

    /// Probabilities of one class: of a sigmoid without looking at the others.
    default Chunk probability(List<Chunk> logits, int cls, DType dtype) {
        return activation() == Activation.SIGMOID
                ? Sigmoids.probabilities(logits.get(cls), dtype)
                : probabilities(logits, dtype).get(cls);
    }

    /// Derivatives by the logits of all classes, from those by the probabilities: `p(1−p)·g` for a sigmoid,
    /// `p·(g − Σ g·p)` for a softmax.
    default List<Chunk> throughActivation(List<Chunk> logits, double[][] slopes, DType dtype) {
        return activation() == Activation.SIGMOID
                ? IntStream.range(0, slopes.length)
                        .mapToObj(c -> throughSigmoid(logits.get(c), slopes[c], dtype))
                        .toList()
                : throughSoftmax(Inputs.doubles(probabilities(logits, DType.FLOAT64)), slopes).stream()
                        .map(g -> g.as(dtype))
                        .toList();
    }

    private static Chunk throughSigmoid(Chunk logits, double[] slopes, DType dtype) {
        if (dtype == DType.FLOAT32) {
            var sigmoids = Sigmoids.FloatPair.of(Inputs.floats(logits));
            var p = sigmoids.p();
            var q = sigmoids.q();
            for (int i = 0; i < q.length; i++) {
                q[i] = (float) (slopes[i] * p[i] * q[i]);
            }
            return Chunk.of(q);
        }
        var sigmoids = Sigmoids.Pair.of(Inputs.doubles(logits));
        var p = sigmoids.p();
        var q = sigmoids.q();
        for (int i = 0; i < q.length; i++) {
            q[i] = slopes[i] * p[i] * q[i];
        }
        return Chunk.of(q);
    }

    /// In doubles: `g − Σ g·p` cancels where p is near 1.
    private static List<Chunk> throughSoftmax(double[][] p, double[][] slopes) {
        var mean = new double[p[0].length];
        for (int c = 0; c < p.length; c++) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += slopes[c][i] * p[c][i];
            }
        }
        var out = new double[p.length][mean.length];
        for (int c = 0; c < p.length; c++) {
            for (int i = 0; i < mean.length; i++) {
                out[c][i] = p[c][i] * (slopes[c][i] - mean[i]);
            }
        }
        return Arrays.stream(out).map(Chunk::of).toList();
    }

    @Override
    default double term(CellContext cell, Arithmetic steps) {
        var regions = Objects.requireNonNull(cell.regions());
        int own = regions.regionOf().get(cell.index());
        var sums = regions.others().get(own);
        for (int c = 0; c < cell.size(); c++) {
            if (regions.regionOf().get(c) == own) {
                sums = sums.plus(probability(cell.at(c), steps), steps.of(cell.label(c)), 1);
            }
        }
        return ratio().share(probability(cell, steps), steps.of(cell.label()), sums, steps);
    }

    @Override
    default double probability(CellContext cell, Arithmetic steps) {
        return activation() == Activation.SIGMOID
                ? steps.sigmoid(steps.of(cell.logit()))
                : Stepwise.Softmax.of(cell, steps).probability(cell.logit(), steps);
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
        var p = probabilities(logits, cell.dtype());
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
                .sign(", Σ")
                .logit("p")
                .sign(" = ")
                .shared(number.text(own.probabilities().value()))
                .sign(", Σ")
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
