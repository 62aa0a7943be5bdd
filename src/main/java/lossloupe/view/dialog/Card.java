package lossloupe.view.dialog;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lossloupe.view.Presence;
import org.jspecify.annotations.Nullable;

/// A dialog as a card: a title, a sentence below it, a body, and buttons. Enter accepts, Esc cancels; what either means
/// is told to it once.
public final class Card extends VBox {
    private final Label sentence = new Label();
    private final Label problem = new Label();
    private final HBox buttons = new HBox(8);
    private final List<Button> leading = new ArrayList<>();
    private Runnable closed = () -> {};
    private Runnable onCancel = () -> {};
    private @Nullable Button acceptButton;
    private @Nullable Node first;
    private boolean light;

    /// @param id style class and id of the card, for the style sheet and tests
    public Card(String id, ObservableValue<String> title) {
        setId(id);
        getStyleClass().addAll("card", id);
        setAccessibleRole(AccessibleRole.DIALOG);
        accessibleTextProperty().bind(title);
        var heading = new Label();
        heading.textProperty().bind(title);
        heading.getStyleClass().add("card-title");
        sentence.getStyleClass().add("card-sentence");
        sentence.setWrapText(true);
        Presence.set(sentence, false);
        buttons.getStyleClass().add("card-buttons");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        problem.setId("problem");
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        problem.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(problem, Priority.ALWAYS);
        buttons.getChildren().add(problem);
        Presence.set(buttons, false);
        getChildren().addAll(heading, sentence, buttons);
    }

    public Card sentence(ObservableValue<String> text) {
        sentence.textProperty().bind(text);
        Presence.set(sentence, true);
        return this;
    }

    /// Puts `node` into the body, below what is there.
    public Card body(Node node) {
        getChildren().add(getChildren().size() - 1, node);
        return this;
    }

    /// What stands in the way of accepting, beside the buttons; empty while nothing does.
    public Card problem(ObservableValue<String> text) {
        problem.textProperty().bind(text);
        return this;
    }

    /// The button that Enter presses; it is pale while `possible` is false.
    public Card accept(ObservableValue<String> text, BooleanExpression possible, Runnable action) {
        var button = button(text, action);
        button.getStyleClass().add("accent");
        button.setId("accept");
        button.disableProperty().bind(possible.not());
        acceptButton = button;
        return this;
    }

    public Card accept(ObservableValue<String> text, Runnable action) {
        return accept(text, new SimpleBooleanProperty(true), action);
    }

    /// The button that Esc presses.
    public Card cancel(ObservableValue<String> text, Runnable action) {
        onCancel = action;
        button(text, this::cancel).setId("cancel");
        return this;
    }

    /// Another way to close it.
    public Card other(String id, ObservableValue<String> text, Runnable action) {
        button(text, action).setId(id);
        return this;
    }

    /// A button at the left that does not close the card.
    public Card leading(Button button) {
        leading.add(button);
        buttons.getChildren().add(leading.size() - 1, button);
        Presence.set(buttons, true);
        return this;
    }

    /// Marks a card that only tells something: a click beside it closes it.
    public Card light() {
        light = true;
        return this;
    }

    public Card firstFocus(Node node) {
        first = node;
        return this;
    }

    /// Where the focus begins, if the card says so.
    public @Nullable Node firstFocus() {
        return first;
    }

    /// The accepting button, where the focus begins if there is no field: Enter and Space must never meet a button
    /// that throws work away.
    @Nullable
    Node acceptFocus() {
        return acceptButton == null || acceptButton.isDisabled() ? null : acceptButton;
    }

    public boolean isLight() {
        return light;
    }

    /// Presses the accepting button, if there is one and it may be pressed.
    public void accept() {
        if (acceptButton != null && !acceptButton.isDisabled()) {
            acceptButton.fire();
        }
    }

    public void cancel() {
        close();
        onCancel.run();
    }

    /// Takes the card away and does nothing else.
    public void close() {
        closed.run();
    }

    void setOnClosed(Runnable action) {
        closed = action;
    }

    private Button button(ObservableValue<String> text, Runnable action) {
        var button = new Button();
        button.textProperty().bind(text);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(e -> action.run());
        buttons.getChildren().add(button);
        Presence.set(buttons, true);
        return button;
    }
}
