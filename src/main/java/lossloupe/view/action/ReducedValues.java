package lossloupe.view.action;

import lossloupe.compute.Evaluation;
import lossloupe.reduce.Reduction;

/// Every reduced value of both losses as a table that a spreadsheet takes.
final class ReducedValues {
    private ReducedValues() {}

    static String text(Evaluation evaluation) {
        var a = evaluation.a();
        var b = evaluation.b();
        var out = new StringBuilder("reduction\tA " + a.info().id() + "\tB " + b.info().id() + "\n");
        for (var reduction : Reduction.values()) {
            if (reduction.isScalar()) {
                out.append(reduction.id())
                        .append('\t')
                        .append(a.reduced(reduction))
                        .append('\t')
                        .append(b.reduced(reduction))
                        .append('\n');
            }
        }
        return out.toString();
    }
}
