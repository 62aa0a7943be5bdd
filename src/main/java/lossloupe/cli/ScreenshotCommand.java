package lossloupe.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import lossloupe.document.WindowLimits;
import lossloupe.io.BadFileException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The whole window as a picture, without a display.
@Command(
        name = "screenshot",
        description = "The whole window as a picture; without a file, on the example that the program opens with.",
        sortOptions = false,
        usageHelpAutoWidth = true)
final class ScreenshotCommand implements Callable<Integer> {
    private static final Pattern SIZE = Pattern.compile("(\\d{2,5})x(\\d{2,5})");
    private static final double GREATEST_SCALE = 8;

    private final Console console;
    private final Desktop desktop;

    @Mixin
    DocumentOptions data = new DocumentOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT.png",
            required = true,
            description = "the picture")
    Path output = Path.of("");

    @Option(names = "--size", paramLabel = "WxH", description = "size of the window (default 1440x900)")
    String size = "1440x900";

    @Option(names = "--scale", description = "pixels per logical pixel, 0.5 to 8 (default 1)")
    double scale = 1;

    @Option(names = "--theme", paramLabel = "light|dark", description = "default light")
    String theme = "light";

    @Option(names = "--track", paramLabel = "ID", description = "a track to open beside the usual ones (repeatable)")
    List<String> tracks = new ArrayList<>();

    @Option(names = "--panel", paramLabel = "ID", description = "what the drawer under the tracks shows")
    @Nullable
    String panel;

    @Option(names = "--from", paramLabel = "P", description = "first position shown (default: all are)")
    int from = -1;

    @Option(names = "--to", paramLabel = "P", description = "end of the positions shown")
    int to = -1;

    @Mixin
    Common common = new Common();

    ScreenshotCommand(Console console, Desktop desktop) {
        this.console = console;
        this.desktop = desktop;
    }

    @Override
    public Integer call() {
        try {
            desktop.picture(request());
            return Exit.DONE;
        } catch (UsageException e) {
            console.say(common.words(e.said()));
            return Exit.USAGE;
        } catch (IllegalArgumentException e) {
            console.say(String.valueOf(e.getMessage()));
            return Exit.USAGE;
        } catch (BadFileException e) {
            console.say(common.words(data.source(), e));
            return Exit.BAD_DATA;
        } catch (IOException e) {
            console.say(common.words(output, e));
            return Exit.NOT_WRITTEN;
        }
    }

    private PictureRequest request() throws UsageException, BadFileException {
        var parts = SIZE.matcher(size);
        if (!parts.matches()) {
            throw new UsageException("cli.size", size);
        }
        if (!(scale >= 1 / 2.0 && scale <= GREATEST_SCALE)) {
            throw new UsageException("cli.scale", Double.toString(scale));
        }
        var document = data.document(console, common);
        if (!WindowLimits.fit(document.shape())) {
            throw new UsageException(
                    "cli.classes",
                    Integer.toString(document.shape().classes()),
                    Integer.toString(WindowLimits.MOST_CLASSES));
        }
        int length = document.shape().length();
        int first = from < 0 && to >= 0 ? 0 : from;
        int end = to < 0 ? length : to;
        if (first >= 0 && (first >= end || end > length)) {
            throw new UsageException(
                    "cli.span", Integer.toString(first), Integer.toString(end), Integer.toString(length));
        }
        return new PictureRequest(
                document,
                output,
                Integer.parseInt(parts.group(1)),
                Integer.parseInt(parts.group(2)),
                scale,
                Common.word(PictureRequest.Theme.values(), t -> t.name().toLowerCase(Locale.ROOT), "--theme", theme),
                common.locale(),
                tracks,
                panel,
                first,
                end);
    }
}
