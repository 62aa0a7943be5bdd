package lossloupe.view.inspector;

import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import lossloupe.app.AppModel;
import lossloupe.app.Notice;
import lossloupe.document.Edit;
import lossloupe.view.AskedRoom;
import lossloupe.view.Numbers;
import lossloupe.view.Tip;
import lossloupe.view.Ui;
import org.jspecify.annotations.Nullable;

/// The selected logit, to be typed over in place: Enter or leaving the field commits, Escape takes back, the up and
/// down arrows nudge. All digits are shown while it has the focus.
final class LogitField extends TextField {
    private static final double NUDGE = 0.1;
    private static final double COARSE = 1;
    private final AppModel model;
    private final Tip digits = new Tip(this);
    private @Nullable CellReading cell;
    private String written = "";

    /// Null while the constructor of [TextField] already asks for a layout.
    private final @Nullable AskedRoom asked = new AskedRoom();

    LogitField(Ui ui) {
        this.model = ui.model();
        getStyleClass().addAll("logit-field", "number");
        setId("logit");
        setPrefColumnCount(1);
        accessibleTextProperty().bind(ui.texts().of("inspector.logit"));
        setOnAction(e -> {
            commit();
            selectAll();
        });
        focusedProperty().subscribe((was, is) -> {
            if (was && !is) {
                commit();
            }
            write();
            if (is) {
                selectAll();
            }
        });
        setOnKeyPressed(e -> {
            double step = e.isShiftDown() ? COARSE : NUDGE;
            switch (e.getCode()) {
                case KeyCode.ESCAPE -> write();
                case KeyCode.UP -> nudge(step);
                case KeyCode.DOWN -> nudge(-step);
                default -> {
                    return;
                }
            }
            e.consume();
        });
    }

    @Override
    public void requestLayout() {
        if (asked != null
                && asked.isAsBefore(
                        snapSizeX(computePrefWidth(USE_COMPUTED_SIZE)), computePrefHeight(USE_COMPUTED_SIZE))) {
            setNeedsLayout(true);
        } else {
            super.requestLayout();
        }
    }

    void show(CellReading next) {
        var before = cell;
        boolean isOther = before == null
                || before.cls() != next.cls()
                || before.position() != next.position()
                || before.example() != next.example();
        if (before != null && isOther && isFocused()) {
            commit();
        }
        boolean changed = isOther || before == null || Double.compare(before.logit(), next.logit()) != 0;
        cell = next;
        if (changed || !isFocused()) {
            write();
        }
    }

    private void nudge(double step) {
        var now = cell;
        if (now != null) {
            set(now, Math.round((now.logit() + step) * 1e6) / 1e6);
        }
    }

    private void commit() {
        var now = cell;
        if (now == null || getText().equals(written)) {
            return;
        }
        try {
            set(now, Numbers.parse(getText()));
        } catch (NumberFormatException e) {
            model.say(Notice.error("notice.notANumber", getText()));
            write();
        }
    }

    private void set(CellReading at, double logit) {
        model.edit(new Edit.Values(Edit.Target.LOGITS, at.example(), at.cls(), at.position(), logit));
    }

    private void write() {
        var now = cell;
        if (now != null) {
            written = isFocused()
                    ? Numbers.shortest(now.logit(), now.logitType())
                    : Words.brief(now.logit(), now.logitType());
            setText(written);
            digits.setText(Numbers.shortest(now.logit()));
        }
    }
}
