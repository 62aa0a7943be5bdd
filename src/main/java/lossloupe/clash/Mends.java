package lossloupe.clash;

import java.util.ArrayList;
import java.util.List;

/// What would make two shapes go together, the surest first.
public final class Mends {
    private final Clash clash;
    private final AxisNames names;
    private final Dims a;
    private final Dims b;
    private final Framework framework;
    private final List<Mend> found = new ArrayList<>();

    private Mends(Clash clash, AxisNames names) {
        this.clash = clash;
        this.names = names;
        this.a = clash.a().dims();
        this.b = clash.b().dims();
        this.framework = clash.framework();
    }

    /// Repairs of a clash; empty where the sizes have nothing in common.
    public static List<Mend> of(Clash clash, AxisNames names) {
        var mends = new Mends(clash, names);
        switch (clash.rule()) {
            case SAME, BROADCAST -> mends.same();
            case INDICES -> mends.indices();
            case CLASS_WEIGHTS -> mends.classWeights();
        }
        return List.copyOf(mends.found);
    }

    private void same() {
        if (a.rank() == b.rank()) {
            turned();
        } else {
            otherRank(clash.a(), clash.b(), names.b());
            otherRank(clash.b(), clash.a(), names.a());
        }
        nearlyEqual(a, b);
        if (found.isEmpty()) {
            flattenedApart();
        }
        if (found.isEmpty() && a.count() > 0 && a.count() == b.count() && !a.fits(b)) {
            found.add(Mend.maybe("reshape", "", a.text(), b.text()));
        }
    }

    /// `[b·n, l]` against `[b·l, n]`: both were flattened by the framework, from different layouts.
    private void flattenedApart() {
        if (a.rank() != 2 || b.rank() != 2 || a.count() < 0 || a.count() != b.count() || a.at(1) == b.at(1)) {
            return;
        }
        if (a.at(0) % b.at(1) == 0 && b.at(0) % a.at(1) == 0) {
            int examples = a.at(0) / b.at(1);
            var before = Dims.of(examples, b.at(1), a.at(1));
            found.add(Mend.sure(
                    "flattenedApart",
                    clash.a().name() + " = " + framework.permute(clash.a().name(), List.of(0, 2, 1)),
                    clash.a().name(),
                    before.text(),
                    before.permuted(List.of(0, 2, 1)).text()));
        }
    }

    /// Orders of axes that turn one array into the other; the one that puts classes where the framework looks for
    /// them comes first.
    private void turned() {
        for (var order : Orders.of(a.rank())) {
            if (!a.permuted(order).fits(b) || !permuted(names.a(), order).equals(names.b())) {
                continue;
            }
            boolean classesFit = names.b().indexOf(AxisNames.CLASSES) == framework.classAxis(b.rank());
            var onA = turn(clash.a(), order, b, classesFit);
            var onB = turn(clash.b(), Orders.inverse(order), a, !classesFit);
            found.addAll(classesFit ? List.of(onA, onB) : List.of(onB, onA));
        }
    }

    private Mend turn(Clash.Operand operand, List<Integer> order, Dims after, boolean sure) {
        var code = operand.name() + " = " + framework.permute(operand.name(), order);
        return new Mend("turn", List.of(operand.name(), operand.dims().text(), after.text()), code, sure);
    }

    private static List<String> permuted(List<String> names, List<Integer> order) {
        return order.stream().map(names::get).toList();
    }

    /// One array has an axis that the other lacks.
    private void otherRank(Clash.Operand less, Clash.Operand more, List<String> namesOfMore) {
        if (less.dims().rank() != more.dims().rank() - 1) {
            return;
        }
        for (int k = 0; k < more.dims().rank(); k++) {
            if (!more.dims().without(k).fits(less.dims())) {
                continue;
            }
            if (more.dims().at(k) == 1) {
                found.add(
                        Mend.sure("squeeze", more.name() + " = " + framework.squeeze(more.name(), k), more.name(), k));
            } else if (namesOfMore.get(k).equals(AxisNames.CLASSES)) {
                oneHot(less, more, k);
            } else {
                found.add(Mend.maybe(
                        "unsqueeze",
                        less.name() + " = " + framework.unsqueeze(less.name(), k),
                        less.name(),
                        namesOfMore.get(k)));
            }
        }
    }

