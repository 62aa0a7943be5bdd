package lossloupe.view.track;

import java.util.function.DoubleFunction;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import lossloupe.app.AppModel;
import lossloupe.app.Notice;
import lossloupe.document.Edit;
import lossloupe.paint.GridGeometry.Box;
import lossloupe.view.Numbers;

/// A text field over a cell: Enter and loss of focus commit, Escape leaves the value as it was.
final class CellEditor {
    private static final double WIDTH = 84;
    private static final double HEIGHT = 28;
    private final AppModel model;
    private final EditorHost host;
    private final TextField field = new TextField();
    private final String written;
    private final DoubleFunction<Edit> edit;
    private boolean done;

    private CellEditor(AppModel model, EditorHost host, String written, DoubleFunction<Edit> edit) {
        this.model = model;
        this.host = host;
        this.written = written;
        this.edit = edit;
    }

    /// Opens over `box` on a value as it is written; what is typed instead goes into the document by `edit`.
    static void open(AppModel model, EditorHost host, Box box, String written, DoubleFunction<Edit> edit) {
        new CellEditor(model, host, written, edit).show(box);
    }

    private void show(Box box) {
        field.setText(written);
        field.getStyleClass().add("cell-editor");
        field.setManaged(false);
        host.add(field);
        double x = Math.clamp(box.centerX() - WIDTH / 2, 0, Math.max(0, host.getWidth() - WIDTH));
        field.resizeRelocate(x, box.centerY() - HEIGHT / 2, WIDTH, HEIGHT);
        field.selectAll();
        field.requestFocus();
        field.setOnAction(e -> close(true));
        field.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                close(false);
                e.consume();
            }
        });
        field.focusedProperty().subscribe((was, is) -> {
            if (was && !is) {
                close(true);
            }
        });
    }

    private void close(boolean commits) {
        if (done) {
            return;
        }
        done = true;
        if (commits) {
            commit();
        }
        host.remove(field);
        host.requestFocus();
    }

    private void commit() {
        if (field.getText().equals(written)) {
            return;
        }
        try {
            model.edit(edit.apply(Numbers.parse(field.getText())));
        } catch (NumberFormatException e) {
            model.say(Notice.error("notice.notANumber", field.getText()));
        }
    }
}
