package lossloupe.view.dialog;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import lossloupe.io.BadFileException;
import lossloupe.io.ImportPlan;
import lossloupe.io.Timing;
import lossloupe.view.Presence;
import lossloupe.view.Shown;
import lossloupe.view.Ui;
import org.jspecify.annotations.Nullable;

/// What files do not say and a person may know: the rate of positions, and what classes are called. Filled in with the
/// best guess and why it is one.
final class ImportQuestions extends GridPane {
    /// In place of an id.
    private static final String ALL = "";

    private static final double RATE_WIDTH = 110;
    private static final double NAMES_WIDTH = 360;

    private final Ui ui;
    private final ObjectProperty<ImportPlan> plan;

    /// @param chosen told the id of another task, or null for all
    ImportQuestions(Ui ui, ObjectProperty<ImportPlan> plan, Reading.Tasks tasks, Consumer<@Nullable String> chosen) {
        this.ui = ui;
        this.plan = plan;
        getStyleClass().add("import-questions");
        setHgap(10);
        setVgap(8);
        if (!tasks.ids().isEmpty()) {
            ask("import.task", task(tasks, chosen));
        }
        var timing = plan.get().timing();
        if (timing != null && timing.isAsked()) {
            ask("import.rate", rate(timing));
        }
        if (plan.get().lacksClassNames()) {
            ask("import.classNames", names());
        }
        boolean any = !getChildren().isEmpty();
        Presence.set(this, any);
    }

    private void ask(String key, Node answer) {
        var name = Forms.label(ui.texts().of(key), "field-name");
        name.setMinWidth(USE_PREF_SIZE);
        addRow(getRowCount(), name, answer);
    }

    private Node task(Reading.Tasks tasks, Consumer<@Nullable String> chosen) {
        var box = new ComboBox<String>();
        box.setId("import-task");
        box.accessibleTextProperty().bind(ui.texts().of("import.task"));
        if (tasks.makeBatch()) {
            box.getItems().add(ALL);
        }
        box.getItems().addAll(tasks.ids());
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable String id) {
                return id == null || id.equals(ALL)
                        ? ui.texts().now("import.task.all", tasks.ids().size())
                        : ui.texts().now("import.task.one", id);
            }

            @Override
            public @Nullable String fromString(String text) {
                return null;
            }
        });
        var now = tasks.chosen() == null ? ALL : tasks.chosen();
        box.setValue(now);
        box.valueProperty().subscribe(id -> {
            if (!id.equals(now)) {
                chosen.accept(id.equals(ALL) ? null : id);
            }
        });
        return box;
    }

    private Node rate(Timing timing) {
        var field = new TextField(text(timing.rate()));
        field.setId("import-rate");
        field.setPrefWidth(RATE_WIDTH);
        field.accessibleTextProperty().bind(ui.texts().of("import.rate"));
        var why = new Label();
        why.getStyleClass().add("remark");
        why.setWrapText(true);
        Runnable update = () -> {
            var now = plan.get().timing();
            why.setText(
                    now == null
                            ? ""
                            : ui.texts()
                                    .now(
                                            now.evidence().key(),
                                            now.evidence().args().toArray()));
        };
        plan.subscribe(p -> update.run());
        ui.texts().stringsProperty().when(Shown.in(why)).subscribe(s -> update.run());
        Forms.onCommit(field, () -> field.pseudoClassStateChanged(Forms.WRONG, !take(field.getText())));
        var row = new HBox(8, field, why);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /// Whether what was typed is a rate that can be taken.
    private boolean take(String typed) {
        var rate = number(typed);
        var timing = plan.get().timing();
        if (rate == null || timing == null) {
            return false;
        }
        if (rate != timing.rate()) {
            try {
                plan.set(plan.get().withRate(rate));
            } catch (BadFileException e) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Double number(String typed) {
        try {
            double value = Double.parseDouble(typed.strip().replace(',', '.'));
            return value > 0 && Double.isFinite(value) ? value : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static String text(double rate) {
        return rate == Math.rint(rate) ? Long.toString((long) rate) : Double.toString(rate);
    }

    private Node names() {
        var field = new TextField();
        field.setId("import-class-names");
        field.setPrefWidth(NAMES_WIDTH);
        field.promptTextProperty().bind(ui.texts().of("import.classNames.prompt"));
        field.accessibleTextProperty().bind(ui.texts().of("import.classNames"));
        Forms.onCommit(field, () -> {
            var names = names(field.getText());
            boolean fits = names.isEmpty() || names.size() == plan.get().classCount();
            field.pseudoClassStateChanged(Forms.WRONG, !fits);
            if (fits && !names.equals(plan.get().classNames())) {
                plan.set(plan.get().withClassNames(names));
            }
        });
        return field;
    }

    private static List<String> names(String typed) {
        return Arrays.stream(typed.split("[,、]", -1))
                .map(String::strip)
                .filter(n -> !n.isEmpty())
                .toList();
    }
}
