package lossloupe.view.track;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/// Fonts of what canvases write, and how wide they write it. Digits are tabular, so that widths follow from lengths.
final class Faces {
    static final Font CELL = Font.font("LossLoupe Sans", 11.5);
    static final Font TINY = Font.font("LossLoupe Sans", 9.5);
    static final Font SMALL = Font.font("LossLoupe Sans", 11);
    static final Font NAME = Font.font("LossLoupe Sans", 12);
    static final Font STRONG = Font.font("LossLoupe Sans", FontWeight.BOLD, 11);

    private static final Text RULER = new Text();
    private static final Map<String, Double> WIDTHS = new HashMap<>();

    private Faces() {}

    static double width(Font font, String text) {
        if (WIDTHS.size() > 20_000) {
            WIDTHS.clear();
        }
        return WIDTHS.computeIfAbsent(font.getName() + font.getSize() + text, key -> {
            RULER.setFont(font);
            RULER.setText(text);
            return RULER.getLayoutBounds().getWidth();
        });
    }

    /// `text`, or as much of it as fits with an ellipsis behind it.
    static String fitted(Font font, String text, double width) {
        if (width(font, text) <= width) {
            return text;
        }
        int end = text.length();
        while (end > 1 && width(font, text.substring(0, end) + "…") > width) {
            end--;
        }
        return text.substring(0, end) + "…";
    }
}
