package lossloupe.compute;

import ch.obermuhlner.math.big.BigDecimalMath;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import lossloupe.document.LossChoice;

/// The losses of losses.md §1 once more, to fifty digits and with no thought for speed or overflow: written from the
/// formulas alone, so that a mistake would have to be made twice. What is returned is the sum of all that the loss
/// returns.
record ReferenceLoss(LossChoice choice, BigDecimal[][][] x, BigDecimal[][][] z) {
    static final MathContext DIGITS = new MathContext(50);
    private static final BigDecimal ONE = BigDecimal.ONE;

    /// A cell by example, class and position.
    private record At(int e, int c, int p) {}

    BigDecimal total() {
        return switch (choice.id()) {
            case "sigmoid_cross_entropy" -> overCells(this::weighted);
            case "naive_sigmoid_cross_entropy", "binary_crossentropy" ->
                overCells(i -> crossEntropy(sigmoid(x(i)), z(i)));
            case "sigmoid_focal" -> overCells(this::focal);
            case "softmax_cross_entropy" ->
                text("axis", "class").equals("class") ? softmaxOverClasses() : softmaxOverPositions();
            case "sparse_softmax_cross_entropy" -> sparse();
            case "soft_dice", "soft_jaccard", "tversky" -> overlap();
            case "lovasz_hinge" -> lovasz();
            default -> throw new IllegalArgumentException("no reference for " + choice.id());
        };
    }

    private interface OfCell {
        BigDecimal at(At cell);
    }

