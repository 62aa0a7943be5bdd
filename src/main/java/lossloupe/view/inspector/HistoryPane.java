package lossloupe.view.inspector;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import lossloupe.app.DocumentStore;
import lossloupe.app.Frame;
import lossloupe.document.Document;
import lossloupe.document.History;
import lossloupe.view.Ui;
import org.jspecify.annotations.Nullable;

/// All steps from the opened document to the newest, the one now shown marked, steps that can be redone faint. Pressing
/// one goes there.
final class HistoryPane extends StackPane implements Page {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass UNDONE = PseudoClass.getPseudoClass("undone");
    private static final double ROW = 30;
    private final Ui ui;
    private final DocumentStore store;
    private final ListView<Integer> list = new ListView<>();
    private final StepWords words;

    /// What steps did, as long as they are the same: to compare documents is to visit every number that a step
    /// wrote.
    private final Map<Integer, Detail> details = new HashMap<>();

    private @Nullable History shown;

    private record Detail(Document before, Document after, String words) {}

    HistoryPane(Ui ui) {
        this.ui = ui;
        this.store = ui.model().store();
        this.words = new StepWords(ui.texts());
        getStyleClass().add("history-pane");
        list.getStyleClass().add("history-list");
        list.setId("history");
        list.setFixedCellSize(ROW);
        list.setCellFactory(view -> new Step());
        list.accessibleTextProperty().bind(ui.texts().of("history.title"));
        list.setOnKeyPressed(e -> {
            var index = list.getSelectionModel().getSelectedItem();
            if ((e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE) && index != null) {
                store.goTo(index);
                e.consume();
            }
        });
        getChildren().setAll(list);
        store.historyProperty().subscribe(h -> {
            if (getParent() != null) {
                fill(h);
            }
        });
    }

    @Override
    public void show(Frame frame) {
        fill(store.historyProperty().get());
    }

    @Override
    public void retold() {
        details.clear();
        list.refresh();
    }

    @SuppressWarnings("ReferenceEquality") // A history is a long list of documents; the same object is enough to know.
    private void fill(History history) {
        if (history == shown) {
            return;
        }
        shown = history;
        int count = history.entries().size();
        details.keySet().removeIf(index -> index >= count);
        var items = list.getItems();
        if (items.size() > count) {
            items.remove(count, items.size());
        } else {
            items.addAll(IntStream.range(items.size(), count).boxed().toList());
        }
        list.refresh();
        list.scrollTo(Math.max(0, history.current() - 2));
    }

    private String detail(History history, int index) {
        if (index == 0) {
            return "";
        }
        var before = history.entries().get(index - 1).document();
        var after = history.entries().get(index).document();
        var known = details.get(index);
        if (known == null || known.before() != before || known.after() != after) {
            known = new Detail(before, after, words.between(before, after));
            details.put(index, known);
        }
        return known.words();
    }

    /// One step, by its name.
    private final class Step extends ListCell<Integer> {
        private final Label name = new Label();
        private final Label number = new Label();
        private final Label detail = new Label();
        private final HBox line = new HBox(8, number, name, detail);

        Step() {
            getStyleClass().add("history-step");
            name.getStyleClass().add("history-name");
            name.setMinWidth(USE_PREF_SIZE);
            detail.getStyleClass().add("history-detail");
            detail.setMinWidth(0);
            number.getStyleClass().add("history-number");
            number.setMinWidth(USE_PREF_SIZE);
            HBox.setHgrow(detail, Priority.ALWAYS);
            line.getStyleClass().add("history-line");
            setPrefWidth(0);
            setOnMouseClicked(e -> {
                var index = getItem();
                if (index != null) {
                    store.goTo(index);
                }
            });
        }

        @Override
        protected void updateItem(@Nullable Integer index, boolean empty) {
            super.updateItem(index, empty);
            var history = shown;
            if (empty
                    || index == null
                    || history == null
                    || index >= history.entries().size()) {
                setGraphic(null);
                mark(false, false);
                return;
            }
            name.setText(ui.texts().now(history.entries().get(index).nameKey()));
            number.setText(Integer.toString(index));
            detail.setText(detail(history, index));
            setGraphic(line);
            mark(index == history.current(), index > history.current());
        }

        private void mark(boolean isCurrent, boolean isUndone) {
            pseudoClassStateChanged(CURRENT, isCurrent);
            pseudoClassStateChanged(UNDONE, isUndone);
        }
    }
}
