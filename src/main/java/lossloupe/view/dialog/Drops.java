package lossloupe.view.dialog;

import java.io.File;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;

/// Files or text dropped anywhere on a scene are opened, several files together; not while a card asks something. A
/// frame around the window says so while they are held over it.
final class Drops {
    private final Overlay overlay;
    private final Files files;
    private final StackPane frame = new StackPane();

    private Drops(Overlay overlay, Files files, Label hint) {
        this.overlay = overlay;
        this.files = files;
        frame.getStyleClass().add("drop-frame");
        frame.setMouseTransparent(true);
        frame.setVisible(false);
        frame.getChildren().setAll(hint);
    }

    /// Lets a scene, whose root is a pile of panes, take what is dropped on it.
    static void accept(Scene scene, Overlay overlay, Files files, Label hint) {
        var drops = new Drops(overlay, files, hint);
        ((StackPane) scene.getRoot()).getChildren().add(drops.frame);
        scene.addEventHandler(DragEvent.DRAG_OVER, drops::over);
        scene.addEventHandler(DragEvent.DRAG_DROPPED, drops::dropped);
        scene.addEventHandler(DragEvent.DRAG_EXITED_TARGET, e -> drops.frame.setVisible(false));
    }

    private void over(DragEvent event) {
        boolean isWelcome = isWelcome(event.getDragboard()) && !overlay.isOpen();
        frame.setVisible(isWelcome);
        if (isWelcome) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private static boolean isWelcome(Dragboard board) {
        return board.hasFiles() || board.hasString();
    }

    private void dropped(DragEvent event) {
        frame.setVisible(false);
        var board = event.getDragboard();
        if (board.hasFiles()) {
            files.open(board.getFiles().stream().map(File::toPath).toList());
        } else if (board.hasString()) {
            files.paste(board.getString());
        } else {
            return;
        }
        event.setDropCompleted(true);
        event.consume();
    }
}
