package lossloupe.view.inspector;

import lossloupe.app.Frame;
import lossloupe.compute.LossResult;
import lossloupe.reduce.Divisor;
import lossloupe.reduce.Reduction;
import lossloupe.tensor.Axis;
import lossloupe.tensor.DType;
import lossloupe.view.Numbers;
import lossloupe.view.Ui;

/// Phrases that several panes of the inspector use.
record Words(Ui ui) {
    private static final int DIGITS = 4;
    private static final int MOST_CHARACTERS = 7;

    /// All digits where they are few, else four decimals or as many as fit into a column.
    static String brief(double value, DType type) {
        var all = Numbers.shortest(value, type);
        if (all.length() <= MOST_CHARACTERS) {
            return all;
        }
        int beyond = Numbers.telling(value, DIGITS).length() - MOST_CHARACTERS;
        return Numbers.telling(value, Math.clamp(DIGITS - beyond, 0, DIGITS));
    }

    /// What a value is, as `mean of 48`.
    String caption(Reduction reduction, LossResult result) {
        var divisor = result.divisor(reduction);
        if (reduction == Reduction.MEAN) {
            return ui.texts().now("inspector.meanOf", count(divisor));
        }
        if (reduction == Reduction.SUM) {
            return ui.texts().now("inspector.sumOf", Long.toString(result.count()));
        }
        return reduction.id();
    }

    /// Key of the sentence about the library that a reduction belongs to; empty where it belongs to none.
    static String family(Reduction reduction) {
        var family = reduction.family();
        return family.isEmpty() ? "" : "reduction.family." + family;
    }

    /// What a reduction divides by, as `÷ 48 cells`; empty where nothing is divided.
    String divisor(Divisor divisor) {
        return switch (divisor.unit()) {
            case NOTHING -> "";
            case CELLS -> ui.texts().now("reduction.by.cells", count(divisor));
            case POSITIONS -> ui.texts().now("reduction.by.positions", count(divisor));
            case CLASSES -> ui.texts().now("reduction.by.classes", count(divisor));
            case EXAMPLES -> ui.texts().now("reduction.by.examples", count(divisor));
            case WEIGHTS ->
                ui.texts().now("reduction.by.weights", Numbers.shortest(Math.rint(divisor.value() * 1000) / 1000));
            case NONZERO_WEIGHTS -> ui.texts().now("reduction.by.nonzero", count(divisor));
        };
    }

    /// The irreducible part and why it is there, as `floor 0.5776 · overlaps`.
    String floor(Frame frame, LossResult result, Reduction reduction) {
        double floor = result.floor(reduction);
        if (!Double.isFinite(result.reduced(reduction))) {
            var broken = result.nonFinite();
            boolean isFed = broken.labels() + broken.logits() > 0;
            var key = isFed ? "inspector.floor.notFinite" : "inspector.floor.overflow";
            return ui.texts().now(key, broken.labels(), broken.logits());
        }
        if (Double.isNaN(floor)) {
            return ui.texts().now("inspector.floor.unknown");
        }
        if (Double.isInfinite(floor)) {
            return ui.texts()
                    .now(result.rewardsErrors(reduction) ? "inspector.floor.gains" : "inspector.floor.unbounded");
        }
        if (floor == 0) {
            return ui.texts().now("inspector.floor.none");
        }
        return ui.texts().now(reason(frame, result), Numbers.telling(floor, DIGITS));
    }

    private static String reason(Frame frame, LossResult result) {
        var fibres = result.fibres();
        if (fibres == null) {
            return "inspector.floor.soft";
        }
        if (fibres.dropped() == Axis.POSITION) {
            return "inspector.floor.rows";
        }
        return frame.evaluation().overlap().overlaps() > 0 ? "inspector.floor.overlaps" : "inspector.floor.soft";
    }

    private static String count(Divisor divisor) {
        return Numbers.counted((long) divisor.value());
    }
}
