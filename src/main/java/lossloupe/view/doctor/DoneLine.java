package lossloupe.view.doctor;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import lossloupe.compute.Evaluation;
import lossloupe.document.Document;
import lossloupe.document.Edit;
import lossloupe.view.Presence;
import lossloupe.view.Ui;
import org.jspecify.annotations.Nullable;

/// Says which repair was made and what came of it, with the button that takes it back. It goes with the next change of
/// the document.
final class DoneLine extends HBox {
    private final Ui ui;
    private final Label what = new Label();
    private final Effect effect;
    private final Button undo = new Button();
    private Means before = new Means(Double.NaN, Double.NaN);
    private @Nullable Document made;
    private String nameKey = "";

    DoneLine(Ui ui) {
        super(14);
        this.ui = ui;
        effect = new Effect(ui);
        setId("doctor-done");
        getStyleClass().addAll("finding", "is-done");
        setAlignment(Pos.CENTER_LEFT);
        what.getStyleClass().add("finding-title");
        undo.getStyleClass().add("chip");
        undo.setId("doctor-undo");
        undo.setMinWidth(USE_PREF_SIZE);
        undo.textProperty().bind(ui.texts().of("action.undo"));
        undo.setOnAction(e -> ui.model().store().undo());
        getChildren().setAll(what, effect, undo);
        Presence.set(this, false);
    }

    /// Makes a repair.
    ///
    /// @param examined what the repair was found for
    void make(Edit repair, Evaluation examined) {
        ui.model().editInSight(repair);
        made = ui.model().document();
        before = Means.of(examined);
        nameKey = repair.nameKey();
        effect.show(before, null, false);
        retold();
        Presence.set(this, true);
        undo.requestFocus();
    }

    /// Whether what is evaluated is what a repair made.
    boolean isOf(Evaluation evaluation) {
        return evaluation.document().equals(made);
    }

    void show(Evaluation evaluation) {
        boolean mine = isOf(evaluation);
        if (mine) {
            effect.show(before, Means.of(evaluation), true);
        }
        Presence.set(this, mine || (made != null && made.equals(ui.model().document())));
    }

    void retold() {
        what.setText(
                nameKey.isEmpty()
                        ? ""
                        : ui.texts().now("doctor.done", ui.texts().now(nameKey)));
    }
}