    private void oneHot(Clash.Operand less, Clash.Operand more, int axis) {
        int classes = more.dims().at(axis);
        var code = framework.oneHot(less.name(), Math.max(classes, 1));
        int last = more.dims().rank() - 1;
        if (axis != last) {
            code = framework.permute(code, Orders.moved(more.dims().rank(), last, axis));
        }
        found.add(Mend.sure(
                "oneHot", less.name() + " = " + code, less.name(), more.dims().text()));
        found.add(
                Mend.maybe("mask", less.name() + " = " + framework.unsqueeze(less.name(), axis), less.name(), classes));
    }

    private void indices() {
        int wanted = framework.classAxis(b.rank());
        if (a.rank() == b.rank() - 1) {
            for (int k = 0; k < b.rank(); k++) {
                if (k != wanted && b.without(k).equals(a)) {
                    var order = Orders.moved(b.rank(), k, wanted);
                    found.add(Mend.sure(
                            "classAxis",
                            "logits = " + framework.permute("logits", order),
                            k,
                            wanted,
                            b.permuted(order).text()));
                }
            }
            nearlyEqual(a, b.without(wanted));
        } else if (a.rank() == b.rank()) {
            surplusAxis(wanted);
        }
        flattened();
    }

    /// Labels that still have a class axis, or an axis of one.
    private void surplusAxis(int wanted) {
        for (int k = a.rank() - 1; k >= 0; k--) {
            if (a.at(k) == 1 && a.without(k).fits(b.without(wanted))) {
                found.add(Mend.sure("squeeze", "labels = " + framework.squeeze("labels", k), "labels", k));
                return;
            }
        }
        int axis = -1;
        for (int k = 0; k < a.rank(); k++) {
            boolean here = a.without(k).fits(b.without(wanted));
            axis = here && (axis < 0 || k == wanted) ? k : axis;
        }
        if (axis < 0) {
            return;
        }
        found.add(Mend.sure("argmax", "labels = " + framework.argmax("labels", axis), a.text(), axis));
        found.add(
                framework == Framework.PYTORCH
                        ? Mend.maybe("probabilities", "labels = labels.float()", a.text())
                        : Mend.maybe(
                                "notSparse", "tf.nn.softmax_cross_entropy_with_logits(labels=labels, logits=logits)"));
        found.add(Mend.maybe("multiHot", ""));
    }

    /// Examples and positions in one axis on one side only.
    private void flattened() {
        int wanted = framework.classAxis(b.rank());
        if (a.rank() == 1 && b.rank() == 3 && b.without(wanted).count() == a.at(0)) {
            var after = b.without(wanted);
            found.add(Mend.sure("unflatten", "labels = " + framework.reshape("labels", after), a.text(), after.text()));
        }
        if (a.rank() == 1 && b.rank() == 2 && a.at(0) > 0 && b.at(0) > a.at(0) && b.at(0) % a.at(0) == 0) {
            found.add(Mend.sure(
                    "flatten",
                    "labels = " + framework.reshape("labels", Dims.of(-1)),
                    b.at(0),
                    a.at(0),
                    b.at(0) / a.at(0)));
        }
    }

    private void classWeights() {
        found.add(Mend.sure("classWeights", "", b.at(1), a.text()));
    }

    private void nearlyEqual(Dims one, Dims other) {
        if (one.rank() != other.rank()) {
            return;
        }
        int differing = -1;
        for (int i = 0; i < one.rank(); i++) {
            if (!Dims.fit(one.at(i), other.at(i))) {
                if (differing >= 0) {
                    return;
                }
                differing = i;
            }
        }
        if (differing >= 0) {
            int size = one.at(differing);
            int otherSize = other.at(differing);
            if (Dims.nearlyEqual(size, otherSize)) {
                found.add(Mend.maybe("crop", "", size, otherSize, Math.abs(size - otherSize)));
            }
        }
    }
}
