package lossloupe.view.track;

import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;

/// Mouse events as a person would cause them, in a node's own pixels. The toolkit's constructors take scene coordinates
/// and work out the rest from the pick result, once the event has a source.
public final class Mouse {
    private final Node node;
    private boolean shift;
    private boolean alt;
    private boolean shortcut;
    private int clicks = 1;

    private Mouse(Node node) {
        this.node = node;
    }

    public static Mouse on(Node node) {
        return new Mouse(node);
    }

    Mouse withShift() {
        shift = true;
        return this;
    }

    Mouse withAlt() {
        alt = true;
        return this;
    }

    Mouse withShortcut() {
        shortcut = true;
        return this;
    }

    Mouse twice() {
        clicks = 2;
        return this;
    }

    public Mouse move(double x, double y) {
        return fire(MouseEvent.MOUSE_MOVED, x, y, false);
    }

    /// Comes to the node from outside.
    public Mouse enter(double x, double y) {
        return fire(MouseEvent.MOUSE_ENTERED, x, y, false);
    }

    /// Goes out of the node.
    public Mouse leave(double x, double y) {
        return fire(MouseEvent.MOUSE_EXITED, x, y, false);
    }

    public Mouse press(double x, double y) {
        return fire(MouseEvent.MOUSE_PRESSED, x, y, true);
    }

    public Mouse drag(double x, double y) {
        return fire(MouseEvent.MOUSE_DRAGGED, x, y, true);
    }

    public Mouse release(double x, double y) {
        return fire(MouseEvent.MOUSE_RELEASED, x, y, false);
    }

    Mouse click(double x, double y) {
        return press(x, y).release(x, y);
    }

    void wheel(double x, double y, double dy) {
        var at = node.localToScreen(x, y);
        var inScene = node.localToScene(x, y);
        node.fireEvent(new ScrollEvent(
                ScrollEvent.SCROLL,
                inScene.getX(),
                inScene.getY(),
                at.getX(),
                at.getY(),
                shift,
                shortcut,
                alt,
                false,
                true,
                false,
                0,
                dy,
                0,
                dy,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                new PickResult(node, inScene.getX(), inScene.getY())));
    }

    private Mouse fire(EventType<MouseEvent> type, double x, double y, boolean down) {
        var at = node.localToScreen(x, y);
        var inScene = node.localToScene(x, y);
        node.fireEvent(new MouseEvent(
                type,
                inScene.getX(),
                inScene.getY(),
                at.getX(),
                at.getY(),
                down || type == MouseEvent.MOUSE_RELEASED ? MouseButton.PRIMARY : MouseButton.NONE,
                clicks,
                shift,
                shortcut,
                alt,
                false,
                down,
                false,
                false,
                true,
                false,
                true,
                new PickResult(node, inScene.getX(), inScene.getY())));
        return this;
    }
}
