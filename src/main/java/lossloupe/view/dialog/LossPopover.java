package lossloupe.view.dialog;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import lossloupe.app.AppModel;
import lossloupe.document.Edit;
import lossloupe.document.LossChoice;
import lossloupe.document.LossSetup;
import lossloupe.loss.LossInfo;
import lossloupe.loss.Losses;
import lossloupe.loss.Param;
import lossloupe.view.Numbers;
import lossloupe.view.Shown;
import lossloupe.view.Ui;
import org.controlsfx.control.PopOver;

/// The parameters of one of the two losses, in a form made from their descriptions: name, value, range, and a way back
/// to the default.
public final class LossPopover {
    /// Which of the two losses.
    public enum Which {
        A,
        B;

        /// The choice that a setup has there.
        public LossChoice of(LossSetup setup) {
            return this == A ? setup.a() : setup.b();
        }

        /// The setup with another choice there.
        public LossSetup with(LossSetup setup, LossChoice choice) {
            return this == A ? setup.withA(choice) : setup.withB(choice);
        }
    }

    /// Counting by steps gathers rounding errors beyond these.
    private static final int STEP_DIGITS = 9;

    private final Ui ui;
    private final AppModel model;
    private final Which which;
    private final LossInfo info;
    private final Label problem = Forms.problem(360);
    private final List<Runnable> readers = new ArrayList<>();

    private LossPopover(Ui ui, Which which) {
        this.ui = ui;
        this.model = ui.model();
        this.which = which;
        this.info = Losses.info(which.of(model.document().setup()).id());
    }

    /// Opens it below `owner`.
    public static PopOver show(Ui ui, Node owner, Which which) {
        var popOver = Popovers.create(ui);
        popOver.setArrowLocation(PopOver.ArrowLocation.TOP_CENTER);
        Popovers.fill(ui, popOver, content(ui, which));
        popOver.show(owner);
        return popOver;
    }

    static VBox content(Ui ui, Which which) {
        return new LossPopover(ui, which).build();
    }

    private VBox build() {
        var title = Forms.label(info.name(), "card-title");
        var formula = Forms.label(info.formula(), "hint");
        var grid = new GridPane();
        grid.setHgap(12);
        grid.setVgap(10);
        for (int i = 0; i < info.params().size(); i++) {
            addRow(grid, i, info.params().get(i));
        }
        var box = new VBox(12, title, formula, grid, problem);
        box.getStyleClass().add("popover-body");
        model.store().documentProperty().when(Shown.in(box)).subscribe(d -> readers.forEach(Runnable::run));
        return box;
    }

    private void addRow(GridPane grid, int row, Param param) {
        var name = Forms.label(param.id(), "field-name");
        name.getStyleClass().add("mono");
        var field = param.kind() == Param.Kind.CHOICE ? choice(param) : field(param);
        name.setLabelFor(field);
        var hint = Forms.label(range(param) + unit(param), "hint");
        var reset = Forms.button(
                ui.texts().of("loss.reset"), "reset-" + param.id(), () -> set(param, param.defaultValue()));
        readers.add(() -> reset.setDisable(value(param).equals(param.defaultValue())));
        grid.addRow(row, name, field, hint, reset);
        GridPane.setFillWidth(field, true);
        for (Node node : List.of(name, hint)) {
            GridPane.setValignment(node, javafx.geometry.VPos.CENTER);
        }
    }

    private TextField field(Param param) {
        var field = new TextField();
        field.setId("param-" + param.id());
        field.setPrefColumnCount(9);
        field.setAlignment(Pos.CENTER_RIGHT);
        readers.add(() -> field.setText(value(param)));
        Forms.onCommit(field, () -> set(param, field.getText().strip()));
        field.setOnScroll(e -> {
            if (e.getDeltaY() != 0) {
                step(param, Math.signum(e.getDeltaY()));
                e.consume();
            }
        });
        return field;
    }

    private MenuButton choice(Param param) {
        var button = new MenuButton();
        button.setId("param-" + param.id());
        button.getStyleClass().add("setup-menu");
        button.setMaxWidth(Double.MAX_VALUE);
        var items = new ArrayList<MenuItem>();
        for (var value : param.choices()) {
            var item = new RadioMenuItem(value);
            item.setMnemonicParsing(false);
            item.setOnAction(e -> set(param, value));
            items.add(item);
            readers.add(() -> item.setSelected(value(param).equals(value)));
        }
        button.getItems().setAll(items);
        readers.add(() -> button.setText(value(param)));
        return button;
    }

    /// A wheel counts a single number up or down, within its range.
    private void step(Param param, double direction) {
        try {
            double next = Double.parseDouble(value(param)) + direction * param.step();
            if (next >= param.min() && next <= param.max()) {
                var rounded = new BigDecimal(next).round(new MathContext(STEP_DIGITS));
                set(param, Numbers.shortest(rounded.doubleValue()).replace("\u2212", "-"));
            }
        } catch (NumberFormatException e) {
            // «none» and lists are typed.
        }
    }

    private String range(Param param) {
        var texts = ui.texts();
        var key = switch (param.kind()) {
            case CHOICE -> "loss.hint.choice";
            case NUMBER_PER_CLASS -> "loss.hint.perClass";
            case OPTIONAL_NUMBER -> "loss.hint.optional";
            case NUMBER, INTEGER ->
                param.kind() == Param.Kind.INTEGER
                        ? "loss.hint.integer"
                        : Double.isInfinite(param.max()) ? "loss.hint.atLeast" : "loss.hint.range";
        };
        return texts.now(key, Numbers.shortest(param.min()), Numbers.shortest(param.max()));
    }

    private String unit(Param param) {
        return param.unit() == Param.Unit.NONE
                ? ""
                : " · " + ui.texts().now("unit." + param.unit().name().toLowerCase(Locale.ROOT));
    }

    private String value(Param param) {
        return which.of(model.document().setup()).params().getOrDefault(param.id(), param.defaultValue());
    }

    /// An empty field asks for the default.
    private void set(Param param, String typed) {
        var value = typed.isEmpty() ? param.defaultValue() : typed;
        var setup = model.document().setup();
        var now = which.of(setup);
        if (!now.id().equals(info.id()) || value.equals(value(param))) {
            readers.forEach(Runnable::run);
            return;
        }
        UnaryOperator<LossChoice> change =
                c -> value.equals(param.defaultValue()) ? c.without(param.id()) : c.with(param.id(), value);
        var next = change.apply(now);
        try {
            next.lossFor(model.document().shape());
            problem.setText("");
            model.edit(new Edit.Setup(which.with(setup, next), "edit.lossParams"));
        } catch (IllegalArgumentException e) {
            problem.setText(problem(param, value));
            readers.forEach(Runnable::run);
        }
    }

    private String problem(Param param, String value) {
        int numbers = value.split(",").length;
        int classes = model.document().shape().classes();
        boolean isCount = param.kind() == Param.Kind.NUMBER_PER_CLASS && numbers > 1 && numbers != classes;
        return isCount
                ? ui.texts().now("loss.problem.perClass", param.id(), numbers, classes)
                : ui.texts().now("loss.problem", param.id(), value, range(param));
    }
}
