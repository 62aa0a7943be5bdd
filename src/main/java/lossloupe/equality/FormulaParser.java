package lossloupe.equality;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.regex.Pattern;
import lossloupe.equality.FormulaException.Reason;

/// Reads formulas as one writes them: `sigmoid(−x) = 1 − sigmoid(x)`, `S(x + c, z)`, `|x|`, `2 x z`, `e^x`.
///
/// ```
/// sum     = product { ("+" | "-") product }
/// product = power { ["*" | "/"] power }          two factors side by side are multiplied
/// power   = "-" power | primary [ "^" power ]
/// primary = number | name [ "(" sum { "," sum } ")" ] | "(" sum ")" | "|" sum "|"
/// ```
final class FormulaParser {
    /// A part of a formula, which gives a list of numbers for a draw.
    interface Term {
        double[] of(Draw draw);
    }

    /// What names stand for.
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Draw(double[] x, double[] z, double c) {}

    private static final Pattern TOKEN =
            Pattern.compile("\\s*(?:(\\d+\\.?\\d*(?:[eE][+-]?\\d+)?|\\.\\d+)|([A-Za-z][A-Za-z0-9]*)|(\\S))");
    private static final Map<String, Term> NAMES = Map.of(
            "x", Draw::x,
            "z", Draw::z,
            "c", draw -> FormulaFunctions.one(draw.c()),
            "n", draw -> FormulaFunctions.one(draw.x().length),
            "p", draw -> FormulaFunctions.SIGMOID.apply(draw.x()),
            "e", draw -> FormulaFunctions.one(Math.E));
    private static final String END = "";

    private final List<String> tokens = new ArrayList<>();
    private int at;

    private FormulaParser(String text) {
        // Signs as they are printed and as they are typed.
        var plain = text.replace('−', '-').replace('·', '*').replace('×', '*');
        var found = TOKEN.matcher(plain);
        while (found.lookingAt()) {
            tokens.add(found.group().strip());
            found.region(found.end(), plain.length());
        }
    }

    static Term parse(String text) throws FormulaException {
        var parser = new FormulaParser(text);
        var term = parser.sum();
        if (!parser.token().equals(END)) {
            throw parser.unexpected();
        }
        return term;
    }

    private String token() {
        return at < tokens.size() ? tokens.get(at) : END;
    }

    private boolean takes(String sign) {
        boolean found = token().equals(sign);
        at += found ? 1 : 0;
        return found;
    }

    private void expect(String sign) throws FormulaException {
        if (!takes(sign)) {
            throw unexpected();
        }
    }

    private FormulaException unexpected() {
        return token().equals(END)
                ? new FormulaException(Reason.ENDS, "")
                : new FormulaException(Reason.UNEXPECTED, token());
    }

    private static Term both(Term a, Term b, DoubleBinaryOperator f) {
        return draw -> FormulaFunctions.each(a.of(draw), b.of(draw), f);
    }

    private Term sum() throws FormulaException {
        var term = product();
        while (true) {
            if (takes("+")) {
                term = both(term, product(), Double::sum);
            } else if (takes("-")) {
                term = both(term, product(), (a, b) -> a - b);
            } else {
                return term;
            }
        }
    }

    private Term product() throws FormulaException {
        var term = power();
        while (true) {
            if (takes("/")) {
                term = both(term, power(), (a, b) -> a / b);
            } else if (takes("*") || beginsFactor()) {
                term = both(term, power(), (a, b) -> a * b);
            } else {
                return term;
            }
        }
    }

    private boolean beginsFactor() {
        var next = token();
        return !next.equals(END) && (Character.isLetterOrDigit(next.charAt(0)) || next.equals("("));
    }

    private Term power() throws FormulaException {
        if (takes("-")) {
            return both(power(), draw -> FormulaFunctions.one(-1), (a, b) -> a * b);
        }
        var base = primary();
        if (!takes("^")) {
            return base;
        }
        return both(base, power(), Math::pow);
    }

    private Term primary() throws FormulaException {
        if (takes("(")) {
            var inner = sum();
            expect(")");
            return inner;
        }
        if (takes("|")) {
            var inner = sum();
            expect("|");
            return draw -> FormulaFunctions.ABS.apply(inner.of(draw));
        }
        var token = token();
        if (token.equals(END) || !(Character.isLetterOrDigit(token.charAt(0)) || token.charAt(0) == '.')) {
            throw unexpected();
        }
        at++;
        if (!Character.isLetter(token.charAt(0))) {
            double value = Double.parseDouble(token);
            return draw -> FormulaFunctions.one(value);
        }
        return named(token);
    }

    private Term named(String name) throws FormulaException {
        boolean isFunction = FormulaFunctions.OF_ONE.containsKey(name) || FormulaFunctions.OF_TWO.containsKey(name);
        if (!isFunction) {
            var known = NAMES.get(name);
            if (known == null) {
                throw new FormulaException(Reason.UNKNOWN_NAME, name);
            }
            return known;
        }
        expect("(");
        var first = sum();
        if (takes(",")) {
            var second = sum();
            expect(")");
            var ofTwo = FormulaFunctions.OF_TWO.get(name);
            if (ofTwo == null) {
                throw new FormulaException(Reason.ARGUMENTS, name);
            }
            return draw -> ofTwo.apply(first.of(draw), second.of(draw));
        }
        expect(")");
        var ofOne = FormulaFunctions.OF_ONE.get(name);
        if (ofOne == null) {
            throw new FormulaException(Reason.ARGUMENTS, name);
        }
        return draw -> ofOne.apply(first.of(draw));
    }
}
