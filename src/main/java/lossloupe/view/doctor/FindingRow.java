package lossloupe.view.doctor;

import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lossloupe.view.LabelPicture;
import lossloupe.view.Ui;
import lossloupe.view.doctor.FindingsPage.Item;

/// One finding: how grave, what, why, what the labels would look like, and the button that mends it.
final class FindingRow extends HBox {
    private static final double PICTURE = 190;

    FindingRow(Ui ui, Item item) {
        var finding = item.finding();
        getStyleClass().addAll("finding", "is-" + finding.severity().id());
        setId("finding-" + finding.id());
        setAlignment(Pos.CENTER_LEFT);
        var severity =
                new Label(ui.texts().now("doctor.severity." + finding.severity().id()));
        severity.getStyleClass().add("finding-severity");
        var title = new Label(ui.texts().now("doctor." + finding.id() + ".title"));
        title.getStyleClass().add("finding-title");
        title.setWrapText(true);
        var evidence = new Label(
                ui.texts().now("doctor." + finding.id(), finding.args().toArray()));
        evidence.getStyleClass().add("finding-evidence");
        evidence.setWrapText(true);
        var words = new VBox(title, evidence);
        words.getStyleClass().add("finding-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        if (!finding.places().isEmpty()) {
            var link = new PlaceLink(ui, item.document(), finding.places());
            link.setId("show-" + finding.id());
            words.getChildren().add(link);
            words.setCursor(Cursor.HAND);
            words.setOnMouseClicked(e -> link.go());
        }
        getChildren().setAll(severity, words);
        repair(ui, item);
    }

    private void repair(Ui ui, Item item) {
        var finding = item.finding();
        var repair = finding.repair();
        var repaired = item.repaired();
        if (repair == null || repaired == null) {
            return;
        }
        if (!repaired.examples().equals(ui.model().document().examples())) {
            var picture = new LabelPicture(ui.looks());
            picture.setMinWidth(PICTURE);
            picture.setMaxWidth(PICTURE);
            picture.show(repaired);
            var caption =
                    new Label(ui.texts().now("doctor.picture", repaired.layout().text()));
            caption.getStyleClass().add("finding-caption");
            getChildren().add(new VBox(2, picture, caption));
        }
        var apply = new Button(ui.texts().now("doctor.apply"));
        apply.getStyleClass().add("chip");
        apply.setId("apply-" + finding.id());
        apply.setMinWidth(USE_PREF_SIZE);
        apply.setOnAction(e -> ui.model().edit(repair));
        getChildren().add(apply);
    }
}
