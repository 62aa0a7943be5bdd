package lossloupe.view.dialog;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import lossloupe.view.Segments;

/// Small parts that several cards are made of.
final class Forms {
    /// Of a field in which something stands that cannot be used.
    static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private Forms() {}

    static Label label(ObservableValue<String> text, String styleClass) {
        var label = new Label();
        label.textProperty().bind(text);
        label.getStyleClass().add(styleClass);
        return label;
    }

    static Label label(String text, String styleClass) {
        var label = new Label(text);
        label.getStyleClass().add(styleClass);
        return label;
    }

    /// The line under a form that says what was not taken.
    static Label problem(double width) {
        var problem = new Label();
        problem.getStyleClass().add("problem");
        problem.setId("problem");
        problem.setWrapText(true);
        problem.setMaxWidth(width);
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        return problem;
    }

    /// What was typed counts with Enter, and when the field is left.
    static void onCommit(TextField field, Runnable commit) {
        field.setOnAction(e -> commit.run());
        field.focusedProperty().subscribe((had, has) -> {
            if (!has) {
                commit.run();
            }
        });
    }

    static Button button(ObservableValue<String> text, String id, Runnable action) {
        var button = new Button();
        button.textProperty().bind(text);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> action.run());
        return button;
    }

    /// A row of joined buttons of which one is down; their ids are `<id>-<value>`.
    static <T> Segments<T> segments(
            String id, List<T> values, Function<T, ObservableValue<String>> name, ObjectProperty<T> chosen) {
        var segments = new Segments<T>(values, chosen::set);
        segments.setId(id);
        segments.setMaxWidth(Region.USE_PREF_SIZE);
        for (var value : values) {
            segments.button(value).textProperty().bind(name.apply(value));
            segments.button(value).setId(id + "-" + value);
            segments.button(value).setMinWidth(Region.USE_PREF_SIZE);
        }
        chosen.subscribe(segments::show);
        return segments;
    }
}
