package lossloupe.view.action;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import lossloupe.app.AppModel;
import lossloupe.app.Notice;
import lossloupe.export.PngWriter;
import lossloupe.export.data.ReducedTable;
import lossloupe.view.CopyMenu;
import lossloupe.view.SystemClipboard;
import lossloupe.view.Ui;
import lossloupe.view.WindowPicture;
import lossloupe.view.dialog.PathChooser;
import lossloupe.view.dialog.Saving;

/// What leaves the window as a picture or as text.
final class Exports {
    /// Device pixels per logical pixel, so that a picture stays sharp when it is enlarged on a slide.
    private static final double SCALE = 2;

    private final Ui ui;
    private final AppModel model;
    private final Hooks hooks;

    Exports(Ui ui, Hooks hooks) {
        this.ui = ui;
        this.model = ui.model();
        this.hooks = hooks;
    }

    void copyPicture() {
        WindowPicture.sharp(ui, SCALE, () -> WindowPicture.take(hooks.scene(), SCALE), pixels -> {
            var content = new ClipboardContent();
            content.putImage(CopyMenu.image(pixels));
            Clipboard.getSystemClipboard().setContent(content);
            model.say(Notice.info("notice.pictureCopied"));
        });
    }

    void savePicture() {
        var path = PathChooser.desktop(ui).toSave(hooks.window(), "lossloupe", ".png");
        if (path == null) {
            return;
        }
        WindowPicture.sharp(
                ui,
                SCALE,
                () -> WindowPicture.take(hooks.scene(), SCALE),
                pixels -> Saving.start(
                        model,
                        path,
                        file -> PngWriter.write(pixels, file),
                        () -> {},
                        cause -> model.say(Notice.failed(cause))));
    }

    void copyValues(ReducedTable format) {
        SystemClipboard.put(format.text(model.frame().evaluation()));
        model.say(Notice.info("notice.valuesCopied"));
    }
}
