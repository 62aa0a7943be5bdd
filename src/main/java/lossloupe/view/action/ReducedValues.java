package lossloupe.view.action;

import lossloupe.compute.Evaluation;
import lossloupe.compute.LossResult;
import lossloupe.reduce.Reduction;

/// Every reduced value of both losses as a table that a spreadsheet takes: shortest digits that read back the same.
final class ReducedValues {
    private ReducedValues() {}

    static String text(Evaluation evaluation) {
        var a = evaluation.a();
        var b = evaluation.b();
        var out = new StringBuilder(
                "reduction\tA " + a.info().id() + "\tB " + b.info().id() + "\n");
        for (var reduction : Reduction.values()) {
            if (reduction.isScalar() && (reduction.appliesTo(a) || reduction.appliesTo(b))) {
                out.append(reduction.id())
                        .append('\t')
                        .append(value(a, reduction))
                        .append('\t')
                        .append(value(b, reduction))
                        .append('\n');
            }
        }
        return out.toString();
    }

    private static String value(LossResult result, Reduction reduction) {
        return reduction.appliesTo(result) ? Double.toString(result.reduced(reduction)) : "";
    }
}
