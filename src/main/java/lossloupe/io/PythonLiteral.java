package lossloupe.io;

import java.util.regex.Pattern;
import lossloupe.io.PythonLexer.Kind;
import lossloupe.io.PythonLexer.Token;
import lossloupe.io.PythonTokens.NotLiteral;
import org.jspecify.annotations.Nullable;

/// Arrays in text that somebody copied: Python code with literals in it, printed arrays, or a block of a spreadsheet.
/// Nothing
/// is evaluated; statements that compute are passed over, and only text without any literal is an error.
public final class PythonLiteral {
    private static final Pattern PROMPT = Pattern.compile("(?m)^(?:>>> |(?:In|Out) ?\\[\\d*\\]: ?)");
    private static final Pattern CONTINUED = Pattern.compile("(?m)^(?:\\.\\.\\. ?|   \\.\\.\\.: )");

    /// An assignment, or a bracket around a number: what no table has.
    private static final Pattern OTHER_CODE = Pattern.compile("=|\\(\\s*[-+.(\\d]");

    private final PythonTokens in;
    private final PythonParser parser;
    private final PythonArrays found;
    private @Nullable Token passedOver;

    private PythonLiteral(String text) {
        in = new PythonTokens(text);
        parser = new PythonParser(in);
        found = new PythonArrays(in.names());
    }

    public static ArraySet read(String pasted) throws BadFileException {
        var text = withoutPrompts(pasted.replace("\r\n", "\n").replace('\r', '\n'));
        if (text.isBlank()) {
            throw BadFileException.of("error.python.nothing");
        }
        boolean code = text.indexOf('[') >= 0
                || text.indexOf('{') >= 0
                || OTHER_CODE.matcher(text).find();
        return code ? new PythonLiteral(text).all() : CsvTable.read(text, "table");
    }

    private static String withoutPrompts(String text) {
        var plain = PROMPT.matcher(text).replaceAll("");
        return plain.length() == text.length() ? text : CONTINUED.matcher(plain).replaceAll("");
    }

    private ArraySet all() throws BadFileException {
        for (skipBlank(); !in.at(Kind.END); skipBlank()) {
            in.startStatement();
            var first = in.now();
            try {
                statement();
            } catch (NotLiteral e) {
                passedOver = passedOver == null ? first : passedOver;
                in.names().forget();
                in.skipStatement();
            }
        }
        var set = found.set();
        if (set.arrays().isEmpty()) {
            throw passedOver == null
                    ? BadFileException.of("error.python.nothing")
                    : BadFileException.of(
                            "error.python.notLiteral", passedOver.line(), NpyHeaderText.shortened(passedOver.text()));
        }
        return set;
    }

    private void skipBlank() {
        in.skipBlank();
        while (in.at(";") || in.at(",")) {
            in.next();
            in.skipBlank();
        }
    }

    private void statement() throws NotLiteral, BadFileException {
        int rows = in.names().count();
        if (!in.at(Kind.NAME)) {
            keep("", rows, parser.value());
            return;
        }
        var word = in.now().text();
        if (word.equals("import") || word.equals("from")) {
            in.skipStatement();
            return;
        }
        var name = parser.dotted();
        if (in.at(":")) {
            in.next();
            if (in.at(Kind.NAME)) {
                passAnnotation();
            }
        }
        if (in.at("=")) {
            in.next();
        } else if (in.at(Kind.NAME) || in.at("(") || in.at(Kind.NEWLINE) || in.at(Kind.END)) {
            keep("", rows, parser.valueOf(name));
            return;
        } else if (!in.at("[")) {
            throw in.notLiteral();
        }
        in.names().forget();
        in.skipBlank();
        keep(name.substring(name.lastIndexOf('.') + 1), rows, parser.value());
    }

    /// The type in `x: np.ndarray = …`.
    private void passAnnotation() throws NotLiteral {
        while (!in.at("=")) {
            if (in.at(Kind.NEWLINE) || in.at(Kind.END)) {
                throw in.notLiteral();
            }
            in.next();
        }
    }

    /// Takes the value if the statement ends behind it; `[0, 1] * 3` is more than a literal.
    ///
    /// @param rows that had begun before it
    private void keep(String target, int rows, PythonValue value) throws NotLiteral {
        if (in.at(Kind.COMMENT)) {
            in.comment();
        }
        boolean ends = in.at(Kind.END) || in.at(Kind.NEWLINE) || in.at(Kind.COMMENT) || in.at(";") || in.at(",");
        if (!ends) {
            throw in.notLiteral();
        }
        switch (value) {
            case PythonValue.Numbers numbers -> {
                // The last row's comment stands behind all brackets.
                var whole = numbers.withRowNames(in.names().since(rows));
                if (target.isEmpty()) {
                    found.bare(whole);
                } else {
                    found.named(target, whole);
                }
            }
            case PythonValue.Words words -> found.words(target, words.words());
            case PythonValue.Named dictionary -> found.dictionary(dictionary.entries());
        }
    }
}
