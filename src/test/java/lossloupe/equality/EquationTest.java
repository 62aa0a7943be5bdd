package lossloupe.equality;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import lossloupe.equality.FormulaException.Reason;
import lossloupe.equality.Proof.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EquationTest {
    private static final double[] X = {2, -1, 0.5};
    private static final double[] Z = {1, 0, 1};

    private static double[] value(String formula) throws FormulaException {
        return Equation.parse(formula + " = 0").sides(X, Z, 4).left();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "L(x, z) = max(x, 0) − x z + log1p(exp(−|x|)); ROUNDED",
                "L(x, 1 − z) = L(−x, z); EXACT",
                "L(reverse(x), reverse(z)) == reverse(L(x, z)); EXACT",
                "sigmoid(x) + sigmoid(−x) = 1; ROUNDED",
                "softmax(x + c) = softmax(x); ROUNDED",
                "sum(softmax(x)) = 1; ROUNDED",
                "sigmoid(x + c) = sigmoid(x); FALSE",
                "S(x, z) = sum(L(x, z)); FALSE",
                "S(x, z) = sum(z) logsumexp(x) − sum(z x); ROUNDED",
                "mean(L(x, z)) = sum(L(x, z)) / n; EXACT",
                "2 x = x + x; EXACT",
                "(x + 1)^2 = x^2 + 2 x + 1; ROUNDED",
                "p = 1 / (1 + e^−x); ROUNDED"
            })
    void answers(String equation, Answer answer) throws FormulaException {
        assertEquals(answer, Proof.of(Equation.parse(equation), 2, 1, () -> {}).answer(), equation);
    }

    @Test
    void bindsAsOneWritesIt() throws FormulaException {
        assertArrayEquals(new double[] {-4, -1, -0.25}, value("-x^2"));
        assertArrayEquals(new double[] {6, -1, 3}, value("1 + 2x + c/2*z − z"));
        assertArrayEquals(new double[] {16, 16, 16}, value("2^2^2 + 0 x"));
        assertArrayEquals(new double[] {3}, value("n"));
        assertArrayEquals(new double[] {-3, -3, -3}, value("1 - 2 - 2 + 0x"));
        assertArrayEquals(new double[] {2, 0, 0.5}, value("max(x, 0)"));
        assertArrayEquals(new double[] {2}, value("max(x)"));
        assertArrayEquals(new double[] {0.005}, value("5e-3"));
    }

    @Test
    void aNumberIsSaidOfEveryClass() throws FormulaException {
        assertArrayEquals(
                new double[] {1, 1, 1}, Equation.parse("1 = z").sides(X, Z, 0).left());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "x; NO_EQUATION; x",
                "x = z = p; NO_EQUATION; x = z = p",
                "y = 1; UNKNOWN_NAME; y",
                "sin(x) = 1; UNKNOWN_NAME; sin",
                "x + = 1; ENDS; ''",
                "(x = 1; ENDS; ''",
                "x) = 1; UNEXPECTED; )",
                "sigmoid x = 1; UNEXPECTED; x",
                "x = 1 $; UNEXPECTED; $",
                "L(x) = 1; ARGUMENTS; L",
                "exp(x, z) = 1; ARGUMENTS; exp",
                "L(x, z, z) = 1; UNEXPECTED; ','"
            })
    void whatCannotBeReadIsNamed(String text, Reason reason, String found) {
        var e = assertThrows(FormulaException.class, () -> Equation.parse(text));
        assertEquals(reason, e.reason());
        assertEquals(found, e.found());
    }

    @Test
    void aFalseEquationHasASmallCounterexample() throws FormulaException {
        var against = Proof.of(Equation.parse("sigmoid(2x) = 2 sigmoid(x)"), 0, 1, () -> {})
                .against();
        assertNotNull(against);
        assertEquals(1, against.logits().size());
        assertEquals(0, against.logits().getFirst());
    }
}
