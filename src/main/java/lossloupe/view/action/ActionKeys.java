package lossloupe.view.action;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import lossloupe.view.dialog.Overlay;
import org.jspecify.annotations.Nullable;

/// Lets keys start actions. Combinations with Ctrl come before anything else; plain keys only reach actions where the
/// focused control does not want them, and never while text is being typed or a card is open.
final class ActionKeys {
    private static final Set<KeyCode> TEXT_EDITING = Set.of(
            KeyCode.A,
            KeyCode.C,
            KeyCode.V,
            KeyCode.X,
            KeyCode.Y,
            KeyCode.Z,
            KeyCode.HOME,
            KeyCode.END,
            KeyCode.LEFT,
            KeyCode.RIGHT,
            KeyCode.DELETE,
            KeyCode.BACK_SPACE);

    private static final Set<KeyCode> NAVIGATION = Set.of(
            KeyCode.UP,
            KeyCode.DOWN,
            KeyCode.LEFT,
            KeyCode.RIGHT,
            KeyCode.HOME,
            KeyCode.END,
            KeyCode.PAGE_UP,
            KeyCode.PAGE_DOWN);

    private final List<Action> table;
    private final Overlay overlay;
    private boolean typedIsDone;
    private boolean spaceIsTap;

    ActionKeys(List<Action> table, Overlay overlay) {
        this.table = table;
        this.overlay = overlay;
    }

    void install(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            typedIsDone = false;
            boolean ours = isShortcut(e)
                    ? !(isTyping(scene) && TEXT_EDITING.contains(e.getCode()))
                    : NAVIGATION.contains(e.getCode()) && !wantsNavigation(scene);
            if (ours) {
                press(e);
            }
        });
        scene.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (!isShortcut(e) && !isTyping(scene)) {
                plain(e);
            }
        });
        scene.addEventHandler(KeyEvent.KEY_TYPED, e -> {
            if (!isTyping(scene)) {
                typed(e);
            }
        });
        scene.addEventHandler(KeyEvent.KEY_RELEASED, this::released);
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, e -> spaceIsTap = false);
    }

    /// A held space bar pans, so that it acts when it is let go, and only if no button went down meanwhile.
    private void plain(KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE) {
            spaceIsTap = !overlay.isOpen();
            if (spaceIsTap) {
                event.consume();
            }
        } else {
            press(event);
        }
    }

    private void released(KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE && spaceIsTap) {
            spaceIsTap = false;
            var tap = new KeyEvent(
                    KeyEvent.KEY_PRESSED,
                    "",
                    "",
                    KeyCode.SPACE,
                    event.isShiftDown(),
                    event.isControlDown(),
                    event.isAltDown(),
                    event.isMetaDown());
            press(tap);
            event.consume();
        }
    }

    private void press(KeyEvent event) {
        if (overlay.isOpen()) {
            return;
        }
        find(event).ifPresent(action -> {
            typedIsDone = true;
            event.consume();
            action.run();
        });
    }

    private void typed(KeyEvent event) {
        var character = event.getCharacter();
        if (typedIsDone || overlay.isOpen() || character.isBlank() || isShortcut(event)) {
            return;
        }
        table.stream().filter(a -> a.typed().contains(character)).findFirst().ifPresent(action -> {
            event.consume();
            action.run();
        });
    }

    private Optional<Action> find(KeyEvent event) {
        return table.stream()
                .filter(a -> a.keys().stream().anyMatch(k -> k.match(event)))
                .findFirst();
    }

    private static boolean isShortcut(KeyEvent event) {
        return event.isShortcutDown();
    }

    /// Buttons would only pass the focus on, and the scroll pane around the tracks would scroll; everything else
    /// (lists, fields, the curve whose point moves) keeps its arrows.
    private static boolean wantsNavigation(Scene scene) {
        var owner = scene.getFocusOwner();
        if (owner == null || owner.equals(scene.getRoot()) || owner instanceof ButtonBase) {
            return false;
        }
        if (isTyping(scene)) {
            return true;
        }
        for (@Nullable Node n = owner; n != null; n = n.getParent()) {
            if (n.getStyleClass().contains("stack-scroll")) {
                return false;
            }
        }
        return true;
    }

    private static boolean isTyping(Scene scene) {
        @Nullable Object owner = scene.getFocusOwner();
        return owner instanceof TextInputControl text && text.isEditable();
    }
}
