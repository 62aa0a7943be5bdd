package lossloupe.view.action;

import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import lossloupe.view.Texts;
import lossloupe.view.Ui;
import lossloupe.view.dialog.Card;
import org.jspecify.annotations.Nullable;

/// Finds an action by parts of its name, in whichever language is on.
final class CommandPalette {
    private static final double ROW = 34;
    private static final int VISIBLE_ROWS = 9;

    private CommandPalette() {}

    static Card card(Ui ui, List<Action> table) {
        var texts = ui.texts();
        var card = new Card("palette", texts.of("palette.title"));
        var field = new TextField();
        field.setId("palette-field");
        field.promptTextProperty().bind(texts.of("palette.prompt"));
        field.accessibleTextProperty().bind(texts.of("palette.prompt"));
        var found = new ListView<Action>();
        found.setId("palette-list");
        found.setFocusTraversable(false);
        found.setFixedCellSize(ROW);
        found.setPrefHeight(ROW * VISIBLE_ROWS + 2);
        found.setCellFactory(list -> new Cell(texts));
        var none = new Label();
        none.textProperty().bind(texts.of("palette.none"));
        found.setPlaceholder(none);
        field.textProperty().subscribe(typed -> {
            found.setItems(FXCollections.observableArrayList(matches(table, typed, texts)));
            found.getSelectionModel().selectFirst();
        });
        Runnable run = () -> {
            var chosen = found.getSelectionModel().getSelectedItem();
            if (chosen != null) {
                card.close();
                chosen.run();
            }
        };
        field.setOnAction(e -> run.run());
        found.setOnMouseClicked(e -> run.run());
        field.addEventFilter(KeyEvent.KEY_PRESSED, e -> move(e, found));
        card.body(field).body(found).firstFocus(field);
        return card.light();
    }

    /// Actions that can be run now and whose group and name hold every word typed.
    static List<Action> matches(List<Action> table, String typed, Texts texts) {
        var words = typed.toLowerCase(Locale.ROOT).strip().split("\\s+");
        return table.stream()
                .filter(Action::isEnabled)
                .filter(a -> !a.id().equals("palette"))
                .filter(a -> List.of(words).stream()
                        .allMatch(w -> title(a, texts).toLowerCase(Locale.ROOT).contains(w)))
                .toList();
    }

    private static String title(Action action, Texts texts) {
        return texts.now(action.group().nameKey()) + " › " + action.name(texts);
    }

    private static void move(KeyEvent event, ListView<Action> list) {
        int step = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
        int count = list.getItems().size();
        if (step != 0 && count > 0) {
            int next = Math.floorMod(list.getSelectionModel().getSelectedIndex() + step, count);
            list.getSelectionModel().select(next);
            list.scrollTo(Math.max(0, next - VISIBLE_ROWS / 2));
            event.consume();
        }
    }

    private static final class Cell extends ListCell<Action> {
        private final Texts texts;

        Cell(Texts texts) {
            this.texts = texts;
        }

        @Override
        protected void updateItem(@Nullable Action action, boolean empty) {
            super.updateItem(action, empty);
            setText(null);
            if (action == null || empty) {
                setGraphic(null);
                return;
            }
            var group = new Label(texts.now(action.group().nameKey()));
            group.getStyleClass().add("palette-group");
            var name = new Label(action.name(texts));
            name.getStyleClass().add("palette-name");
            var space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            var row = new HBox(name, group, space);
            row.getStyleClass().add("palette-row");
            action.keys().stream().findFirst().ifPresent(keys -> {
                var cap = new Label(Keys.text(keys));
                cap.getStyleClass().add("key-cap");
                row.getChildren().add(cap);
            });
            setGraphic(row);
        }
    }
}
