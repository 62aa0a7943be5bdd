package lossloupe.io;

import lossloupe.io.PythonLexer.Kind;
import lossloupe.io.PythonLexer.Token;

/// The token at hand, how deep in brackets it stands, and the comments passed on the way.
final class PythonTokens {
    private final PythonLexer lexer;
    private Token token;
    private int depth;
    private int lastLine;
    private final RowNames names = new RowNames();

    PythonTokens(String text) {
        lexer = new PythonLexer(text);
        token = lexer.next();
    }

    Token now() {
        return token;
    }

    boolean at(String symbol) {
        return token.is(symbol);
    }

    boolean at(Kind kind) {
        return token.kind() == kind;
    }

    RowNames names() {
        return names;
    }

    /// The token at hand, and on to the next.
    Token next() {
        var old = token;
        if (old.kind() == Kind.SYMBOL) {
            if ("([{".contains(old.text())) {
                depth++;
            } else if (")]}".contains(old.text())) {
                depth = Math.max(0, depth - 1);
            }
        }
        if (old.kind() != Kind.NEWLINE && old.kind() != Kind.COMMENT) {
            lastLine = old.line();
        }
        token = lexer.next();
        return old;
    }

    /// Passes line ends and comments.
    void skipBlank() {
        while (at(Kind.NEWLINE) || at(Kind.COMMENT)) {
            if (at(Kind.COMMENT)) {
                comment();
            }
            next();
        }
    }

    /// Hands the comment at hand to whoever names rows by it.
    void comment() {
        if (token.line() == lastLine) {
            names.beside(token.text(), token.line());
        } else {
            names.above(token.text());
        }
    }

    int depth() {
        return depth;
    }

    /// Passes the rest of the statement at hand.
    void skipStatement() {
        while (!at(Kind.END) && !(depth == 0 && (at(Kind.NEWLINE) || at(";")))) {
            next();
        }
    }

    /// Passes one argument, up to the comma or bracket that ends it.
    void skipArgument() {
        int outer = depth;
        while (!at(Kind.END) && !(depth == outer && (at(",") || at(")") || at("]") || at("}")))) {
            next();
        }
    }

    void startStatement() {
        depth = 0;
    }

    /// @throws NotLiteral where something else stands here
    void take(String symbol) throws NotLiteral {
        if (!at(symbol)) {
            throw notLiteral();
        }
        next();
    }

    NotLiteral notLiteral() {
        return new NotLiteral(token);
    }

    /// Code that is no literal; whoever reads statements passes over it.
    static final class NotLiteral extends Exception {
        private static final long serialVersionUID = 1;

        private final transient Token at;

        NotLiteral(Token at) {
            super(at.text(), null, false, false);
            this.at = at;
        }

        Token at() {
            return at;
        }
    }
}
