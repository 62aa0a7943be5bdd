package lossloupe.view.equality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import lossloupe.document.Samples;
import lossloupe.equality.Claim;
import lossloupe.equality.Identity;
import lossloupe.view.Ui;
import lossloupe.view.dialog.OnFx;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a person sees in the lab after pressing its buttons.
class EqualityPanelTest {
    private final Ui ui = OnFx.ui(Samples.seed());
    private final Stage stage = OnFx.call(Stage::new);
    private final EqualityPanel panel = OnFx.call(() -> new EqualityPanel(ui));

    @BeforeEach
    void open() {
        OnFx.run(() -> {
            ui.model().preferences().localeProperty().set(Locale.ENGLISH);
            var scene = new Scene(new StackPane(panel.node()), 1050, 330);
            ui.looks().dress(scene);
            stage.setScene(scene);
            stage.show();
            panel.show(ui.model().frame());
        });
    }

    @AfterEach
    void close() {
        OnFx.run(() -> {
            stage.close();
            ui.model().close();
        });
    }

    private Node node(String id) {
        var found = panel.node().lookup("#" + id);
        if (found == null) {
            throw new AssertionError("no " + id);
        }
        return found;
    }

    private void press(String id) {
        OnFx.run(() -> ((ButtonBase) node(id)).fire());
    }

    private String text(String id) {
        return OnFx.call(() -> ((Labeled) node(id)).getText());
    }

    private String word(Claim claim) {
        return OnFx.call(() -> {
            var line = (HBox) ((ButtonBase) node("claim-" + claim.id())).getGraphic();
            return ((Labeled) line.getChildren().get(2)).getText();
        });
    }

    @Test
    void opensOnTheTupleOfTheQuestion() {
        var held = Arrays.stream(Claim.values())
                .limit(5)
                .map(claim -> word(claim).equals("exactly equal"))
                .toList();
        assertEquals(List.of(true, false, false, false, true), held);
        press("equality-next");
        assertEquals("exactly equal", word(Claim.E2), "under seed 3 all five were true");
    }

    @Test
    void oursMakesTheFiveTrueAndTheCastKeepsTheMeansApart() {
        press("equality-packet-0");
        for (var claim : Claim.values()) {
            assertEquals(!claim.isOfMeans(), word(claim).equals("exactly equal"), claim.id());
        }
        press("claim-l_e1");
        assertTrue(text("equality-reason").contains("float32"), text("equality-reason"));
    }

    @Test
    void packetsOfFourLeaveTheBatchEqualAndSayWhereATailCellLies() {
        press("equality-packet-4");
        assertEquals("exactly equal", word(Claim.EB));
        assertEquals("within 1 ulp", word(Claim.E2));
        press("claim-e2");
        assertTrue(text("equality-reason").contains("tail"), text("equality-reason"));
    }

    @Test
    void theDocumentTakesTheDrawsPlace() {
        assertFalse(node("equality-why").isVisible());
        press("equality-document");
        assertTrue(node("equality-next").isDisabled(), "a draw would be of the dummy data");
        assertTrue(node("equality-why").isVisible(), "and why");
        // 4 x 12 fills its packets: nothing is left for a tail.
        assertEquals("exactly equal", word(Claim.E1));
    }

    @Test
    void fourHundredDrawsAreCounted() {
        press("equality-many");
        OnFx.await(() -> ((Labeled) node("equality-tally")).getText().contains("eb 400"));
    }

    @Test
    void statementsAreAnsweredWithTheirSmallestCounterexample() {
        press("equality-statements");
        press("equality-try");
        var id = "statement-" + Identity.SHIFT_SIGMOID.name();
        OnFx.await(() -> ((Labeled) node(id)).getText().startsWith("false: x = ["));
        OnFx.run(() -> {
            ui.model().preferences().localeProperty().set(Locale.JAPANESE);
            panel.retold();
        });
        assertTrue(text(id).startsWith("偽"), text(id));
    }

    @Test
    void anEquationOfOnesOwnIsTriedOrItsFaultIsNamed() {
        press("equality-statements");
        state("S(x, z) = sum(L(x, z))");
        OnFx.await(() -> text("own-answer").startsWith("false: x = ["));
        state("sigmoid(x) + sigmoid(−x) = 1");
        OnFx.await(() -> text("own-answer").startsWith("true but for rounding"));
        state("sigmoid(y) = 1");
        assertEquals("«y» is no name known here; those that are stand below.", text("own-answer"));
    }

    private void state(String equation) {
        OnFx.run(() -> {
            var field = (TextField) node("own-statement");
            field.setText(equation);
            field.fireEvent(new ActionEvent());
        });
    }
}
