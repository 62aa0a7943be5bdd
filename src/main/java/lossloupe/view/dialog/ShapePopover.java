package lossloupe.view.dialog;

import java.util.ArrayList;
import java.util.function.ToIntFunction;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import lossloupe.app.AppModel;
import lossloupe.document.ClassEdit;
import lossloupe.document.ClassInfo;
import lossloupe.document.Document;
import lossloupe.document.Edit;
import lossloupe.document.ShapeEdit;
import lossloupe.view.Shown;
import lossloupe.view.Ui;
import org.controlsfx.control.PopOver;

/// The sizes b, n and l: typed, or changed example by example.
public final class ShapePopover {
    private static final int MOST_LENGTH = 10_000_000;
    private static final int MOST_CLASSES = 256;
    private static final int MOST_EXAMPLES = 4096;

    private interface Change {
        Edit to(int size);
    }

    private final Ui ui;
    private final AppModel model;
    private final Label problem = Forms.problem(280);

    private ShapePopover(Ui ui) {
        this.ui = ui;
        this.model = ui.model();
    }

    /// Opens it below `owner`.
    public static PopOver show(Ui ui, Node owner) {
        var popOver = Popovers.create(ui);
        popOver.setArrowLocation(PopOver.ArrowLocation.TOP_CENTER);
        Popovers.fill(ui, popOver, content(ui));
        popOver.show(owner);
        return popOver;
    }

    static VBox content(Ui ui) {
        return new ShapePopover(ui).build();
    }

    private VBox build() {
        var texts = ui.texts();
        var sizes = new HBox(
                12,
                size("generate.batch", "shape-b", MOST_EXAMPLES, d -> d.shape().batch(), ShapeEdit.BatchSize::new),
                size("generate.classes", "shape-n", MOST_CLASSES, d -> d.shape().classes(), this::classes),
                size("generate.length", "shape-l", MOST_LENGTH, d -> d.shape().length(), ShapeEdit.Length::new));
        var duplicate = Forms.button(
                texts.of("shape.duplicate"),
                "shape-duplicate",
                () -> model.edit(new ShapeEdit.DuplicateExample(model.view().example())));
        var remove = Forms.button(
                texts.of("shape.remove"),
                "shape-remove",
                () -> model.edit(new ShapeEdit.RemoveExample(model.view().example())));
        remove.getStyleClass().add("danger");
        shown(remove).map(d -> d.shape().batch() == 1).subscribe(remove::setDisable);
        var now = new Label();
        now.getStyleClass().add("mono");
        shown(now).map(d -> d.layout().symbols() + " = " + d.layout().text()).subscribe(now::setText);
        var hint = Forms.label(texts.of("shape.hint"), "hint");
        hint.setWrapText(true);
        hint.setMaxWidth(320);
        var title = Forms.label(texts.of("shape.title"), "card-title");
        var box = new VBox(12, title, now, sizes, problem, new HBox(8, duplicate, remove), hint);
        box.getStyleClass().add("popover-body");
        return box;
    }

    private ObservableValue<Document> shown(Node node) {
        return model.store().documentProperty().when(Shown.in(node));
    }

    private VBox size(String key, String id, int most, ToIntFunction<Document> read, Change change) {
        var field = new TextField();
        field.setId(id);
        field.setPrefColumnCount(6);
        shown(field).subscribe(d -> field.setText(Integer.toString(read.applyAsInt(d))));
        Forms.onCommit(field, () -> commit(field, key, most, read, change));
        var name = Forms.label(ui.texts().of(key), "field-name");
        name.setLabelFor(field);
        return new VBox(4, name, field);
    }

    private void commit(TextField field, String key, int most, ToIntFunction<Document> read, Change change) {
        int now = read.applyAsInt(model.document());
        var typed = field.getText().strip();
        try {
            int size = Integer.parseInt(typed);
            if (size < 1 || size > most) {
                throw new NumberFormatException();
            }
            problem.setText("");
            if (size != now) {
                model.edit(change.to(size));
            }
        } catch (NumberFormatException e) {
            problem.setText(
                    ui.texts().now("generate.problem.range", ui.texts().now(key), typed, "1", Integer.toString(most)));
            field.setText(Integer.toString(now));
        }
    }

    /// Classes are added behind the last and removed from the end.
    private Edit classes(int count) {
        int now = model.document().classes().size();
        var edits = new ArrayList<Edit>();
        for (int i = now; i < count; i++) {
            edits.add(new ClassEdit.Add(i, ClassInfo.numbered(i)));
        }
        for (int i = now - 1; i >= count; i--) {
            edits.add(new ClassEdit.Remove(i));
        }
        return new Edit.Several(edits, count > now ? "edit.class.add" : "edit.class.remove");
    }
}
