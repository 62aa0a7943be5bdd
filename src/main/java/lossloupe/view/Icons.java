package lossloupe.view;

import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.SVGPath;

/// The line icons of the tool bar, on a grid of 20 by 20, stroked by CSS.
public enum Icons {
    LOUPE("M8.5 3a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0 -11 M13 13l4 4 M5.6 9.6l1.7 -3l1.7 2l1.8 -2.6"),
    OPEN("M3 6h5l2 2h7v8H3z"),
    SAVE("M4 3h10l3 3v11H3V4z M6 3v5h7V3 M6 17v-5h8v5"),
    EXPORT("M10 3v9 M6.5 6.5L10 3l3.5 3.5 M4 11v6h12v-6"),
    UNDO("M7 5L3 9l4 4 M3 9h9a5 4 0 0 1 0 8h-3"),
    REDO("M13 5l4 4l-4 4 M17 9H8a5 4 0 0 0 0 8h3"),
    PREVIOUS("M12 5l-5 5l5 5"),
    NEXT("M8 5l5 5l-5 5"),
    UP("M5 12l5 -5l5 5"),
    CLOSE("M5 5l10 10 M15 5L5 15");

    private final String path;

    Icons(String path) {
        this.path = path;
    }

    public Node node() {
        var shape = new SVGPath();
        shape.setContent(path);
        shape.getStyleClass().add("icon");
        // A frame of fixed size keeps every icon on the same grid whatever its outline.
        var frame = new SVGPath();
        frame.setContent("M0 0h20v20h-20z");
        frame.getStyleClass().add("icon-frame");
        return new Group(frame, shape);
    }
}
