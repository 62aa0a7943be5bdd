package lossloupe.view.equality;

import java.util.stream.Collectors;
import lossloupe.equality.Claim;
import lossloupe.equality.Distance;
import lossloupe.equality.Draw;
import lossloupe.equality.Run;
import lossloupe.equality.Tally;
import lossloupe.equality.Tensor;
import lossloupe.view.Numbers;
import lossloupe.view.Ui;

/// The sentences of the lab.
final class Words {
    private Words() {}

    /// Why a comparison came out as it did, at the chosen cell.
    static String reason(Ui ui, Run run, Claim claim, int cell) {
        var verdict = run.verdict(claim);
        var texts = ui.texts();
        var close = texts.now(verdict.isClose() ? "equality.close" : "equality.far");
        if (claim.isOfMeans()) {
            var key = verdict.isTrue() ? "equality.why.means.true" : "equality.why.means.false";
            return texts.now(key, Distance.steps(verdict.ulps()), close);
        }
        var left = claim.left(run.draw(), cell);
        var right = claim.right(run.draw(), cell);
        if (verdict.isTrue()) {
            var key = run.arithmetic().isOurs()
                    ? "equality.why.ours"
                    : hasTail(run, claim) ? "equality.why.lucky" : "equality.why.full";
            return texts.now(key, claim.id(), Integer.toString(run.arithmetic().packet()));
        }
        return texts.now(
                "equality.why.tail",
                Integer.toString(verdict.differing().size()),
                Integer.toString(verdict.count()),
                place(run.draw(), cell),
                lies(ui, run, left, cell),
                lies(ui, run, right, cell),
                close);
    }

    private static boolean hasTail(Run run, Claim claim) {
        var draw = run.draw();
        int last = claim.to(draw) - 1;
        int size = claim.left(draw, last).size(draw);
        int other = claim.right(draw, last).size(draw);
        return run.arithmetic().tail(size) < size || run.arithmetic().tail(other) < other;
    }

    private static String lies(Ui ui, Run run, Tensor tensor, int cell) {
        var key = run.isTail(tensor, cell) ? "equality.lies.tail" : "equality.lies.packet";
        int size = tensor.size(run.draw());
        return ui.texts()
                .now(key, tensor.code(), Integer.toString(tensor.flat(run.draw(), cell)), Integer.toString(size));
    }

    /// A cell as NumPy indexes it in channels_first.
    static String place(Draw draw, int cell) {
        return "(" + draw.cls(cell) + ", " + draw.position(cell) + ")";
    }

    /// How often each comparison held, and what was printed most often.
    ///
    /// @param isRecorded whether the numbers stand beside recorded ones, which they are not
    static String tally(Ui ui, Tally tally, boolean isRecorded) {
        var held = tally.held().entrySet().stream()
                .filter(e -> !e.getKey().isOfMeans())
                .map(e -> e.getKey().id() + " " + e.getValue())
                .collect(Collectors.joining(" · "));
        int means = tally.held().entrySet().stream()
                .filter(e -> e.getKey().isOfMeans())
                .mapToInt(e -> e.getValue())
                .max()
                .orElse(0);
        var first = tally.tuples().getFirst();
        var tuple = first.getKey().stream().map(b -> b ? "True" : "False").collect(Collectors.joining(", ", "(", ")"));
        var text = ui.texts()
                .now(
                        "equality.tally",
                        Integer.toString(tally.runs()),
                        held,
                        Integer.toString(means),
                        tuple,
                        first.getValue().toString(),
                        Long.toString(tally.mostUlps()));
        return isRecorded ? ui.texts().now("equality.tally.recorded", text) : text;
    }

    static String list(java.util.List<Double> values) {
        return values.stream().map(Numbers::shortest).collect(Collectors.joining(", ", "[", "]"));
    }
}
