package lossloupe.view.doctor;

import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Cursor;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lossloupe.compute.Evaluation;
import lossloupe.document.Edit;
import lossloupe.view.Ui;
import lossloupe.view.doctor.FindingsPage.Item;
import org.jspecify.annotations.Nullable;

/// One finding: how grave, what, why, where, the button that mends it with what it does to both losses, and what it
/// changes.
final class FindingRow extends HBox {
    private final Ui ui;
    private final Item item;
    private final VBox words = new VBox();
    private final Effect effect;
    private final ObservableValue<Boolean> isWide;

    /// @param isWide whether there is room for more than what must be seen
    /// @param apply given the repair once a person asks for it
    FindingRow(Ui ui, Item item, ObservableValue<Boolean> isWide, Consumer<Edit> apply) {
        this.ui = ui;
        this.item = item;
        this.isWide = isWide;
        effect = new Effect(ui);
        var finding = item.finding();
        getStyleClass().addAll("finding", "is-" + finding.severity().id());
        setId("finding-" + finding.id());
        setAlignment(Pos.CENTER_LEFT);
        var severity = label("doctor.severity." + finding.severity().id(), "finding-severity");
        words.getStyleClass().add("finding-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.getChildren()
                .setAll(
                        label("doctor." + finding.id() + ".title", "finding-title"),
                        label(
                                "doctor." + finding.id(),
                                "finding-evidence",
                                finding.args().toArray()));
        getChildren().setAll(severity, words);
        if (!finding.places().isEmpty()) {
            places();
        }
        if (item.repair() != null && item.then() != null) {
            repair(item.repair(), item.then(), apply);
        }
    }

    /// Says what the repair makes of both losses.
    void show(Means now, @Nullable Means then, boolean isKnown) {
        effect.show(now, then, isKnown);
    }

    private Label label(String key, String style, Object... args) {
        var label = new Label(ui.texts().now(key, args));
        label.getStyleClass().add(style);
        label.setWrapText(true);
        return label;
    }

    private void places() {
        var link = new PlaceLink(ui, item.document(), item.finding().places());
        link.setId("show-" + item.finding().id());
        words.getChildren().add(link);
        words.setCursor(Cursor.HAND);
        words.setOnMouseClicked(e -> link.go());
    }

    private void repair(Edit repair, Evaluation then, Consumer<Edit> apply) {
        var button = new Button(ui.texts().now(repair.nameKey()));
        button.getStyleClass().add("chip");
        button.setId("apply-" + item.finding().id());
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(e -> apply.accept(repair));
        var line = new FlowPane(14, 4, button, effect);
        line.setRowValignment(VPos.CENTER);
        line.getStyleClass().add("finding-repair");
        words.getChildren().add(line);
        if (!item.changed().isEmpty()) {
            getChildren().add(new ChangePicture(ui, item, then, isWide));
        }
    }
}
