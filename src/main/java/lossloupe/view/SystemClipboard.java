package lossloupe.view;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/// The desktop's clipboard.
public final class SystemClipboard {
    private SystemClipboard() {}

    /// Puts text into it.
    public static void put(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
