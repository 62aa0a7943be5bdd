package lossloupe.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import lossloupe.i18n.Strings;
import lossloupe.io.BadFileException;
import lossloupe.io.ImportPlan.Said;
import lossloupe.io.NotWrittenException;
import picocli.CommandLine.Option;

/// Options of every command.
final class Common {
    /// Languages of messages.
    enum Lang {
        en(Locale.ENGLISH),
        ja(Locale.JAPANESE);

        final Locale locale;

        Lang(Locale locale) {
            this.locale = locale;
        }
    }

    @Option(names = "--lang", paramLabel = "en|ja", description = "language of messages and pictures (default en)")
    Lang lang = Lang.en;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this help and exit")
    boolean help;

    Locale locale() {
        return lang.locale;
    }

    String words(Said said) {
        return Strings.of(locale()).text(said.key(), said.args().toArray());
    }

    /// A sentence about a file. The path is the one that was typed; a member of an archive is named after it.
    String words(String source, BadFileException e) {
        var sentence = words(new Said(e.key(), e.args()));
        var name = String.valueOf(Path.of(source).getFileName());
        var place = e.fileName().startsWith(name) ? source + e.fileName().substring(name.length()) : source;
        return place + ": " + sentence;
    }

    /// Why a file was not written.
    String words(Path file, IOException e) {
        var why = NotWrittenException.of(file, e);
        return words(new Said(why.key(), why.args()));
    }

    /// The constant that is written as its `id`, for options with a closed set of words.
    static <E> E word(E[] constants, java.util.function.Function<E, String> id, String option, String word)
            throws UsageException {
        return Arrays.stream(constants)
                .filter(c -> id.apply(c).equals(word))
                .findFirst()
                .orElseThrow(() -> new UsageException(
                        "cli.word",
                        option,
                        word,
                        String.join(", ", Arrays.stream(constants).map(id).toList())));
    }
}
