package lossloupe.view.inspector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import lossloupe.app.Frame;
import lossloupe.compute.LossResult;
import lossloupe.loss.GroupedLoss;
import lossloupe.reduce.Reduction;
import lossloupe.tensor.Axis;
import lossloupe.view.Numbers;
import lossloupe.view.Ui;

/// How cells pour into one number under the chosen reduction, cup after cup: what is summed, what it is divided by, and
/// by how much that scales the gradient of a cell.
final class Pouring extends VBox {
    private static final int DIGITS = 4;

    private final Ui ui;
    private final Words words;

    Pouring(Ui ui) {
        this.ui = ui;
        this.words = new Words(ui);
        getStyleClass().add("pouring");
        setId("pouring");
    }

    void show(Frame frame) {
        var reduction = CellReading.shownReduction(frame);
        getChildren().clear();
        for (var side : Side.values()) {
            var result = side.result(frame);
            var cups = new FlowPane();
            cups.getStyleClass().add("cups");
            var tag = new Label(side.name());
            tag.getStyleClass().addAll("tag", side.style("tag"));
            cups.getChildren().add(tag);
            for (var step : steps(frame, result, reduction)) {
                var cup = new Label(step);
                cup.getStyleClass().addAll("cup", "number");
                cups.getChildren().add(cup);
            }
            getChildren().add(cups);
        }
    }

    private List<String> steps(Frame frame, LossResult result, Reduction reduction) {
        var steps = new ArrayList<String>();
        returned(frame, result, steps);
        if (!result.takes(reduction)) {
            steps.add("–");
            return steps;
        }
        var kept = reduction.weightedAxes(result);
        if (kept.size() < result.axes().size()) {
            var last = result.axes().getLast();
            var sizes = kept.stream()
                    .map(a -> Integer.toString(result.size(a)))
                    .collect(Collectors.joining(", ", "[", "]"));
            steps.add("mean over " + last.symbol() + " → " + sizes);
        }
        if (!result.weights().isNone()) {
            steps.add("× w");
        }
        if (reduction.isThroughFloat32()) {
            steps.add("float32");
        }
        double value = result.reduced(reduction);
        var divisor = result.divisor(reduction);
        steps.add("Σ = " + Numbers.fixed(value * divisor.value(), DIGITS));
        var divided = words.divisor(divisor);
        if (!divided.isEmpty()) {
            steps.add(divided);
        }
        steps.add("= " + Numbers.telling(value, DIGITS));
        double scale = result.gradientScale(reduction);
        steps.add(ui.texts().now("reduction.gradientScale", scale == 1 ? "1" : "1/" + Numbers.shortest(1 / scale)));
        return steps;
    }

    /// From the grid to what the loss returns.
    private static void returned(Frame frame, LossResult result, List<String> steps) {
        var layout = frame.evaluation().document().layout();
        steps.add(layout.text());
        var gone = layout.axes().stream()
                .filter(result.loss().dropped()::contains)
                .map(Axis::symbol)
                .collect(Collectors.joining(", "));
        if (!gone.isEmpty()) {
            var sum = result.loss() instanceof GroupedLoss ? "Σ over " : "1 − A/B over ";
            steps.add(sum + gone + " → " + Arrays.toString(result.elementwiseShape()));
        }
    }
}
