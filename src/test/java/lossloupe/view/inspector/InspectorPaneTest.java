package lossloupe.view.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import lossloupe.app.Preferences;
import lossloupe.app.Selection;
import lossloupe.document.Document;
import lossloupe.document.Edit;
import lossloupe.document.LabelMode;
import lossloupe.document.Samples;
import lossloupe.loss.Explanation.Source;
import lossloupe.tensor.DataFormat;
import lossloupe.tensor.Span;
import lossloupe.view.Ui;
import lossloupe.view.chart.LossCurveChart;
import lossloupe.view.dialog.OnFx;
import lossloupe.view.track.Mouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InspectorPaneTest {
    private final Ui ui = OnFx.ui(Samples.seed());
    private final Stage stage = OnFx.call(Stage::new);
    private final InspectorPane pane = OnFx.call(() -> new InspectorPane(ui));

    @BeforeEach
    void open() {
        OnFx.run(() -> {
            ui.model().preferences().motionProperty().set(Preferences.Motion.REDUCED);
            var scene = new Scene(new StackPane(pane), 344, 820);
            ui.looks().dress(scene);
            stage.setScene(scene);
            stage.show();
            pane.openPage();
        });
        settled(); // a scroll pane has its contents once it is laid out
    }

    @AfterEach
    void close() {
        OnFx.run(() -> {
            stage.close();
            ui.model().close();
        });
    }

    private static <T extends Node> T node(Node root, Class<T> type, String id) {
        var found = root.lookupAll("#" + id).stream().filter(type::isInstance).findFirst();
        return type.cast(found.orElseThrow(() -> new AssertionError("no " + id)));
    }

    private String text(String id) {
        return OnFx.call(() -> node(pane, Labeled.class, id).getText());
    }

    private String score(String side) {
        return OnFx.call(
                () -> ((Labeled) node(pane, Node.class, "score-" + side).lookup(".score-value")).getText());
    }

    private Document document() {
        return OnFx.call(() -> ui.model().document());
    }

    private void settled() {
        OnFx.await(ui.model()::isSettled);
        OnFx.run(() -> {
            pane.applyCss();
            pane.layout();
        });
    }

    private void tab(InspectorPane.Tab tab) {
        OnFx.run(() -> {
            pane.open(tab);
            pane.applyCss();
            pane.layout();
        });
    }

    private void press(String id) {
        OnFx.run(() -> node(pane, ButtonBase.class, id).fire());
        settled();
    }

    private double logit() {
        return document().example(0).logits().get(1).get(7);
    }

    private int steps() {
        return OnFx.call(
                () -> ui.model().store().historyProperty().get().entries().size());
    }

    @Test
    void scoresAndSwitchStandBeforeThePage() {
        OnFx.run(() -> {
            var early = new InspectorPane(ui);
            stage.getScene().setRoot(new StackPane(early));
            early.applyCss();
            assertNotNull(early.lookup("#tab-CELL"));
            assertNotNull(early.lookup("#score-A"));
            assertNull(early.lookup("#logit"));
            early.openPage();
            early.applyCss();
            assertNotNull(early.lookup("#logit"));
        });
    }

    @Test
    void showsTheNumbersOfTheSeed() {
        settled();
        assertEquals("0.2138", score("A"));
        assertEquals("0.7577", score("B"));
        assertEquals("0.8909", text("probability-A"));
        assertEquals("0.4432", text("probability-B"));
        assertEquals("0.1155", text("loss-A"));
        assertEquals("0.8137", text("loss-B"));
        assertEquals("−0.1091", text("gradient-A"));
        assertEquals("−0.1136", text("gradient-B"));
        assertEquals("−0.0023", text("scaled-A"));
        assertEquals("−0.0095", text("scaled-B"));
        assertEquals("2.049", text("sum-A"));
        assertEquals("1.000", text("sum-B"));
        assertEquals("index 19", text("index-channels_first"));
        assertEquals("index 29", text("index-channels_last"));
    }

    @Test
    void namesFloorsAndTheirReasons() {
        settled();
        var a = OnFx.call(() -> ((Labeled) node(pane, Node.class, "score-A").lookup(".score-floor")).getText());
        var b = OnFx.call(() -> ((Labeled) node(pane, Node.class, "score-B").lookup(".score-floor")).getText());
        assertEquals("floor 0 · all can go", a);
        assertEquals("floor 0.5776 · overlaps", b);
    }

    @Test
    void speaksJapaneseAtOnce() {
        settled();
        OnFx.run(() -> ui.model().preferences().localeProperty().set(Locale.JAPANESE));
        assertEquals("番号 19", text("index-channels_first"));
        assertEquals("セル", text("tab-CELL"));
    }

    @Test
    void aTypedLogitIsOneStepAndMovesEveryNumber() {
        settled();
        OnFx.run(() -> {
            var field = node(pane, TextField.class, "logit");
            field.setText("−1,5");
            field.fireEvent(new javafx.event.ActionEvent());
        });
        settled();
        assertEquals(-1.5, logit());
        assertEquals(2, steps());
        assertEquals("1.7014", text("loss-A"));
    }

    @Test
    void whatIsNoNumberChangesNothingAndIsSaid() {
        settled();
        OnFx.run(() -> {
            var field = node(pane, TextField.class, "logit");
            field.setText("two");
            field.fireEvent(new javafx.event.ActionEvent());
        });
        assertEquals(2.1, logit());
        assertEquals("2.1", OnFx.call(() -> node(pane, TextField.class, "logit").getText()));
        assertEquals(
                "notice.notANumber",
                OnFx.call(() -> ui.model().noticeProperty().get().key()));
    }

    @Test
    void aDragInTheChartIsOneUndoStep() {
        settled();
        var chart = OnFx.call(() -> node(pane, LossCurveChart.class, "loss-curve"));
        OnFx.run(() -> Mouse.on(chart).press(chart.placeOf(2), 1));
        for (double to : new double[] {1, 0, -1, -3}) {
            OnFx.run(() -> Mouse.on(chart).drag(chart.placeOf(to), 1));
            settled();
        }
        OnFx.run(() -> Mouse.on(chart).release(chart.placeOf(-3), 1));
        assertEquals(-3, logit(), 0.011);
        assertEquals(2, steps());
        OnFx.run(() -> ui.model().store().undo());
        settled();
        assertEquals(2.1, logit());
        assertEquals("0.1155", text("loss-A"));
    }

    @Test
    void theChartIsNotDrawnAgainForWhatItDoesNotShow() {
        settled();
        var chart = OnFx.call(() -> node(pane, LossCurveChart.class, "loss-curve"));
        long drawn = OnFx.call(chart::drawings);
        assertTrue(drawn > 0);
        OnFx.run(() -> ui.model().edit(new Edit.Values(Edit.Target.LOGITS, 0, 0, 2, 5)));
        settled();
        OnFx.run(() -> ui.model().edit(new Edit.Labels(0, 0, new Span(10, 11), 1, LabelMode.OVERLAPPING)));
        settled();
        assertEquals(drawn, OnFx.call(chart::drawings));
        OnFx.run(() -> ui.model().edit(new Edit.Values(Edit.Target.LOGITS, 0, 1, 7, 5)));
        settled();
        assertEquals(drawn + 1, OnFx.call(chart::drawings));
    }

    @Test
    void followsTheSelection() {
        settled();
        OnFx.run(() -> ui.model().select(Selection.cell(3, 2)));
        settled();
        assertTrue(text("loss-B").startsWith("1.82"), () -> text("loss-B"));
        assertEquals("index 38", text("index-channels_first"));
        assertEquals("index 11", text("index-channels_last"));
    }

    @Test
    void pressingAReductionShowsItOnTop() {
        tab(InspectorPane.Tab.REDUCTIONS);
        settled();
        OnFx.run(() -> pane.lookupAll(".reduction-row").stream()
                .map(ReductionRow.class::cast)
                .filter(r -> r.getId().equals("reduction-sum"))
                .forEach(ButtonBase::fire));
        settled();
        assertEquals("sum", document().setup().reduction());
        assertEquals("10.260", score("A"));
        assertEquals("9.0926", score("B"));
        assertEquals(2, steps());
    }

    @Test
    void everyReductionCanBeCopiedWithAllItsDigits() {
        tab(InspectorPane.Tab.REDUCTIONS);
        settled();
        var text = OnFx.call(() -> ((ReductionsPane) pane.lookup(".reductions-pane")).text());
        var mean = text.lines().filter(l -> l.startsWith("mean\t")).findFirst().orElseThrow();
        assertEquals(0.757717, Double.parseDouble(mean.split("\t")[2]), 1e-6);
        assertTrue(text.contains("tf1.SUM_BY_NONZERO_WEIGHTS\t"));
        assertEquals("reduction\tA\tB", text.lines().findFirst().orElseThrow());
    }

    @Test
    void theHistoryGoesBackAndForth() {
        OnFx.run(() -> {
            ui.model().edit(new Edit.Values(Edit.Target.LOGITS, 0, 1, 7, 1));
            ui.model().edit(new Edit.Values(Edit.Target.LOGITS, 0, 1, 7, 0));
        });
        tab(InspectorPane.Tab.HISTORY);
        settled();
        var list = OnFx.call(() -> node(pane, ListView.class, "history"));
        assertEquals(3, OnFx.call(() -> list.getItems().size()));
        OnFx.run(() -> {
            list.getSelectionModel().select(1);
            list.fireEvent(new javafx.scene.input.KeyEvent(
                    javafx.scene.input.KeyEvent.KEY_PRESSED,
                    "",
                    "",
                    javafx.scene.input.KeyCode.ENTER,
                    false,
                    false,
                    false,
                    false));
        });
        settled();
        assertEquals(1, logit());
        assertEquals(3, OnFx.call(() -> list.getItems().size()));
    }

    @Test
    void pointingAtAFactorSaysWhereItComesFrom() {
        settled();
        var factor = OnFx.call(() -> pane.lookup(".formula-part.source-label"));
        assertInstanceOf(Labeled.class, factor);
        OnFx.run(() -> Mouse.on(factor).enter(1, 1));
        assertEquals(Source.LABEL, OnFx.call(() -> pane.highlightedSource().get()));
        OnFx.run(() -> Mouse.on(factor).leave(1, 1));
        assertNull(OnFx.call(() -> pane.highlightedSource().get()));
    }

    @Test
    void theOtherLossHasItsFormulaToo() {
        press("formula-B");
        var box = OnFx.call(() -> (FormulaBox) pane.lookup(".formula-box"));
        assertTrue(OnFx.call(box::getAccessibleText).contains("0.8137"));
    }

    @Test
    void pressingAProbabilitySelectsItsClass() {
        settled();
        OnFx.run(() -> ((ButtonBase) pane.lookupAll(".probability-row").toArray()[2]).fire());
        assertEquals(2, OnFx.call(() -> ui.model().view().selection().cls()));
        assertEquals(7, OnFx.call(() -> ui.model().view().selection().position()));
    }

    @Test
    void marksTheLayoutInUse() {
        OnFx.run(() -> ui.model().turn(DataFormat.CHANNELS_LAST));
        settled();
        var current = javafx.css.PseudoClass.getPseudoClass("current");
        assertTrue(OnFx.call(() -> node(pane, Labeled.class, "index-channels_last")
                .getPseudoClassStates()
                .contains(current)));
        assertFalse(OnFx.call(() -> node(pane, Labeled.class, "index-channels_first")
                .getPseudoClassStates()
                .contains(current)));
    }
}
