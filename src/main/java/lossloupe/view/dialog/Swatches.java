package lossloupe.view.dialog;

import java.util.Locale;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import lossloupe.document.ClassInfo;
import lossloupe.paint.Argb;
import lossloupe.view.Looks;
import lossloupe.view.Texts;

/// The colours a class may have: the colour-blind safe ones to click at, and any other.
final class Swatches extends HBox {
    private static final int COUNT = 8;

    /// @param chosen given `0xRRGGBB`
    Swatches(Texts texts, int rgb, IntConsumer chosen) {
        super(4);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("swatches");
        var group = new ToggleGroup();
        for (int i = 0; i < COUNT; i++) {
            int colour = ClassInfo.defaultColour(i);
            var mark = new Rectangle(16, 16, Looks.color(Argb.opaque(colour)));
            mark.setArcWidth(6);
            mark.setArcHeight(6);
            var button = new ToggleButton(null, mark);
            button.getStyleClass().add("swatch");
            button.setToggleGroup(group);
            button.setSelected(colour == rgb);
            button.setId("swatch-" + i);
            button.setAccessibleText(hex(colour));
            button.setOnAction(e -> chosen.accept(colour));
            getChildren().add(button);
        }
        var other = new ColorPicker(Looks.color(Argb.opaque(rgb)));
        other.getStyleClass().addAll("button", "swatch-other");
        other.accessibleTextProperty().bind(texts.of("class.otherColour"));
        other.setOnAction(e -> {
            group.selectToggle(null);
            chosen.accept(rgb(other.getValue()));
        });
        getChildren().add(other);
    }

    static int rgb(Color color) {
        return (int) Math.round(color.getRed() * 255) << 16
                | (int) Math.round(color.getGreen() * 255) << 8
                | (int) Math.round(color.getBlue() * 255);
    }

    private static String hex(int rgb) {
        return String.format(Locale.ROOT, "#%06X", rgb);
    }
}
