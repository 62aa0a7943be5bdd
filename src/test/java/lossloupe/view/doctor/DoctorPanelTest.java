package lossloupe.view.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import lossloupe.app.AppModel;
import lossloupe.app.Selection;
import lossloupe.app.Track;
import lossloupe.doctor.Fault;
import lossloupe.document.ClassInfo;
import lossloupe.document.Document;
import lossloupe.document.Example;
import lossloupe.document.LossSetup;
import lossloupe.document.Samples;
import lossloupe.tensor.Batching;
import lossloupe.tensor.DType;
import lossloupe.tensor.DataFormat;
import lossloupe.tensor.Plane;
import lossloupe.view.Ui;
import lossloupe.view.dialog.OnFx;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DoctorPanelTest {
    private final Ui ui = OnFx.ui(Fault.LABELS_RESHAPED.in(Samples.seed()));
    private final AppModel model = ui.model();
    private final DoctorPanel panel = OnFx.call(() -> {
        var made = new DoctorPanel(ui);
        var scene = new Scene(new VBox(made.node()), 900, 600);
        ui.looks().dress(scene);
        made.show(model.frame());
        laidOut(made);
        return made;
    });

    @AfterEach
    void close() {
        OnFx.run(model::close);
    }

    /// What a scroll pane holds is found once it has its skin.
    private static void laidOut(DoctorPanel made) {
        made.node().applyCss();
        made.node().layout();
    }

    private Node node(String selector) {
        return OnFx.call(() -> {
            var found = panel.node().lookup(selector);
            assertNotNull(found, selector);
            return found;
        });
    }

    private void frame() {
        OnFx.await(model::isSettled);
        OnFx.run(() -> {
            panel.show(model.frame());
            laidOut(panel);
        });
    }

    @Test
    void aPastedComplaintIsExplained() {
        OnFx.run(() -> {
            model.explain(
                    "Target size (torch.Size([2, 4, 12])) must be the same as input size (torch.Size([2, 12, 4]))");
            laidOut(panel);
        });
        assertEquals(
                "labels [2, 4, 12] and logits [2, 12, 4] should have the same shape.",
                ((Label) node("#clash-verdict")).getText());
        assertTrue(node("#mend-turn").isVisible());
    }

    @Test
    void theSurestFindingIsAppliedInOneStep() {
        assertEquals("finding-labelsReshaped", node(".doctor-rows .finding").getId());
        OnFx.run(() -> ((Button) panel.node().lookup("#apply-labelsReshaped")).fire());
        frame();
        for (int c = 0; c < 4; c++) {
            assertTrue(Samples.seed()
                    .example(0)
                    .labels()
                    .get(c)
                    .sameValues(model.document().example(0).labels().get(c)));
        }
        assertEquals("finding-overlaps", node(".doctor-rows .finding").getId());
        OnFx.run(() -> model.store().undo());
        frame();
        assertEquals("finding-labelsReshaped", node(".doctor-rows .finding").getId());
    }

    @Test
    void aPlateauIsNamedWhileItIsTyped() {
        assertTrue(((Label) node("#doctor-stuck-hint")).getText().contains("0.693147"), "an example");
        OnFx.run(() -> ((TextField) panel.node().lookup("#doctor-stuck")).setText("0.743668"));
        var cause = (Label) node("#symptom-softmaxTwiceFloor");
        assertTrue(cause.getStyleClass().contains("finding-title"), "it is the one that matches");
        assertTrue(cause.getText().contains("ln(e + n − 1) − 1"), cause.getText());
    }

    @Test
    void aFaultIsAStepAndAQuizAsksWhichItWas() {
        OnFx.run(() -> ((Button) panel.node().lookup("#fault-labels_to_255")).fire());
        frame();
        assertEquals("finding-labelsTo255", node(".doctor-rows .finding").getId());
        OnFx.run(() -> model.store().undo());
        frame();
        var before = model.document();
        OnFx.run(() -> ((Button) panel.node().lookup("#doctor-quiz")).fire());
        frame();
        OnFx.run(() -> ((Button) panel.node().lookup("#fault-labels_to_255")).fire());
        frame();
        OnFx.run(() -> model.store().undo());
        frame();
        assertEquals(before, model.document(), "the answer made no fault of its own");
    }

    @Test
    void aQuizHidesWhatWouldGiveItAway() {
        var rows = node(".doctor-rows");
        OnFx.run(() -> ((Button) panel.node().lookup("#doctor-quiz")).fire());
        frame();
        assertFalse(rows.isVisible());
        assertTrue(node("#doctor-veil").isVisible());
        OnFx.run(() -> ((Button) panel.node().lookup("#doctor-give-up")).fire());
        frame();
        assertTrue(rows.isVisible());
        assertFalse(node("#doctor-veil").isVisible());
        OnFx.run(() -> ((Button) panel.node().lookup("#doctor-quiz")).fire());
        frame();
        OnFx.run(() -> model.store().undo());
        frame();
        assertTrue(rows.isVisible(), "nothing is hidden any more");
    }

    @Test
    void aFaultIsMarkedWhileItStands() {
        Supplier<Button> button = () -> (Button) node("#fault-labels_to_255");
        var plain = button.get().getText();
        OnFx.run(() -> button.get().fire());
        frame();
        assertEquals("✓ " + plain, button.get().getText());
        OnFx.run(() -> model.turn(DataFormat.CHANNELS_LAST));
        frame();
        assertEquals("✓ " + plain, button.get().getText(), "whatever the layout");
        OnFx.run(() -> model.turn(DataFormat.CHANNELS_FIRST));
        frame();
        OnFx.run(() -> button.get().fire());
        frame();
        assertEquals(plain, button.get().getText(), "pressed again it is taken back");
    }

    /// The seed's classes overlap at 1 and 2, and at 7 to 9; no class is at 3.
    @Test
    void aFindingLeadsToItsPlacesOneAfterTheOther() {
        OnFx.run(() -> model.open(Samples.seed(), null));
        frame();
        var link = (Button) node("#show-overlaps");
        assertEquals("Show positions 1 to 2", link.getText());
        OnFx.run(link::fire);
        assertEquals(new Selection(0, 1, 3, 2), model.view().selection());
        assertEquals("Next: positions 7 to 9", link.getText());
        OnFx.run(link::fire);
        assertEquals(new Selection(0, 7, 3, 9), model.view().selection());
        assertEquals("Next: positions 1 to 2", link.getText());
        assertEquals("Show position 3", ((Button) node("#show-noBackground")).getText());
    }

    @Test
    void aNumberThatIsNoneIsShownInItsRowAndExample() {
        OnFx.run(() -> model.open(
                Fault.NOT_FINITE.in(Samples.random(new Samples.Recipe(2, 3, 3000, -1, 1, .4, 6), LossSetup.DEFAULT)),
                null));
        frame();
        var link = (Button) node("#show-logitsNotFinite");
        assertEquals("Show example 0, class 1, position 1500", link.getText());
        OnFx.run(link::fire);
        assertEquals(Selection.cell(0, 1500), model.view().selection());
        var seen = model.view().viewport();
        assertTrue(seen.from() <= 1500 && seen.to() > 1500 && seen.span() < 100, "too narrow to be seen: " + seen);
    }

    private String text(String selector) {
        return OnFx.call(() -> node(selector).getAccessibleText());
    }

    /// 1.1617 is the mean of sigmoid cross-entropy with labels reshaped, 0.2138 that of the seed; 4.4538 and 0.7577
    /// of softmax.
    @Test
    void aRepairSaysWhatItDoesBeforeAndAfterItIsMade() {
        var button = (Button) node("#apply-labelsReshaped");
        assertEquals("Reshape labels back, then transpose", button.getText());
        var effect = OnFx.call(() -> node("#finding-labelsReshaped").lookup(".effect"));
        OnFx.await(() -> effect.getOpacity() == 1);
        assertEquals("A 1.1617 → 0.2138, B 4.4538 → 0.7577", effect.getAccessibleText());
        assertFalse(node("#doctor-done").isVisible());
        OnFx.run(button::fire);
        frame();
        assertTrue(node("#doctor-done").isVisible());
        assertEquals(
                "Done: Reshape labels back, then transpose", ((Label) node("#doctor-done .finding-title")).getText());
        assertEquals("A 1.1617 → 0.2138, B 4.4538 → 0.7577", text("#doctor-done .effect"));
        assertEquals(
                "edit.doctor.labelsReshaped",
                model.store().historyProperty().get().entries().getLast().nameKey());
        OnFx.run(() -> ((Button) panel.node().lookup("#doctor-undo")).fire());
        frame();
        assertFalse(node("#doctor-done").isVisible());
        assertEquals("finding-labelsReshaped", node(".finding.is-fault").getId());
    }

    /// What a repair leaves out is to be seen.
    @Test
    void weightsOfARepairBringTheirTrack() {
        OnFx.run(() -> model.open(Fault.PADDING_COUNTED.in(Samples.seed()), null));
        frame();
        assertFalse(model.view().shown().contains(Track.WEIGHTS));
        OnFx.run(() -> ((Button) panel.node().lookup("#apply-paddingCounted")).fire());
        frame();
        assertTrue(model.view().shown().contains(Track.WEIGHTS));
    }

    private List<String> captions(String finding) {
        return OnFx.call(() -> node("#finding-" + finding).lookupAll(".finding-caption").stream()
                .map(n -> ((Label) n).getText())
                .toList());
    }

    /// What is seen is what would change: labels, logits, or both.
    @Test
    void thePictureShowsWhatWouldChange() {
        assertEquals(List.of("labels now: [4, 12]", "labels then: [4, 12]"), captions("labelsReshaped"));
        OnFx.run(() -> model.open(Fault.SOFTMAX_TWICE.in(Samples.seed()), null));
        frame();
        assertEquals(List.of("logits now: [4, 12]", "logits then: [4, 12]"), captions("logitsAreSoftmax"));
        OnFx.run(() -> model.open(Fault.CLASSES_AND_POSITIONS_SWAPPED.in(Samples.seed()), null));
        frame();
        assertEquals(
                List.of("labels now: [12, 4]", "labels then: [4, 12]", "logits now: [12, 4]", "logits then: [4, 12]"),
                captions("classesAndPositionsSwapped"));
    }

    /// Where numbers stay, the weights over the grid they are stretched to, or the map of the loss.
    @Test
    void thePictureShowsWeightsAndLossesThatWouldChange() {
        OnFx.run(() -> model.open(Fault.SOFTMAX_OVER_POSITIONS.in(Samples.seed()), null));
        frame();
        assertEquals(List.of("loss A now: [4, 12]", "loss A then: [4, 12]"), captions("softmaxOverPositions"));
        OnFx.run(() -> model.open(Fault.PADDING_COUNTED.in(Samples.seed()), null));
        frame();
        assertEquals(List.of("weights now: [4, 16]", "weights then: [16] → [4, 16]"), captions("paddingCounted"));
        var before = pictures("paddingCounted").getFirst();
        assertEquals(color(before, 0.05, 0.5), color(before, 0.95, 0.5), "no weights: 1 everywhere");
        var after = pictures("paddingCounted").getLast();
        assertNotEquals(color(after, 0.05, 0.5), color(after, 0.95, 0.5), "padding has the weight 0");
    }

    private List<Region> pictures(String finding) {
        return OnFx.call(() -> node("#finding-" + finding).lookupAll(".array-picture").stream()
                .map(n -> (Region) n)
                .toList());
    }

    /// A pixel at fractions of the way to the right and down.
    private static Color color(Region picture, double x, double y) {
        return OnFx.call(() -> {
            var image = picture.snapshot(null, null);
            return image.getPixelReader().getColor((int) (x * picture.getWidth()), (int) (y * picture.getHeight()));
        });
    }

    /// As the tracks do: in channels_last padding is at the bottom.
    @Test
    void picturesTurnWithTheLayout() {
        var padded = Fault.PADDING_COUNTED.in(Samples.seed());
        OnFx.run(() -> model.open(padded.withSetup(padded.setup().withFormat(DataFormat.CHANNELS_LAST)), null));
        frame();
        assertEquals(List.of("weights now: [16, 4]", "weights then: [16, 1] → [16, 4]"), captions("paddingCounted"));
        var after = pictures("paddingCounted").getLast();
        assertTrue(after.getHeight() > after.getWidth(), "positions run down");
        assertEquals(color(after, 0.05, 0.03), color(after, 0.9, 0.03));
        assertNotEquals(color(after, 0.05, 0.03), color(after, 0.05, 0.97));
    }

    /// Of two thousand positions, one earlier or later is to be seen nowhere but at an edge.
    @Test
    void aShiftIsShownAtAnEdge() {
        var late = late(2000);
        OnFx.run(() -> model.open(late, null));
        frame();
        assertEquals(
                List.of("labels now: positions 18 to 43", "labels then: positions 18 to 43"), captions("labelsLate"));
        assertEquals("Show positions 30 to 31", ((Button) node("#show-labelsLate")).getText());
    }

    /// Labels in runs of 30, one position later than logits.
    private static Document late(int length) {
        var labels = Plane.generate(DType.FLOAT64, length, p -> Math.max(0, p - 1) / 30 % 2 == 0 ? 1 : 0);
        var logits = Plane.generate(DType.FLOAT64, length, p -> p / 30 % 2 == 0 ? 2 + p % 3 : -3 + p % 2);
        var example = new Example(Plane.zeros(DType.FLOAT64, length), List.of(labels), List.of(logits));
        return new Document(
                "t", List.of(ClassInfo.numbered(0)), List.of(example), Batching.UNBATCHED, LossSetup.DEFAULT);
    }
}
