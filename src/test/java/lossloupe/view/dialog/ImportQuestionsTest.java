package lossloupe.view.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.event.ActionEvent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import lossloupe.document.ClassInfo;
import lossloupe.document.Samples;
import lossloupe.tensor.Axis;
import lossloupe.view.Segments;
import lossloupe.view.Ui;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What no file says is asked once, in the preview.
class ImportQuestionsTest {
    private static final Path TRACK = Path.of("src/test/resources/formats/track.txt");

    @TempDir
    private Path folder;

    private Ui ui;
    private Overlay overlay;
    private Files files;

    @BeforeEach
    void open() {
        ui = OnFx.ui(Samples.seed());
        OnFx.run(() -> {
            overlay = new Overlay();
            var scene = new Scene(new StackPane(new Button("below")), 900, 700);
            overlay.cover(scene);
            files = new Files(ui, overlay, () -> null);
        });
    }

    private TextField field(String id) {
        return (TextField) overlay.lookup(id);
    }

    private void type(String id, String text) {
        OnFx.run(() -> {
            field(id).setText(text);
            field(id).fireEvent(new ActionEvent());
        });
    }

    private void open(Path... paths) {
        var before = ui.model().document();
        OnFx.run(() -> files.open(List.of(paths)));
        OnFx.await(() -> overlay.isOpen() && isAcceptable());
        assertEquals(before, ui.model().document());
    }

    private boolean isAcceptable() {
        return overlay.lookup("#accept") instanceof Button b && !b.isDisabled();
    }

    private void accept() {
        OnFx.await(this::isAcceptable);
        OnFx.run(() -> ((Button) overlay.lookup("#accept")).fire());
        OnFx.await(() -> !overlay.isOpen());
    }

    private String row(int cls) {
        var text = new StringBuilder();
        var row = ui.model().document().example(0).labels().get(cls);
        for (int p = 0; p < row.length(); p++) {
            text.append((int) row.get(p));
        }
        return text.toString();
    }

    @Test
    void theRateIsGuessedAndCanBeCorrected() throws IOException {
        var series = java.nio.file.Files.writeString(folder.resolve("s.csv"), "value\n" + "1.5\n".repeat(12));
        open(series, TRACK);
        assertEquals("10", field("#import-rate").getText());
        assertNull(overlay.lookup("#import-class-names"), "the track names its classes");
        type("#import-rate", "none");
        assertTrue(field("#import-rate").getPseudoClassStates().toString().contains("wrong"));
        type("#import-rate", "4");
        accept();
        assertEquals("010000000000", row(0));
        assertEquals("QRS", ui.model().document().classes().get(1).name());
    }

    /// As when an axis of positions is taken for that of classes: the window would be busy with it for minutes.
    @Test
    void moreClassesThanTheWindowShowsCannotBeAccepted() throws IOException {
        var row = "[" + "0,".repeat(5000) + "1]";
        open(java.nio.file.Files.writeString(folder.resolve("a.json"), "{\"labels\": [" + row + "," + row + "]}"));
        OnFx.run(() -> {
            @SuppressWarnings("unchecked")
            var axis = (Segments<Axis>) overlay.lookup("#axis-0-1");
            axis.button(Axis.CLASS).fire();
        });
        OnFx.await(() ->
                overlay.lookup("#problem") instanceof Label l && l.getText().contains("5001"));
        assertTrue(overlay.lookup("#accept").isDisabled());
    }

    private static String task(int id, String values, int start) {
        return """
                {"id": %d, "data": {"ts": {"time": [0, 1, 2, 3], "v": [%s]}}, "annotations": [{"result": [
                {"value": {"start": %d, "end": 3, "timeserieslabels": ["A"]}}]}]}""".formatted(id, values, start);
    }

    private void choose(String id) {
        var card = overlay.top();
        OnFx.run(() -> {
            @SuppressWarnings("unchecked")
            var box = (ComboBox<String>) overlay.lookup("#import-task");
            box.setValue(id);
        });
        OnFx.await(() -> overlay.top() != null && overlay.top() != card && isAcceptable());
    }

    /// A file of Label Studio often holds several tasks: all are a batch, or one is taken.
    @Test
    void oneOfSeveralTasksCanBeTaken() throws IOException {
        var file = java.nio.file.Files.writeString(
                folder.resolve("tasks.json"), "[" + task(7, "1, 2, 3, 4", 2) + "," + task(9, "5, 6, 7, 8", 1) + "]");
        open(file);
        choose("9");
        choose("");
        choose("9");
        accept();
        assertEquals(1, ui.model().document().examples().size());
        assertEquals("0111", row(0));
        assertEquals(5, ui.model().document().example(0).series().get(0));
    }

    /// Of tasks that make no batch the first is shown, and there is no choice of all.
    @Test
    void tasksOfUnlikeSeriesAreTakenOneByOne() throws IOException {
        var shorter = task(9, "5, 6, 7", 1).replace("[0, 1, 2, 3]", "[0, 1, 2]").replace("\"end\": 3", "\"end\": 2");
        var file = java.nio.file.Files.writeString(
                folder.resolve("tasks.json"), "[" + task(7, "1, 2, 3, 4", 2) + "," + shorter + "]");
        open(file);
        var box = (ComboBox<?>) overlay.lookup("#import-task");
        assertEquals(List.of("7", "9"), box.getItems());
        choose("9");
        accept();
        assertEquals("011", row(0));
    }

    @Test
    void classesWithoutNamesCanBeNamed() throws IOException {
        var mask = java.nio.file.Files.writeString(folder.resolve("mask.csv"), "0,1,1,0\n1,0,0,0\n");
        open(mask);
        assertNull(overlay.lookup("#import-rate"));
        assertNotNull(field("#import-class-names"));
        type("#import-class-names", "P, QRS");
        accept();
        assertEquals(
                List.of("P", "QRS"),
                ui.model().document().classes().stream().map(ClassInfo::name).toList());
    }
}
