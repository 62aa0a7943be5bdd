package lossloupe.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import lossloupe.io.ImportPlan.Said;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The program from its arguments to its exit code. Without a command it opens the window.
@Command(
        name = "lossloupe",
        description = "An explorer of the losses used to segment one-dimensional data. Without a command it opens its"
                + " window, on the files if any are given.",
        version = "lossloupe " + Cli.VERSION,
        sortOptions = false,
        usageHelpAutoWidth = true)
public final class Cli implements Callable<Integer> {
    /// As in pom.xml; a test compares.
    static final String VERSION = "0.1.0";

    private final Console console;
    private final Desktop desktop;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "files to open, as sessions or arrays that belong together")
    List<Path> files = new ArrayList<>();

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "show the version and exit")
    boolean version;

    @Mixin
    Common common = new Common();

    private Cli(Console console, Desktop desktop) {
        this.console = console;
        this.desktop = desktop;
    }

    /// Runs on the streams of the process.
    ///
    /// @return the exit code
    public static int run(Desktop desktop, String... args) {
        return run(Console.ofProcess(), desktop, args);
    }

    /// Runs on other streams, as tests do.
    public static int run(OutputStream out, OutputStream err, InputStream in, Desktop desktop, String... args) {
        return run(Console.of(out, err, in), desktop, args);
    }

    private static int run(Console console, Desktop desktop, String... args) {
        var window = new Cli(console, desktop);
        // Nothing to parse: the window does not wait until the options of all commands are read.
        int exit = args.length == 0 ? window.call() : execute(window, args);
        console.out().flush();
        console.err().flush();
        return exit;
    }

    private static int execute(Cli window, String... args) {
        var console = window.console;
        return new CommandLine(window)
                .addSubcommand(new EvaluateCommand(console))
                .addSubcommand(new DiagnoseCommand(console))
                .addSubcommand(new ConvertCommand(console))
                .addSubcommand(new ExportCommand(console))
                .addSubcommand(new SnippetCommand(console))
                .addSubcommand(new ScreenshotCommand(console, window.desktop))
                .setOut(console.out())
                .setErr(console.err())
                .setParameterExceptionHandler((e, given) -> {
                    console.say(e.getMessage() + "; see "
                            + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
                    return Exit.USAGE;
                })
                .execute(args);
    }

    @Override
    public Integer call() {
        if (!files.isEmpty() && files.stream().noneMatch(Files::exists)) {
            console.say(common.words(Said.of("cli.noSuchFile", files.getFirst())));
            return Exit.USAGE;
        }
        var missing = DisplayCheck.missing(System.getenv(), System.getProperties());
        if (missing != null) {
            console.say(common.words(missing));
            return Exit.USAGE;
        }
        try {
            desktop.open(files);
            return Exit.DONE;
        } catch (UnsupportedOperationException e) {
            console.say(common.words(Said.of("cli.noDisplay.other", String.valueOf(e.getMessage()))));
            return Exit.USAGE;
        }
    }
}
