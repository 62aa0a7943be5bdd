package lossloupe.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import lossloupe.export.figure.FigureSize;
import lossloupe.export.figure.FigureStyle;
import lossloupe.export.figure.Part;
import lossloupe.export.figure.Ranges;
import lossloupe.export.figure.StyleFile;
import lossloupe.io.BadFileException;
import lossloupe.paint.Palette;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// How a figure looks: what a style file says, and what is written beside it.
final class FigureOptions {
    @Option(
            names = "--style",
            paramLabel = "FILE",
            description = "a style saved by the window or by --save-style; options beside it go before it")
    @Nullable
    Path style;

    @Option(names = "--save-style", paramLabel = "FILE", description = "write the style of this figure as JSON")
    @Nullable
    Path saved;

    @Option(
            names = "--size",
            paramLabel = "S",
            description = "85mm, 175mm, 3.35in, 175x90mm, 1600x900, slide or square (default 85mm, as high as needed)")
    @Nullable
    String size;

    @Option(names = "--dpi", description = "pixels per inch of rasters (default 300)")
    @Nullable
    Integer dpi;

    @Option(names = "--theme", paramLabel = "light|dark", description = "default light")
    @Nullable
    String theme;

    @Option(names = "--title", paramLabel = "TEXT", description = "above everything (default none)")
    String title = "";

    @Option(
            names = "--text",
            paramLabel = "PT",
            description = "size of titles in points; ticks are one smaller (default 8; on slides 18)")
    @Nullable
    Double text;

    @Option(
            names = "--without",
            paramLabel = "PARTS",
            split = ",",
            description = "headings, axes (their names), legend or bars (of colours), by commas")
    @Nullable
    List<String> without;

    @Option(names = "--loss-top", paramLabel = "V", description = "upper end of the loss scale (default: by the data)")
    @Nullable
    Double lossTop;

    @Option(names = "--gradient-top", paramLabel = "V", description = "the same of gradients, to both sides of 0")
    @Nullable
    Double gradientTop;

    @Option(names = "--logit-top", paramLabel = "V", description = "the same of logits, to both sides of 0")
    @Nullable
    Double logitTop;

    /// @throws BadFileException where the style file holds no style
    FigureStyle style() throws UsageException, BadFileException {
        var base = base();
        int dots = dpi == null ? base.dpi() : dpi;
        if (!FigureStyle.isDpi(dots)) {
            throw range("--dpi", dots, FigureStyle.LEAST_DPI, FigureStyle.MOST_DPI);
        }
        var sized = size(base);
        double usual = style == null ? sized.text() : base.text();
        double points = text == null ? usual : text;
        if (!FigureStyle.isText(points)) {
            throw range("--text", points, (int) FigureStyle.LEAST_TEXT, (int) FigureStyle.MOST_TEXT);
        }
        var mode = theme == null
                ? base.mode()
                : Common.word(Palette.Mode.values(), m -> m.name().toLowerCase(Locale.ROOT), "--theme", theme);
        return base.sized(sized)
                .withText(points)
                .in(mode)
                .titled(title)
                .within(ranges(base.ranges()))
                .without(without == null ? base.without() : parts(without))
                .at(dots);
    }

    private FigureStyle base() throws UsageException, BadFileException {
        var file = style;
        if (file == null) {
            return FigureStyle.PAPER;
        }
        if (!Files.isReadable(file)) {
            throw new UsageException("cli.noStyle", file.toString());
        }
        try {
            return StyleFile.read(file);
        } catch (IOException e) {
            throw new UsageException("cli.noStyle", file.toString());
        }
    }

    private FigureSize size(FigureStyle base) throws UsageException {
        var words = size;
        try {
            return words == null ? base.size() : FigureSize.of(words);
        } catch (IllegalArgumentException e) {
            throw new UsageException("cli.figureSize", String.valueOf(words));
        }
    }

    private Ranges ranges(Ranges base) throws UsageException {
        return new Ranges(
                top("--loss-top", lossTop, base.losses()),
                top("--gradient-top", gradientTop, base.gradients()),
                top("--logit-top", logitTop, base.logits()));
    }

    private static double top(String option, @Nullable Double value, double otherwise) throws UsageException {
        if (value == null) {
            return otherwise;
        }
        if (!(value >= 0 && Double.isFinite(value))) {
            throw new UsageException("cli.range", option, value.toString(), "\u2265 0");
        }
        return value;
    }

    private static Set<Part> parts(List<String> names) throws UsageException {
        var parts = EnumSet.noneOf(Part.class);
        for (var name : names) {
            parts.add(Common.word(Part.values(), Part::id, "--without", name.strip()));
        }
        return parts;
    }

    private static UsageException range(String option, Number value, int least, int most) {
        return new UsageException("cli.range", option, value.toString(), least + "\u2013" + most);
    }
}
