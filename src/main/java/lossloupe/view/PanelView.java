package lossloupe.view;

import javafx.scene.layout.Region;
import lossloupe.app.Frame;

/// What stands in the drawer. It is made when it is first opened, and told of frames only while it is seen.
public interface PanelView {
    Region node();

    void show(Frame frame);

    /// The language changed: all words are to be written anew.
    void retold();
}
