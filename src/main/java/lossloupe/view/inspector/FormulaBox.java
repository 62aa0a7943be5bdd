package lossloupe.view.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Border;
import javafx.scene.layout.BorderStroke;
import javafx.scene.layout.BorderStrokeStyle;
import javafx.scene.layout.BorderWidths;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import lossloupe.loss.Explanation;
import lossloupe.loss.Explanation.Line;
import lossloupe.loss.Explanation.Source;
import lossloupe.paint.Argb;
import lossloupe.paint.Palette;
import lossloupe.view.Looks;
import lossloupe.view.Segments;
import lossloupe.view.Ui;
import org.jspecify.annotations.Nullable;

/// The formula of one loss: in symbols, with the cell's numbers, and its result. Factors are underlined in the colour of
/// where they come from, and pointing at one lights up its equals and, through a property, the cells it came from.
final class FormulaBox extends StackPane {
    private static final int DIGITS = 4;
    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");
    private static final double UNDERLINE = 2;

    private final Ui ui;
    private final ObjectProperty<@Nullable Source> pointed;
    private final VBox lines = new VBox();
    private final Segments<Side> sides;
    private final List<Factor> factors = new ArrayList<>();
    private Side side = Side.A;
    private @Nullable CellReading cell;
    private @Nullable Explanation shown;

    /// A part of the formula on the screen.
    private record Factor(Label label, Source source) {}

    /// @param pointed where the factor under the pointer comes from
    FormulaBox(Ui ui, ObjectProperty<@Nullable Source> pointed) {
        this.ui = ui;
        this.pointed = pointed;
        getStyleClass().add("formula-box");
        lines.getStyleClass().add("formula-lines");
        sides = new Segments<>(List.of(Side.values()), this::choose);
        sides.getStyleClass().add("formula-sides");
        sides.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        for (var s : Side.values()) {
            sides.button(s).setText(s.name());
            sides.button(s).setId("formula-" + s.name());
        }
        sides.show(side);
        StackPane.setAlignment(sides, javafx.geometry.Pos.TOP_RIGHT);
        StackPane.setMargin(sides, new Insets(6, 6, 0, 0));
        getChildren().setAll(lines, sides);
        ui.looks().paletteProperty().subscribe(palette -> {
            shown = null;
            fill();
        });
        pointed.subscribe(source -> factors.forEach(
                f -> f.label().pseudoClassStateChanged(LIT, source != null && f.source() == source)));
    }

    void show(CellReading next) {
        cell = next;
        fill();
    }

    private void choose(Side chosen) {
        side = chosen;
        shown = null;
        fill();
    }

    private void fill() {
        var now = cell;
        if (now == null) {
            return;
        }
        var explanation = now.loss(side).explain(now.context(side), DIGITS);
        if (explanation.equals(shown)) {
            return;
        }
        shown = explanation;
        factors.clear();
        lines.getChildren().setAll(explanation.lines().stream().map(line -> line(line, now)).toList());
        setAccessibleText(explanation.text());
    }

    private TextFlow line(Line line, CellReading now) {
        var flow = new TextFlow();
        flow.getStyleClass().add("formula-line");
        var raised = new Raised();
        for (var part : line.parts()) {
            for (var run : raised.split(part.text())) {
                flow.getChildren().add(part(run, part.source(), now));
            }
        }
        return flow;
    }

    private Node part(Raised.Run run, Source source, CellReading now) {
        var label = new Label(run.text());
        label.getStyleClass().addAll("formula-part", "source-" + source.name().toLowerCase(Locale.ROOT));
        if (run.isRaised()) {
            label.getStyleClass().add("raised");
        }
        if (source == Source.NONE) {
            return label;
        }
        if (source != Source.RESULT && !run.isRaised()) {
            label.setBorder(underline(color(source, now)));
        }
        factors.add(new Factor(label, source));
        label.setOnMouseEntered(e -> pointed.set(source));
        label.setOnMouseExited(e -> pointed.set(null));
        return label;
    }

    private int color(Source source, CellReading now) {
        return switch (source) {
            case LABEL -> Argb.opaque(now.info().rgb());
            case SHARED -> side == Side.A ? ui.looks().palette().lossA() : ui.looks().palette().lossB();
            default -> Palette.POSITIVE;
        };
    }

    private static Border underline(int color) {
        return new Border(new BorderStroke(
                Looks.color(color),
                BorderStrokeStyle.SOLID,
                CornerRadii.EMPTY,
                new BorderWidths(0, 0, UNDERLINE, 0),
                new Insets(0, 0, -1, 0)));
    }
}
