package lossloupe.view.doctor;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import lossloupe.view.Numbers;
import lossloupe.view.Tip;
import lossloupe.view.Ui;
import org.jspecify.annotations.Nullable;

/// Both losses before and after an edit; what is not known yet is dim.
final class Effect extends HBox {
    private static final int DIGITS = 4;
    private static final double DIM = 0.45;

    private final Label a = new Label();
    private final Label b = new Label();

    Effect(Ui ui) {
        super(14);
        getStyleClass().add("effect");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(USE_PREF_SIZE);
        getChildren().setAll(side("A", "tag-a", a), side("B", "tag-b", b));
        Tip.on(this, ui.texts().of("doctor.outcome"));
    }

    /// @param then null where nothing is known
    /// @param isKnown whether `then` belongs to the numbers now shown
    void show(Means now, @Nullable Means then, boolean isKnown) {
        a.setText(move(now.a(), then == null ? "…" : Numbers.telling(then.a(), DIGITS)));
        b.setText(move(now.b(), then == null ? "…" : Numbers.telling(then.b(), DIGITS)));
        setOpacity(isKnown ? 1 : DIM);
        setAccessibleText("A " + a.getText() + ", B " + b.getText());
    }

    private static String move(double now, String then) {
        return Numbers.telling(now, DIGITS) + " → " + then;
    }

    private static Node side(String name, String style, Label numbers) {
        var tag = new Label(name);
        tag.getStyleClass().addAll("tag", style);
        numbers.getStyleClass().addAll("number", "finding-effect");
        var side = new HBox(6, tag, numbers);
        side.setAlignment(Pos.CENTER_LEFT);
        return side;
    }
}
