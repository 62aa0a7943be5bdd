package lossloupe.view.track;

import javafx.scene.Node;

/// A body that can hold a text field over one of its cells.
interface EditorHost {
    void add(Node editor);

    void remove(Node editor);

    double getWidth();

    void requestFocus();
}
