package lossloupe.io;

/// Cuts Python text into tokens. It knows literals, names, brackets and comments and evaluates nothing. Whatever it
/// cannot
/// make sense of comes out as a symbol, so that it never fails; an unclosed quote ends with its line.
final class PythonLexer {
    enum Kind {
        NAME,
        NUMBER,
        STRING,
        SYMBOL,
        ELLIPSIS,
        COMMENT,
        NEWLINE,
        END
    }

    /// @param text of a string without its quotes, of a comment without its `#`
    /// @param line counted from 1
    record Token(Kind kind, String text, int line) {
        boolean is(String symbol) {
            return kind == Kind.SYMBOL && text.equals(symbol);
        }
    }

    private final String text;
    private int at;
    private int line = 1;

    PythonLexer(String text) {
        this.text = text;
    }

    Token next() {
        skipBlanks();
        if (at >= text.length()) {
            return new Token(Kind.END, "", line);
        }
        char c = text.charAt(at);
        if (c == '\n') {
            at++;
            return new Token(Kind.NEWLINE, "", line++);
        }
        if (c == '#') {
            int from = at + 1;
            at = endOfLine();
            return new Token(Kind.COMMENT, text.substring(from, at).strip(), line);
        }
        if (c == '"' || c == '\'') {
            return string(c);
        }
        if (isDigit(at) || (c == '.' && isDigit(at + 1))) {
            return new Token(Kind.NUMBER, number(), line);
        }
        if (text.startsWith("...", at) || c == '…') {
            at += c == '…' ? 1 : 3;
            return new Token(Kind.ELLIPSIS, "...", line);
        }
        if (Character.isLetter(c) || c == '_') {
            return word();
        }
        at++;
        return new Token(Kind.SYMBOL, String.valueOf(c), line);
    }

    /// Blanks of any kind (a word processor's no-break space too), and a backslash that joins two lines.
    private void skipBlanks() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\\' && at + 1 < text.length() && text.charAt(at + 1) == '\n') {
                at += 2;
                line++;
            } else if (c != '\n' && (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF')) {
                at++;
            } else {
                return;
            }
        }
    }

    private int endOfLine() {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private boolean isDigit(int i) {
        return i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }

    private Token string(char quote) {
        var triple = String.valueOf(quote).repeat(3);
        int start = line;
        if (text.startsWith(triple, at)) {
            int end = text.indexOf(triple, at + 3);
            int stop = end < 0 ? text.length() : end;
            var content = text.substring(at + 3, stop);
            at = Math.min(text.length(), stop + 3);
            line += (int) content.chars().filter(c -> c == '\n').count();
            return new Token(Kind.STRING, content, start);
        }
        var content = new StringBuilder();
        int stop = endOfLine();
        for (at++; at < stop && text.charAt(at) != quote; at++) {
            if (text.charAt(at) == '\\' && at + 1 < stop) {
                at++;
            }
            content.append(text.charAt(at));
        }
        at = Math.min(stop, at + 1);
        return new Token(Kind.STRING, content.toString(), start);
    }

    private Token word() {
        int from = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        var word = text.substring(from, at);
        boolean prefix = word.length() <= 2 && word.chars().allMatch(c -> "rbufRBUF".indexOf(c) >= 0);
        if (prefix && at < text.length() && (text.charAt(at) == '\'' || text.charAt(at) == '"')) {
            return string(text.charAt(at));
        }
        return new Token(Kind.NAME, word, line);
    }

    /// Digits, point and exponent; with it whatever letters cling to the number, for the reader to judge (`3L`,
    /// `2j`, `0x1f`).
    private String number() {
        int from = at;
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean sign = (c == '+' || c == '-') && isExponent(from);
            boolean ellipsis = text.startsWith("...", at);
            if (!sign && (ellipsis || !(Character.isLetterOrDigit(c) || c == '.' || c == '_'))) {
                break;
            }
            at++;
        }
        return text.substring(from, at);
    }

    private boolean isExponent(int from) {
        char before = text.charAt(at - 1);
        return (before == 'e' || before == 'E') && !text.startsWith("0x", from) && isDigit(at + 1);
    }
}
