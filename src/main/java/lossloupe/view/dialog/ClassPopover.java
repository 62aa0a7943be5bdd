package lossloupe.view.dialog;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import lossloupe.app.AppModel;
import lossloupe.document.ClassEdit;
import lossloupe.document.ClassInfo;
import lossloupe.view.Shown;
import lossloupe.view.Ui;
import org.controlsfx.control.PopOver;

/// Name, colour, place and existence of one class, beside its name in a track.
public final class ClassPopover {
    private final Ui ui;
    private final AppModel model;
    private final PopOver popOver;
    private int index;

    private ClassPopover(Ui ui, PopOver popOver, int index) {
        this.ui = ui;
        this.model = ui.model();
        this.popOver = popOver;
        this.index = index;
    }

    /// Opens it beside a point of the screen.
    public static PopOver show(Ui ui, Node owner, int classIndex, double screenX, double screenY) {
        var popOver = Popovers.create(ui);
        var content = content(ui, popOver, classIndex);
        Popovers.fill(ui, popOver, content);
        popOver.show(owner, screenX, screenY);
        return popOver;
    }

    /// What the pop-over holds.
    static VBox content(Ui ui, PopOver popOver, int classIndex) {
        return new ClassPopover(ui, popOver, classIndex).build();
    }

    private VBox build() {
        var texts = ui.texts();
        var name = nameField();
        var colours = new Swatches(
                texts, info().rgb(), rgb -> edit(new ClassEdit.Describe(index, new ClassInfo(info().name(), rgb))));
        var up = button("class.up", "class-up", () -> move(-1));
        var down = button("class.down", "class-down", () -> move(1));
        var add = button("class.add", "class-add", this::addBelow);
        var remove = button("class.remove", "class-remove", this::remove);
        remove.getStyleClass().add("danger");
        Runnable possible = () -> {
            int count = model.document().classes().size();
            up.setDisable(index == 0);
            down.setDisable(index >= count - 1);
            remove.setDisable(count == 1);
        };
        model.store().documentProperty().when(Shown.in(up)).subscribe(d -> possible.run());
        possible.run();
        var places = new HBox(8, up, down);
        var existence = new HBox(8, add, remove);
        var box = new VBox(12, Forms.label(texts.of("class.title"), "card-title"), name, colours, places, existence);
        box.getStyleClass().add("popover-body");
        return box;
    }

    private TextField nameField() {
        var name = new TextField(info().name());
        name.setId("class-name");
        name.accessibleTextProperty().bind(ui.texts().of("class.name"));
        name.focusedProperty().subscribe(has -> {
            if (!has) {
                rename(name);
            }
        });
        name.setOnAction(e -> {
            rename(name);
            popOver.hide();
        });
        name.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                name.setText(info().name());
                popOver.hide();
                e.consume();
            }
        });
        return name;
    }

    private Button button(String key, String id, Runnable action) {
        return Forms.button(ui.texts().of(key), id, action);
    }

    private ClassInfo info() {
        return model.document().classes().get(index);
    }

    /// An empty name is not taken; the old one stays.
    private void rename(TextField field) {
        if (index >= model.document().classes().size()) {
            return;
        }
        var typed = field.getText().strip();
        if (typed.isEmpty()) {
            field.setText(info().name());
        } else if (!typed.equals(info().name())) {
            edit(new ClassEdit.Describe(index, new ClassInfo(typed, info().rgb())));
        }
    }

    private void move(int by) {
        int to = index + by;
        if (to >= 0 && to < model.document().classes().size()) {
            int from = index;
            index = to;
            edit(new ClassEdit.Move(from, to));
        }
    }

    private void addBelow() {
        var classes = model.document().classes();
        edit(new ClassEdit.Add(index + 1, ClassInfo.numbered(classes.size())));
        popOver.hide();
    }

    private void remove() {
        popOver.hide();
        edit(new ClassEdit.Remove(index));
    }

    private void edit(ClassEdit edit) {
        model.edit(edit);
    }
}
