package lossloupe.io;

import lossloupe.io.NumberList.Written;
import lossloupe.io.PythonLexer.Token;

/// Numbers as Python writes them.
final class PythonNumber {
    private PythonNumber() {}

    /// Adds the number of a token such as `1_000`, `3L`, `.5e-3` or `0x1F`.
    ///
    /// @throws BadFileException where it is complex or no number after all
    static void literal(Token token, boolean minus, NestedNumbers to) throws BadFileException {
        var text = token.text().replace("_", "").replaceFirst("(?<=\\d)[lL]$", "");
        try {
            boolean hex = text.startsWith("0x") || text.startsWith("0X");
            boolean whole = hex || text.chars().allMatch(c -> c >= '0' && c <= '9');
            if (!hex && "fFdD".indexOf(text.charAt(text.length() - 1)) >= 0) {
                throw new NumberFormatException(text);
            }
            double value = hex ? Long.parseLong(text.substring(2), 16) : Double.parseDouble(text);
            to.number(minus ? -value : value, whole ? Written.WHOLE : Written.REAL);
        } catch (NumberFormatException e) {
            throw BadFileException.of("error.python.number", token.line(), NpyHeaderText.shortened(token.text()));
        }
    }

    /// Adds the number that `name` stands for, without the module in front of it; false where it stands for none.
    static boolean named(String name, boolean minus, NestedNumbers to) throws BadFileException {
        double sign = minus ? -1 : 1;
        switch (name) {
            case "True", "true" -> to.number(sign, minus ? Written.WHOLE : Written.BOOL);
            case "False", "false" -> to.number(0, minus ? Written.WHOLE : Written.BOOL);
            case "nan", "NaN", "NAN", "None", "null" -> to.number(Double.NaN, Written.REAL);
            case "inf", "Inf", "Infinity", "infty", "INFINITY" ->
                to.number(sign * Double.POSITIVE_INFINITY, Written.REAL);
            default -> {
                return false;
            }
        }
        return true;
    }
}
