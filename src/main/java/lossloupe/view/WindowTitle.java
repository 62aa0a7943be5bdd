package lossloupe.view;

import javafx.stage.Stage;

/// The text of the title bar: the document, a mark for unsaved work, the program.
final class WindowTitle {
    private final Ui ui;

    WindowTitle(Ui ui) {
        this.ui = ui;
    }

    void bind(Stage stage) {
        ui.model().store().historyProperty().subscribe(h -> show(stage));
        ui.model().store().fileProperty().subscribe(f -> show(stage));
        ui.texts().stringsProperty().subscribe(s -> show(stage));
    }

    private void show(Stage stage) {
        stage.setTitle((ui.model().store().isEdited() ? "• " : "") + ui.title() + " – LossLoupe");
    }
}
