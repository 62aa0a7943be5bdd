package lossloupe.view.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RaisedTest {
    /// Parts of a line with raised runs in braces.
    private static String marked(String... parts) {
        var raised = new Raised();
        return List.of(parts).stream()
                .flatMap(part -> raised.split(part).stream())
                .map(run -> run.isRaised() ? "{" + run.text() + "}" : run.text())
                .collect(Collectors.joining());
    }

    @Test
    void anExponentInBarsEndsAtItsSecondBarEvenAcrossParts() {
        assertEquals("ln(1+e{−|}{x}{|})", marked("ln(1+e^−|", "x", "|)"));
    }

    @Test
    void anExponentThatIsAWordEndsWithIt() {
        assertEquals("ln Σ e{x} − x", marked("ln Σ e^x", " − ", "x"));
        assertEquals("e{x_i} + 1", marked("e^x_i + 1"));
    }

    @Test
    void withoutAnExponentNothingIsRaised() {
        assertEquals("= 2.1 − 1", marked("= 2.1", " − 1"));
    }
}
