package lossloupe.view.dialog;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
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
import lossloupe.view.Texts;
import org.jspecify.annotations.Nullable;

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
    private final ReadOnlyObjectWrapper<@Nullable Typed> wrong = new ReadOnlyObjectWrapper<>();

    /// What is typed. Its name is the key of the bundles.
    enum Typed {
        SIZE("figure.size"),
        TEXT("figure.text"),
        DPI("figure.dpi"),
        LOSS_TOP("figure.range.loss"),
        GRADIENT_TOP("figure.range.gradient"),
        LOGIT_TOP("figure.range.logit");

        private final String nameKey;

        Typed(String nameKey) {
            this.nameKey = nameKey;
        }

        String nameKey() {
            return nameKey;
        }
    }

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

    /// The field that keeps [#style] from giving one; null where none does.
    ReadOnlyObjectProperty<@Nullable Typed> wrongProperty() {
        return wrong.getReadOnlyProperty();
    }

    /// What was typed and cannot be used, with the name of its field.
    String problem(Texts texts, BadFileException why) {
        var sentence = texts.now(why.key(), why.args().toArray());
        var field = wrong.get();
        return field == null ? sentence : texts.now("figure.wrongField", texts.now(field.nameKey()), sentence);
    }

    ObjectProperty<String> typed(Typed field) {
        return switch (field) {
            case SIZE -> size;
            case TEXT -> text;
            case DPI -> dpi;
            case LOSS_TOP -> lossTop;
            case GRADIENT_TOP -> gradientTop;
            case LOGIT_TOP -> logitTop;
        };
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
        var style = FigureStyle.PAPER
                .sized(read(Typed.SIZE, FigureChoice::size))
                .withText(read(Typed.TEXT, FigureChoice::points))
                .in(theme.get())
                .titled(title.get())
                .at(read(Typed.DPI, FigureChoice::dots))
                .within(new Ranges(
                        read(Typed.LOSS_TOP, FigureChoice::end),
                        read(Typed.GRADIENT_TOP, FigureChoice::end),
                        read(Typed.LOGIT_TOP, FigureChoice::end)))
                .without(without);
        wrong.set(null);
        return style;
    }

    private interface Reader<T> {
        T read(String typed) throws BadFileException;
    }

    private <T> T read(Typed field, Reader<T> reader) throws BadFileException {
        try {
            return reader.read(typed(field).get());
        } catch (BadFileException e) {
            wrong.set(field);
            throw e;
        }
    }

    private static FigureSize size(String typed) throws BadFileException {
        try {
            return FigureSize.of(typed);
        } catch (IllegalArgumentException e) {
            throw BadFileException.of("figure.badSize", typed);
        }
    }

    private static double points(String typed) throws BadFileException {
        double points = number(typed);
        if (!FigureStyle.isText(points)) {
            throw bad(typed, FigureStyle.LEAST_TEXT, FigureStyle.MOST_TEXT);
        }
        return points;
    }

    private static int dots(String typed) throws BadFileException {
        double dots = number(typed);
        if (dots != Math.rint(dots) || !FigureStyle.isDpi((int) dots)) {
            throw bad(typed, FigureStyle.LEAST_DPI, FigureStyle.MOST_DPI);
        }
        return (int) dots;
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
