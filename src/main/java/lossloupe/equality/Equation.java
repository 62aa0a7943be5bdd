package lossloupe.equality;

import lossloupe.equality.FormulaException.Reason;
import lossloupe.equality.FormulaParser.Draw;
import lossloupe.equality.FormulaParser.Term;

/// A statement in a person's own words, as `L(x, 1 − z) = L(−x, z)`. Names: x the logits, z the labels, p = sigmoid(x),
/// c a parameter, n the number of classes, e; L is sigmoid cross-entropy, S softmax cross-entropy over the classes.
public final class Equation implements Statement {
    private final String text;
    private final Term left;
    private final Term right;

    private Equation(String text, Term left, Term right) {
        this.text = text;
        this.left = left;
        this.right = right;
    }

    /// Reads an equation.
    ///
    /// @throws FormulaException saying what stands where something else belongs
    public static Equation parse(String text) throws FormulaException {
        var sides = text.strip().replace("==", "=").split("=", -1);
        if (sides.length != 2) {
            throw new FormulaException(Reason.NO_EQUATION, text.strip());
        }
        return new Equation(text.strip(), FormulaParser.parse(sides[0]), FormulaParser.parse(sides[1]));
    }

    @Override
    public String statement() {
        return text;
    }

    @Override
    public Sides sides(double[] x, double[] z, double c) {
        var draw = new Draw(x, z, c);
        var a = left.of(draw);
        var b = right.of(draw);
        // A number on one side is said of every class on the other.
        var zeros = new double[Math.max(a.length, b.length)];
        return new Sides(FormulaFunctions.each(a, zeros, Double::sum), FormulaFunctions.each(b, zeros, Double::sum));
    }
}
