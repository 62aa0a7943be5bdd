package lossloupe.view.inspector;

import lossloupe.app.Frame;

/// What one side of the switch shows. Only the page that is seen is told of frames.
interface Page {
    void show(Frame frame);

    /// The language changed: all words are to be written anew.
    void retold();
}
