package lossloupe.view.inspector;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import lossloupe.app.AppModel;
import lossloupe.document.Edit;
import lossloupe.document.History;
import lossloupe.loss.CellContext;
import lossloupe.view.CopyMenu;
import lossloupe.view.Numbers;
import lossloupe.view.Ui;
import lossloupe.view.chart.LossCurveChart;
import lossloupe.view.chart.LossCurves;
import org.jspecify.annotations.Nullable;

/// «Loss as a function of this logit», with the point that drags the logit: one drag is one step of the history.
final class CurveSection extends VBox {
    private static final int DIGITS = 4;
    private final Ui ui;
    private final LossCurveChart chart;
    private @Nullable CellReading cell;

    CurveSection(Ui ui) {
        this.ui = ui;
        chart = new LossCurveChart(ui, new Drag(ui.model()));
        chart.setId("loss-curve");
        CopyMenu.on(chart, ui, chart::numbers);
        getStyleClass().add("curve-section");
        var title = new Label();
        title.getStyleClass().add("section-title");
        title.textProperty().bind(ui.texts().of("chart.curve"));
        getChildren().setAll(title, chart);
    }

    void show(CellReading next) {
        cell = next;
        var a = next.context(Side.A);
        var b = next.context(Side.B);
        var lossA = next.loss(Side.A);
        var lossB = next.loss(Side.B);
        double floorA = lossA.floor(a);
        double floorB = lossB.floor(b);
        chart.show(new LossCurves(
                next.curveKey(a, b),
                next.logit(),
                lossA.curve(a),
                lossB.curve(b),
                floorA,
                floorB,
                floorName(next, Side.A, a, floorA),
                floorName(next, Side.B, b, floorB)));
        chart.setAccessibleText(ui.texts()
                .now(
                        "chart.curveSpoken",
                        Numbers.shortest(next.logit()),
                        next.info().name(),
                        Integer.toString(next.position())));
    }

    /// `floor 2 ln 2` where k whole labels share a softmax, else the number.
    private String floorName(CellReading next, Side side, CellContext context, double floor) {
        if (!(floor > 0)) {
            return "";
        }
        var coupled = next.coupled(side);
        int active = coupled == null ? 0 : wholeLabels(context);
        var value = active > 1 && coupled != null ? active + " ln " + active : Numbers.fixed(floor, DIGITS);
        return ui.texts().now("chart.floor", value);
    }

    /// How many labels are 1, or 0 if any is neither 0 nor 1.
    private static int wholeLabels(CellContext context) {
        int count = 0;
        for (int i = 0; i < context.size(); i++) {
            double z = context.label(i);
            if (z != 0 && z != 1) {
                return 0;
            }
            count += z == 1 ? 1 : 0;
        }
        return count;
    }

    /// Turns what the chart says into edits of the selected logit, all of one drag under one stroke id.
    private final class Drag implements LossCurveChart.Handle {
        private final AppModel model;
        private long stroke = History.NO_STROKE;

        Drag(AppModel model) {
            this.model = model;
        }

        @Override
        public void begin() {
            stroke = model.store().newStroke();
        }

        @Override
        public void moveTo(double logit) {
            var at = cell;
            if (at != null) {
                var edit = new Edit.Values(Edit.Target.LOGITS, at.example(), at.cls(), at.position(), logit);
                model.store().apply(edit, stroke);
            }
        }

        @Override
        public void cancel() {
            model.store().cancel(stroke);
        }
    }
}
