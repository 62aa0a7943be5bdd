package lossloupe.view;

import java.nio.IntBuffer;
import java.util.function.Supplier;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.layout.Region;
import lossloupe.app.Notice;
import lossloupe.export.data.TrackTable;
import lossloupe.paint.Pixels;

/// The context menu of something with a picture and numbers: either goes to the clipboard.
public final class CopyMenu {
    /// Device pixels per logical pixel, so that a picture stays sharp when it is enlarged on a slide.
    private static final double SCALE = 2;

    private CopyMenu() {}

    /// Gives `region` the menu.
    ///
    /// @param numbers tab-separated; empty where there are too many for a clipboard
    public static void on(Region region, Ui ui, Supplier<String> numbers) {
        var menu = new ContextMenu(
                item(ui, "copy.picture", "copy-picture", () -> picture(region, ui)),
                item(ui, "copy.numbers", "copy-numbers", () -> numbers(ui, numbers.get())));
        region.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, e -> {
            if (e.isKeyboardTrigger()) {
                menu.show(region, Side.TOP, 0, 0);
            } else {
                menu.show(region, e.getScreenX(), e.getScreenY());
            }
            e.consume();
        });
    }

    /// Pixels for the clipboard or a preview.
    public static Image image(Pixels pixels) {
        var buffer = new PixelBuffer<>(
                pixels.width(), pixels.height(), IntBuffer.wrap(pixels.argb()), PixelFormat.getIntArgbPreInstance());
        return new WritableImage(buffer);
    }

    private static MenuItem item(Ui ui, String key, String id, Runnable action) {
        var item = new MenuItem();
        item.setId(id);
        item.textProperty().bind(ui.texts().of(key));
        item.setOnAction(e -> action.run());
        return item;
    }

    private static void picture(Region region, Ui ui) {
        var paper = Looks.color(ui.looks().palette().panel());
        WindowPicture.sharp(ui, SCALE, () -> WindowPicture.take(region, paper, SCALE), pixels -> {
            var content = new ClipboardContent();
            content.putImage(image(pixels));
            Clipboard.getSystemClipboard().setContent(content);
            ui.model().say(Notice.info("notice.pictureCopied"));
        });
    }

    private static void numbers(Ui ui, String text) {
        if (text.isEmpty()) {
            ui.model().say(Notice.error("copy.tooMany", TrackTable.MOST_NUMBERS));
            return;
        }
        SystemClipboard.put(text);
        ui.model().say(Notice.info("copy.numbersCopied"));
    }
}
