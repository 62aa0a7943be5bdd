package lossloupe.view.dialog;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import lossloupe.app.FxThread;
import org.jspecify.annotations.Nullable;

/// Holds cards over the window. It lies on top of everything, is invisible while it holds none, keeps the focus within
/// the topmost card, and gives it back when the last one goes.
public final class Overlay extends StackPane {
    private record Shown(
            Card card, StackPane veil, @Nullable Node focusBefore) {}

    private final Deque<Shown> stack = new ArrayDeque<>();
    /// Whether the focus was last sent to what is before.
    private boolean isBackwards;

    public Overlay() {
        getStyleClass().add("overlay");
        setVisible(false);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        addEventFilter(KeyEvent.KEY_PRESSED, this::typed);
        addEventFilter(KeyEvent.KEY_PRESSED, e -> isBackwards = e.isShiftDown());
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                scene.focusOwnerProperty().subscribe(this::keepFocus);
            }
        });
    }

    /// Whether a card is open; keys of the window rest while it is.
    public boolean isOpen() {
        return !stack.isEmpty();
    }

    /// The topmost card, or null.
    public @Nullable Card top() {
        return stack.isEmpty() ? null : stack.peek().card();
    }

    /// Opens a card above all others. A click beside it cancels it where nothing can be lost by that.
    public void show(Card card) {
        var scene = getScene();
        var before = scene == null ? null : scene.getFocusOwner();
        var veil = new Veil(card);
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        veil.setOnMousePressed(e -> {
            if (veil.equals(e.getTarget()) && card.isLight()) {
                card.cancel();
            }
        });
        card.setOnClosed(() -> remove(card));
        stack.push(new Shown(card, veil, before));
        getChildren().add(veil);
        setVisible(true);
        applyCss();
        layout();
        focusInto(card);
    }

    /// Dims the window beneath a card. The card's shadow is drawn once and kept as a picture.
    private static final class Veil extends StackPane {
        private final Card card;
        private final Region shadow = new Region();

        Veil(Card card) {
            this.card = card;
            getStyleClass().add("veil");
            shadow.getStyleClass().add("card-shadow");
            shadow.setManaged(false);
            shadow.setMouseTransparent(true);
            shadow.setCache(true);
            getChildren().addAll(shadow, card);
        }

        @Override
        protected void layoutChildren() {
            super.layoutChildren();
            shadow.resizeRelocate(card.getLayoutX(), card.getLayoutY(), card.getWidth(), card.getHeight());
        }
    }

    private void remove(Card card) {
        var shown = stack.stream().filter(s -> s.card() == card).findFirst().orElse(null);
        if (shown == null) {
            return;
        }
        stack.remove(shown);
        getChildren().remove(shown.veil());
        setVisible(!stack.isEmpty());
        if (shown.focusBefore() != null) {
            shown.focusBefore().requestFocus();
        }
    }

    /// A field that takes Enter for itself would hide it from the card: what was typed counts, then the card
    /// accepts.
    private void typed(KeyEvent event) {
        var card = top();
        if (card != null && event.getCode() == KeyCode.ENTER && event.getTarget() instanceof TextField field) {
            if (field.getOnAction() != null) {
                field.fireEvent(new ActionEvent());
            }
            FxThread.run(card::accept);
            event.consume();
        }
    }

    private void pressed(KeyEvent event) {
        var card = top();
        if (card == null) {
            return;
        }
        if (event.getCode() == KeyCode.ESCAPE) {
            card.cancel();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && !event.isShiftDown()) {
            card.accept();
            event.consume();
        }
    }

    private void keepFocus(@Nullable Node owner) {
        var card = top();
        if (card != null && owner != null && !isWithin(owner, card)) {
            goRound(card);
        }
    }

    /// Behind the last control of a card comes its first, and the other way round.
    private void goRound(Card card) {
        var controls = controls(card);
        if (controls.isEmpty()) {
            focusInto(card);
        } else {
            (isBackwards ? controls.getLast() : controls.getFirst()).requestFocus();
        }
    }

    private static void focusInto(Card card) {
        var first = card.firstFocus();
        var target = first != null ? first : controls(card).stream().findFirst().orElse(null);
        var accept = card.acceptFocus();
        if (target instanceof Button && accept != null) {
            target = accept;
        }
        if (target != null) {
            target.requestFocus();
        } else {
            card.setFocusTraversable(true);
            card.requestFocus();
        }
    }

    private static boolean isWithin(Node node, Node ancestor) {
        for (@Nullable Node n = node; n != null; n = n.getParent()) {
            if (n.equals(ancestor)) {
                return true;
            }
        }
        return false;
    }

    /// What the focus may go to, in order.
    private static List<Node> controls(Parent parent) {
        var found = new ArrayList<Node>();
        for (var child : parent.getChildrenUnmodifiable()) {
            if (!child.isVisible() || child.isDisabled()) {
                continue;
            }
            if (child.isFocusTraversable()) {
                found.add(child);
            } else if (child instanceof Parent p) {
                found.addAll(controls(p));
            }
        }
        return found;
    }

    /// Lays it over all that a scene shows.
    public void cover(Scene scene) {
        var content = scene.getRoot();
        if (content instanceof StackPane pile) {
            pile.getChildren().add(this);
            return;
        }
        var looks = content.getStyleClass().stream()
                .filter(c -> c.equals("light") || c.equals("dark"))
                .toList();
        var pile = new StackPane();
        scene.setRoot(pile);
        pile.getStyleClass().addAll(looks);
        pile.getChildren().addAll(content, this);
    }
}