    private BigDecimal overCells(OfCell loss) {
        return cells().stream().map(loss::at).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private List<At> cells() {
        var all = new ArrayList<At>();
        for (int e = 0; e < x.length; e++) {
            for (int c = 0; c < x[0].length; c++) {
                for (int p = 0; p < x[0][0].length; p++) {
                    all.add(new At(e, c, p));
                }
            }
        }
        return all;
    }

    private BigDecimal x(At i) {
        return x[i.e()][i.c()][i.p()];
    }

    private BigDecimal z(At i) {
        return z[i.e()][i.c()][i.p()];
    }

    private int classes() {
        return x[0].length;
    }

    private int length() {
        return x[0][0].length;
    }

    /// §1.2 with the labels of §1.10.
    private BigDecimal weighted(At i) {
        var eps = number("label_smoothing", "0");
        var q = number("pos_weight", "1");
        var label = z(i).multiply(ONE.subtract(eps)).add(eps.divide(BigDecimal.TWO, DIGITS));
        return ONE.subtract(label)
                .multiply(softplus(x(i)))
                .add(q.multiply(label).multiply(softplus(x(i).negate())));
    }

    /// §1.3 and §1.4 where nothing is clipped.
    private static BigDecimal crossEntropy(BigDecimal p, BigDecimal label) {
        return label.multiply(log(p))
                .add(ONE.subtract(label).multiply(log(ONE.subtract(p))))
                .negate();
    }

    /// §1.8.
    private BigDecimal focal(At i) {
        var p = sigmoid(x(i));
        var label = z(i);
        var rest = ONE.subtract(label);
        var q = p.multiply(rest).add(ONE.subtract(p).multiply(label));
        var alpha = text("alpha", "0.25");
        var weight = alpha.equals("none")
                ? ONE
                : new BigDecimal(alpha)
                        .multiply(label)
                        .add(ONE.subtract(new BigDecimal(alpha)).multiply(rest));
        return weight.multiply(BigDecimalMath.pow(q, number("gamma", "2"), DIGITS))
                .multiply(crossEntropy(p, label));
    }

    /// §1.5.
    private BigDecimal softmaxOverClasses() {
        var sum = BigDecimal.ZERO;
        for (int e = 0; e < x.length; e++) {
            for (int p = 0; p < length(); p++) {
                int example = e;
                int position = p;
                sum = sum.add(fibre(IntStream.range(0, classes())
                        .mapToObj(c -> new At(example, c, position))
                        .toList()));
            }
        }
        return sum;
    }

    /// §1.7.
    private BigDecimal softmaxOverPositions() {
        var sum = BigDecimal.ZERO;
        for (int e = 0; e < x.length; e++) {
            for (int c = 0; c < classes(); c++) {
                int example = e;
                int cls = c;
                sum = sum.add(fibre(IntStream.range(0, length())
                        .mapToObj(p -> new At(example, cls, p))
                        .toList()));
            }
        }
        return sum;
    }

    private BigDecimal fibre(List<At> cells) {
        var eps = number("label_smoothing", "0");
        var even = eps.divide(BigDecimal.valueOf(cells.size()), DIGITS);
        var logSum = logSum(cells);
        return cells.stream()
                .map(i -> z(i).multiply(ONE.subtract(eps)).add(even).multiply(logSum.subtract(x(i))))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal logSum(List<At> cells) {
        return log(cells.stream().map(i -> exp(x(i))).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /// §1.6, of labels with one class at each position.
    private BigDecimal sparse() {
        var eps = number("label_smoothing", "0");
        var weight = number("class_weight", "1");
        var ignored = text("ignore_index", "-100");
        var even = eps.divide(BigDecimal.valueOf(classes()), DIGITS);
        var sum = BigDecimal.ZERO;
        for (int e = 0; e < x.length; e++) {
            for (int p = 0; p < length(); p++) {
                int example = e;
                int position = p;
                var cells = IntStream.range(0, classes())
                        .mapToObj(c -> new At(example, c, position))
                        .toList();
                var y = cells.stream()
                        .filter(i -> z(i).signum() > 0)
                        .findFirst()
                        .orElseThrow();
                if (!ignored.equals(Integer.toString(y.c()))) {
                    var logSum = logSum(cells);
                    sum = sum.add(ONE.subtract(eps).multiply(weight).multiply(logSum.subtract(x(y))));
                    for (var i : cells) {
                        sum = sum.add(even.multiply(weight).multiply(logSum.subtract(x(i))));
                    }
                }
            }
        }
        return sum;
    }

    /// §1.9.
    private BigDecimal overlap() {
        var s = number("smooth", "1");
        var above = text("smooth_in", "both").equals("both") ? s : BigDecimal.ZERO;
        var sum = BigDecimal.ZERO;
        for (var region : regions(text("sums_over", "flattened"))) {
            var both = BigDecimal.ZERO;
            var p = BigDecimal.ZERO;
            var y = BigDecimal.ZERO;
            for (var i : region) {
                var probability = probability(i);
                both = both.add(probability.multiply(z(i)));
                p = p.add(probability);
                y = y.add(z(i));
            }
            var falsePositives = p.subtract(both);
            var falseNegatives = y.subtract(both);
            var one = choice.id().equals("soft_dice") ? BigDecimal.TWO : ONE;
            var below = switch (choice.id()) {
                case "soft_dice" -> p.add(y);
                case "soft_jaccard" -> p.add(y).subtract(both);
                default ->
                    both.add(number("alpha", "0.5").multiply(falsePositives))
                            .add(number("beta", "0.5").multiply(falseNegatives));
            };
            sum = sum.add(ONE.subtract(one.multiply(both).add(above).divide(below.add(s), DIGITS)));
        }
        return sum;
    }

    private BigDecimal probability(At i) {
        if (text("activation", "sigmoid").equals("sigmoid")) {
            return sigmoid(x(i));
        }
        var cells = IntStream.range(0, classes())
                .mapToObj(c -> new At(i.e(), c, i.p()))
                .toList();
        return exp(x(i).subtract(logSum(cells)));
    }

    /// Berman, Triki and Blaschko 2018, algorithm 1.
    private BigDecimal lovasz() {
        var sum = BigDecimal.ZERO;
        for (var region : regions(text("sums_over", "per_example_per_class"))) {
            var ranked = region.stream()
                    .sorted(Comparator.comparing(this::hinge).reversed())
                    .toList();
            var positives = region.stream().map(this::z).reduce(BigDecimal.ZERO, BigDecimal::add);
            var both = positives;
            var either = positives;
            var former = BigDecimal.ZERO;
            for (var i : ranked) {
                both = both.subtract(z(i));
                either = either.add(ONE.subtract(z(i)));
                var jaccard = either.signum() == 0 ? BigDecimal.ZERO : ONE.subtract(both.divide(either, DIGITS));
                sum = sum.add(hinge(i).max(BigDecimal.ZERO).multiply(jaccard.subtract(former)));
                former = jaccard;
            }
        }
        return sum;
    }

    private BigDecimal hinge(At i) {
        return ONE.subtract(x(i).multiply(BigDecimal.TWO.multiply(z(i)).subtract(ONE)));
    }

    private List<List<At>> regions(String sumsOver) {
        var byKey = new TreeMap<String, List<At>>();
        for (var i : cells()) {
            var key = switch (sumsOver) {
                case "flattened" -> "";
                case "per_class" -> "c" + i.c();
                case "per_example" -> "e" + i.e();
                default -> i.e() + " " + i.c();
            };
            byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(i);
        }
        return List.copyOf(byKey.values());
    }

    private String text(String param, String usual) {
        Map<String, String> params = choice.params();
        return params.getOrDefault(param, usual);
    }

    private BigDecimal number(String param, String usual) {
        return new BigDecimal(text(param, usual));
    }

    private static BigDecimal sigmoid(BigDecimal value) {
        return ONE.divide(ONE.add(exp(value.negate())), DIGITS);
    }

    private static BigDecimal softplus(BigDecimal value) {
        return log(ONE.add(exp(value)));
    }

    private static BigDecimal exp(BigDecimal value) {
        return BigDecimalMath.exp(value, DIGITS);
    }

    private static BigDecimal log(BigDecimal value) {
        return BigDecimalMath.log(value, DIGITS);
    }
}
