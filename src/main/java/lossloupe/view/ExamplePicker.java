package lossloupe.view;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import lossloupe.app.AppModel;

/// Which example of a batch is shown: its number can be typed, or stepped through. There only for batches.
final class ExamplePicker extends HBox {
    /// A count that takes more room than a tight row has.
    private static final int MANY = 100;

    private static final double DIGIT = 8;
    private static final double PADDING = 24;
    private final Ui ui;
    private final AppModel model;
    private final Label caption = new Label();
    private final TextField number = new TextField();
    private final Label of = new Label();
    private final Button previous;
    private final Button next;
    private boolean isTight;

    ExamplePicker(Ui ui) {
        this.ui = ui;
        this.model = ui.model();
        getStyleClass().add("example-picker");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(Region.USE_PREF_SIZE);
        caption.textProperty().bind(ui.texts().of("toolbar.example"));
        caption.getStyleClass().add("track-unit");
        caption.setMinWidth(Region.USE_PREF_SIZE);
        of.getStyleClass().add("track-unit");
        of.setMinWidth(Region.USE_PREF_SIZE);
        previous = step(ui, Icons.PREVIOUS, "toolbar.previousExample", -1);
        next = step(ui, Icons.NEXT, "toolbar.nextExample", 1);
        number.setId("example-number");
        number.accessibleTextProperty().bind(ui.texts().of("toolbar.example"));
        number.setOnAction(e -> commit());
        number.focusedProperty().subscribe((was, is) -> {
            if (was && !is) {
                commit();
            }
        });
        getChildren().setAll(caption, previous, number, of, next);
        model.viewProperty().subscribe(v -> show());
        model.store().documentProperty().subscribe(d -> show());
        ui.texts().stringsProperty().subscribe(s -> show());
    }

    /// Whether there is no room for words.
    void setTight(boolean tight) {
        isTight = tight;
        show();
    }

    private Button step(Ui ui, Icons icon, String key, int by) {
        var button = new Button();
        button.setGraphic(icon.node());
        button.getStyleClass().addAll("icon-button", "small");
        button.accessibleTextProperty().bind(ui.texts().of(key));
        button.setOnAction(e -> go(model.view().example() + by));
        return button;
    }

    private void go(int example) {
        int last = model.document().examples().size() - 1;
        model.look(v -> v.withExample(Math.clamp(example, 0, last)));
    }

    private void commit() {
        try {
            go(Integer.parseInt(number.getText().strip()));
        } catch (NumberFormatException e) {
            show();
        }
    }

    /// A field that is told its own text lays out the tool row all the same.
    private void write(String example) {
        if (!number.getText().equals(example)) {
            number.setText(example);
        }
    }

    private void show() {
        int count = model.document().examples().size();
        Presence.set(this, count > 1);
        Presence.set(caption, !isTight);
        Presence.set(of, !isTight || count < MANY);
        number.setPrefWidth(PADDING + DIGIT * Integer.toString(count).length());
        write(Integer.toString(model.view().example()));
        of.setText(ui.texts().now("toolbar.ofExamples", count));
        previous.setDisable(model.view().example() == 0);
        next.setDisable(model.view().example() == count - 1);
    }
}
