package lossloupe.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// A few choices side by side of which exactly one holds.
public final class Segments<T> extends HBox {
    private final Map<T, ToggleButton> buttons = new LinkedHashMap<>();
    private final ToggleGroup group = new ToggleGroup();

    /// @param chosen called when a person chooses, not when [#show] does
    public Segments(List<T> choices, Consumer<T> chosen) {
        getStyleClass().add("segments");
        for (var choice : choices) {
            var button = new ToggleButton();
            button.getStyleClass().add("segment");
            button.setMnemonicParsing(false);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setToggleGroup(group);
            button.setOnAction(e -> {
                button.setSelected(true);
                chosen.accept(choice);
            });
            buttons.put(choice, button);
        }
        getChildren().setAll(buttons.values());
    }

    /// The button of a choice, to be given its text.
    public ToggleButton button(T choice) {
        var button = buttons.get(choice);
        if (button == null) {
            throw new IllegalArgumentException("no such choice: " + choice);
        }
        return button;
    }

    /// Marks the choice that holds.
    public void show(T choice) {
        button(choice).setSelected(true);
    }
}
