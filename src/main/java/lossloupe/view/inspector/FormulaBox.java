package lossloupe.view.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
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
import lossloupe.view.SteadyLabel;
import lossloupe.view.Ui;
import org.jspecify.annotations.Nullable;

/// The formula of one loss: in symbols, with the cell's numbers, and its result. Factors are underlined in the colour
/// of where they come from, and pointing at one lights up its equals and, through a property, the cells it came from.
final class FormulaBox extends StackPane {
    private static final int DIGITS = 4;
    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");
    private static final double UNDERLINE = 2;

    private final Ui ui;
    private final ObjectProperty<@Nullable Source> pointed;
    private final VBox lines = new VBox();
    private final Segments<Side> sides;
    private final List<Label> labels = new ArrayList<>();
    private List<List<Kind>> kinds = List.of();
    private Side side = Side.A;
    private @Nullable CellReading cell;
    private @Nullable Explanation shown;

    /// How a piece of the formula looks.
    private record Kind(Source source, boolean isRaised, int color) {}

    private record Piece(String text, Kind kind) {}

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
        StackPane.setAlignment(sides, Pos.BOTTOM_RIGHT);
        StackPane.setMargin(sides, new Insets(0, 6, 6, 0));
        getChildren().setAll(lines, sides);
        ui.looks().paletteProperty().subscribe(palette -> {
            shown = null;
            fill();
        });
        pointed.subscribe(this::light);
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
        var next = explanation.lines().stream().map(line -> pieces(line, now)).toList();
        if (next.stream().map(FormulaBox::kinds).toList().equals(kinds)) {
            write(next);
        } else {
            build(next);
        }
        setAccessibleText(explanation.text());
    }

    private List<Piece> pieces(Line line, CellReading now) {
        var raised = new Raised();
        var pieces = new ArrayList<Piece>();
        for (var part : line.parts()) {
            for (var run : raised.split(part.text())) {
                var kind = new Kind(part.source(), run.isRaised(), color(part.source(), now));
                pieces.add(new Piece(run.text(), kind));
            }
        }
        return pieces;
    }

    private static List<Kind> kinds(List<Piece> line) {
        return line.stream().map(Piece::kind).toList();
    }

    /// Other numbers in the same places, as every frame of a drag has: only texts change.
    private void write(List<List<Piece>> next) {
        int i = 0;
        for (var line : next) {
            for (var piece : line) {
                labels.get(i).setText(piece.text());
                i++;
            }
        }
    }

    private void build(List<List<Piece>> next) {
        kinds = next.stream().map(FormulaBox::kinds).toList();
        labels.clear();
        lines.getChildren().clear();
        for (var line : next) {
            var flow = new TextFlow();
            line.forEach(piece -> flow.getChildren().add(label(piece)));
            lines.getChildren().add(flow);
        }
        light(pointed.get());
    }

    private Label label(Piece piece) {
        var kind = piece.kind();
        var source = kind.source();
        var label = new SteadyLabel();
        label.setText(piece.text());
        labels.add(label);
        label.setUserData(source);
        label.getStyleClass().addAll("formula-part", "source-" + source.name().toLowerCase(Locale.ROOT));
        if (kind.isRaised()) {
            label.getStyleClass().add("raised");
        }
        if (source != Source.NONE) {
            label.setOnMouseEntered(e -> pointed.set(source));
            label.setOnMouseExited(e -> pointed.set(null));
            if (source != Source.RESULT && !kind.isRaised()) {
                label.setBorder(underline(kind.color()));
            }
        }
        return label;
    }

    private void light(@Nullable Source source) {
        labels.forEach(l -> l.pseudoClassStateChanged(LIT, source != null && l.getUserData() == source));
    }

    private int color(Source source, CellReading now) {
        return switch (source) {
            case LABEL -> Argb.opaque(now.info().rgb());
            case SHARED ->
                side == Side.A
                        ? ui.looks().palette().lossA()
                        : ui.looks().palette().lossB();
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
