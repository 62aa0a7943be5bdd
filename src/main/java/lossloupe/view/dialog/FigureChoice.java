package lossloupe.view.dialog;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import lossloupe.export.figure.FigureFile;
import lossloupe.export.figure.FigureKind;
import lossloupe.export.figure.FigureSize;
import lossloupe.export.figure.FigureStyle;
import lossloupe.export.figure.Part;
import lossloupe.export.figure.Ranges;
import lossloupe.export.figure.StyleFile;
import lossloupe.io.BadFileException;
import lossloupe.paint.Palette;
import lossloupe.view.Numbers;

/// What was chosen and typed last for a figure; kept by whoever opens the dialog, so that the next figure of a series
/// looks alike. Numbers are as typed, and empty ends of ranges follow the data.
final class FigureChoice {
    final ObjectProperty<FigureKind> kind = new SimpleObjectProperty<>(FigureKind.STACK);
    final ObjectProperty<FigureFile> format = new SimpleObjectProperty<>(FigureFile.PDF);
    final ObjectProperty<Palette.Mode> theme = new SimpleObjectProperty<>(Palette.Mode.LIGHT);
    final ObjectProperty<String> size = new SimpleObjectProperty<>("");
    final ObjectProperty<String> title = new SimpleObjectProperty<>("");
    final ObjectProperty<String> text = new SimpleObjectProperty<>("");
    final ObjectProperty<String> dpi = new SimpleObjectProperty<>("");
    final ObjectProperty<String> lossTop = new SimpleObjectProperty<>("");
    final ObjectProperty<String> gradientTop = new SimpleObjectProperty<>("");
    final ObjectProperty<String> logitTop = new SimpleObjectProperty<>("");
    /// How large the figure comes out, in millimetres; told by whoever draws it.
    final ObjectProperty<String> measured = new SimpleObjectProperty<>("");
    private final Map<Part, BooleanProperty> parts = new EnumMap<>(Part.class);

    FigureChoice() {
        for (var part : Part.values()) {
            parts.put(part, new SimpleBooleanProperty(true));
        }
        show(FigureStyle.PAPER);
        size.subscribe(this::retext);
    }

    /// Text that is the usual one stays the usual one in another size.
    private void retext(String before, String now) {
        try {
            if (text.get().equals(Numbers.shortest(FigureSize.of(before).text()))) {
                text.set(Numbers.shortest(FigureSize.of(now).text()));
            }
        } catch (IllegalArgumentException e) {
            // A size that is still being typed; what is wrong with it is said below.
        }
    }

    /// With the style of the last run; a style of another version is forgotten.
    static FigureChoice remembering(String style) {
        var choice = new FigureChoice();
        if (!style.isEmpty()) {
            try {
                choice.show(StyleFile.style(style));
            } catch (BadFileException e) {
                choice.show(FigureStyle.PAPER);
            }
        }
        return choice;
    }

    /// Whether a part is drawn.
    BooleanProperty part(Part part) {
        return parts.computeIfAbsent(part, p -> new SimpleBooleanProperty(true));
    }

    /// Everything that changes the picture.
    Observable[] drawn() {
        return Stream.concat(
                        Stream.<Observable>of(kind, theme, size, title, text, dpi, lossTop, gradientTop, logitTop),
                        parts.values().stream())
                .toArray(Observable[]::new);
    }

    /// Takes over all of a style but its title.
    void show(FigureStyle style) {
        size.set(style.size().words());
        theme.set(style.mode());
        text.set(Numbers.shortest(style.text()));
        dpi.set(Integer.toString(style.dpi()));
        lossTop.set(top(style.ranges().losses()));
        gradientTop.set(top(style.ranges().gradients()));
        logitTop.set(top(style.ranges().logits()));
        for (var part : Part.values()) {
            part(part).set(!style.without().contains(part));
        }
    }

    private static String top(double value) {
        return value > 0 ? Numbers.shortest(value) : "";
    }

    /// The style that this asks for.
    ///
    /// @throws BadFileException with the sentence about what was typed, where it asks for none
    FigureStyle style() throws BadFileException {
        var without = EnumSet.noneOf(Part.class);
        parts.forEach((part, drawn) -> {
            if (!drawn.get()) {
                without.add(part);
            }
        });
        double points = number(text.get());
        if (!FigureStyle.isText(points)) {
            throw bad(text.get(), FigureStyle.LEAST_TEXT, FigureStyle.MOST_TEXT);
        }
        double dots = number(dpi.get());
        if (dots != Math.rint(dots) || !FigureStyle.isDpi((int) dots)) {
            throw bad(dpi.get(), FigureStyle.LEAST_DPI, FigureStyle.MOST_DPI);
        }
        return FigureStyle.PAPER
                .sized(sized())
                .withText(points)
                .in(theme.get())
                .titled(title.get())
                .at((int) dots)
                .within(new Ranges(end(lossTop.get()), end(gradientTop.get()), end(logitTop.get())))
                .without(without);
    }

    private FigureSize sized() throws BadFileException {
        try {
            return FigureSize.of(size.get());
        } catch (IllegalArgumentException e) {
            throw BadFileException.of("figure.badSize", size.get());
        }
    }

    private static double end(String typed) throws BadFileException {
        double value = typed.isBlank() ? 0 : number(typed);
        if (!(value >= 0 && Double.isFinite(value))) {
            throw BadFileException.of("figure.badRange", typed);
        }
        return value;
    }

    /// NaN where it is none.
    private static double number(String typed) {
        try {
            return Double.parseDouble(typed.strip());
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static BadFileException bad(String typed, double least, double most) {
        return BadFileException.of("figure.badNumber", typed, (int) least, (int) most);
    }
}
