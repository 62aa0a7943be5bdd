package lossloupe.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.Callable;
import lossloupe.compute.LossEngine;
import lossloupe.export.figure.Figure;
import lossloupe.export.figure.FigureFile;
import lossloupe.export.figure.FigureInput;
import lossloupe.export.figure.FigureKind;
import lossloupe.export.figure.StyleFile;
import lossloupe.i18n.Strings;
import lossloupe.io.BadFileException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// A figure of a file, for a paper or a slide.
@Command(
        name = "export",
        description = "A figure as .png, .svg or .pdf.",
        sortOptions = false,
        usageHelpAutoWidth = true)
final class ExportCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    DocumentOptions data = new DocumentOptions();

    @Option(names = "--figure", paramLabel = "NAME", description = "what it shows (default stack); list names them all")
    String figure = "stack";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT",
            description = "the file; its ending, .png, .svg or .pdf, says which kind")
    @Nullable
    Path output;

    @Mixin
    FigureOptions look = new FigureOptions();

    @Option(names = "--example", paramLabel = "E", description = "index of the example shown (default 0)")
    int example;

    @Option(names = "--cell", paramLabel = "C,P", description = "class and position of the curve's logit (default 1,7)")
    @Nullable
    String cell;

    @Mixin
    Common common = new Common();

    ExportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        // No display is needed, even where there is one.
        System.setProperty("java.awt.headless", "true");
        try {
            return export();
        } catch (UsageException e) {
            console.say(common.words(e.said()));
            return Exit.USAGE;
        } catch (BadFileException e) {
            console.say(common.words(culprit(e), e));
            return Exit.BAD_DATA;
        } catch (IOException e) {
            console.say(common.words(Objects.requireNonNull(output), e));
            return Exit.NOT_WRITTEN;
        }
    }

    /// The file a sentence is about: the style or the data.
    private String culprit(BadFileException e) {
        var style = look.style;
        return style != null && e.fileName().equals(String.valueOf(style.getFileName()))
                ? style.toString()
                : data.source();
    }

    private int export() throws UsageException, BadFileException, IOException {
        if (figure.equals("list")) {
            var strings = Strings.of(common.locale());
            for (var kind : FigureKind.values()) {
                console.out().println("%-16s %s".formatted(kind.id(), strings.text("figure." + kind.id() + ".about")));
            }
            return Exit.DONE;
        }
        var file = output;
        if (file == null) {
            throw new UsageException("cli.noOutput");
        }
        var kind = Common.word(FigureKind.values(), FigureKind::id, "--figure", figure);
        var style = look.style();
        check(file);
        var document = data.document(console, common);
        var input = FigureInput.of(new LossEngine().evaluate(document, null), Strings.of(common.locale()));
        FigureFile.write(Figure.of(kind, chosen(input), style), file);
        var saved = look.saved;
        if (saved != null) {
            StyleFile.write(style, saved);
        }
        return Exit.DONE;
    }

    private static void check(Path file) throws UsageException {
        try {
            FigureFile.of(file);
        } catch (IllegalArgumentException e) {
            throw new UsageException("cli.figureKind", file.toString());
        }
    }

    private FigureInput chosen(FigureInput input) throws UsageException {
        var shape = input.evaluation().document().shape();
        if (example < 0 || example >= shape.batch()) {
            throw new UsageException("cli.range", "--example", Integer.toString(example), "0–" + (shape.batch() - 1));
        }
        int cls = input.cls();
        int position = input.position();
        if (cell != null) {
            var parts = cell.split(",", -1);
            boolean whole = parts.length == 2
                    && Arrays.stream(parts).allMatch(p -> p.strip().matches("\\d{1,9}"));
            cls = whole ? Integer.parseInt(parts[0].strip()) : -1;
            position = whole ? Integer.parseInt(parts[1].strip()) : -1;
            if (!whole || cls >= shape.classes() || position >= shape.length()) {
                throw new UsageException(
                        "cli.range", "--cell", cell, "0–" + (shape.classes() - 1) + ",0–" + (shape.length() - 1));
            }
        }
        return new FigureInput(input.evaluation(), example, cls, position, input.strings());
    }
}
