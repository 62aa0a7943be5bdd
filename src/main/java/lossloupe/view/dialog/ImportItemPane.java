package lossloupe.view.dialog;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import lossloupe.io.ImportPlan;
import lossloupe.io.ImportPlan.Role;
import lossloupe.tensor.Axis;
import lossloupe.view.Presence;
import lossloupe.view.Segments;
import lossloupe.view.Shown;
import lossloupe.view.Ui;
import org.jspecify.annotations.Nullable;

/// One array of an import: what it is, what it holds, the role it is given, and a strip of its axes with the reason for
/// each. Changing anything makes another plan.
final class ImportItemPane extends VBox {
    private static final PseudoClass IGNORED = PseudoClass.getPseudoClass("ignored");

    private static final double ROLE_WIDTH = 148;

    private final Ui ui;
    private final ObjectProperty<ImportPlan> plan;
    private final int index;

    ImportItemPane(Ui ui, ObjectProperty<ImportPlan> plan, int index) {
        super(8);
        this.ui = ui;
        this.plan = plan;
        this.index = index;
        getStyleClass().addAll("well", "import-item");
        var item = item();
        var array = item.array();
        var name = Forms.label(array.name(), "import-name");
        var about = new Label();
        about.getStyleClass().add("mono");
        var order = Forms.label(ui.texts().of("import.order." + array.order()), "remark");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var head = new HBox(10, name, about, order, space, roles());
        head.setAlignment(Pos.CENTER_LEFT);
        var holds = new Label();
        holds.getStyleClass().add("remark");
        var why = new Label();
        why.getStyleClass().add("remark");
        why.setWrapText(true);
        ui.texts().stringsProperty().when(Shown.in(this)).subscribe(s -> {
            holds.setText(Holdings.text(item().traits(), ui.texts()));
            why.setText(words(item().roleEvidence()));
        });
        plan.subscribe(p -> {
            about.setText(item().array().dtype() + " " + item().array().shapeText());
            why.setText(words(item().roleEvidence()));
            pseudoClassStateChanged(IGNORED, item().role() == Role.IGNORE);
        });
        holds.setText(Holdings.text(item().traits(), ui.texts()));
        getChildren().addAll(head, new HBox(10, holds, why), axes());
    }

    private ImportPlan.Item item() {
        return plan.get().items().get(index);
    }

    private ComboBox<Role> roles() {
        var box = new ComboBox<Role>();
        box.setId("role-" + index);
        box.setPrefWidth(ROLE_WIDTH);
        box.getItems().setAll(Role.values());
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Role role) {
                return role == null
                        ? ""
                        : ui.texts().now("import.role." + role.name().toLowerCase(Locale.ROOT));
            }

            @Override
            public @Nullable Role fromString(String text) {
                return null;
            }
        });
        box.setValue(item().role());
        box.accessibleTextProperty().bind(ui.texts().of("import.role"));
        box.valueProperty().subscribe(role -> {
            if (role != item().role()) {
                plan.set(plan.get().withRole(index, role));
            }
        });
        return box;
    }

    /// The strip: one block per axis, in the order of memory.
    private Node axes() {
        var strip = new FlowPane(10, 8);
        int count = item().axes().size();
        for (int d = 0; d < count; d++) {
            strip.getChildren().add(axis(d));
        }
        plan.subscribe(p -> {
            boolean asked = item().role() != Role.IGNORE;
            Presence.set(strip, asked);
        });
        return strip;
    }

    private Node axis(int dimension) {
        var size = Forms.label(String.valueOf(item().array().length(dimension)), "axis-size");
        var choice = new Segments<Axis>(
                List.of(Axis.values()), axis -> plan.set(plan.get().withAxis(index, dimension, axis)));
        choice.setId("axis-" + index + "-" + dimension);
        choice.setMaxWidth(USE_PREF_SIZE);
        for (var axis : Axis.values()) {
            choice.button(axis).textProperty().bind(ui.texts().of("import.axis." + axis.symbol()));
            choice.button(axis).setMinWidth(USE_PREF_SIZE);
        }
        var why = new Label();
        why.getStyleClass().add("remark");
        why.setWrapText(true);
        why.setMaxWidth(280);
        Runnable update = () -> {
            if (dimension < item().axes().size()) {
                choice.show(item().axes().get(dimension));
                why.setText(words(item().axisEvidence().get(dimension)));
            }
        };
        plan.subscribe(p -> update.run());
        ui.texts().stringsProperty().when(Shown.in(why)).subscribe(s -> update.run());
        var row = new HBox(8, size, choice);
        row.setAlignment(Pos.CENTER_LEFT);
        var box = new VBox(4, row, why);
        box.getStyleClass().add("axis-block");
        return box;
    }

    private String words(ImportPlan.Said said) {
        return ui.texts().now(said.key(), said.args().toArray());
    }
}
