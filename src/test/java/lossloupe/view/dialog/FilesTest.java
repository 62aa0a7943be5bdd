package lossloupe.view.dialog;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import javafx.stage.Window;
import lossloupe.app.AppModel;
import lossloupe.app.Notice;
import lossloupe.app.Panel;
import lossloupe.compute.LossEngine;
import lossloupe.document.ClassInfo;
import lossloupe.document.Edit;
import lossloupe.document.Samples;
import lossloupe.export.figure.Figure;
import lossloupe.export.figure.FigureFile;
import lossloupe.export.figure.FigureInput;
import lossloupe.export.figure.FigureKind;
import lossloupe.export.figure.Part;
import lossloupe.export.figure.StyleFile;
import lossloupe.view.Ui;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files come in and go out; whatever fails leaves the document as it was.
class FilesTest {
    private static final String SEED_LISTING = """
            import numpy as np
            series = np.array([0, 1, 1, 0, 23, 22, 20, 14, 9, 2, 0, 0])
            mask = np.array([
                [0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0], # class 1
                [0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0], # class 2
                [0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0], # class 3
                [1, 1, 1, 0, 0, 0, 0, 0, 1, 1, 1, 1], # class n
            ])
            """;

    @TempDir
    Path folder;

    private Ui ui;
    private AppModel model;
    private Overlay overlay;
    private Files files;
    private @Nullable Path chosen;
    private String suggested = "";

    @BeforeEach
    void open() {
        ui = OnFx.ui(Samples.random(Samples.Recipe.dummy(5), Samples.seed().setup()));
        model = ui.model();
        OnFx.run(() -> {
            overlay = new Overlay();
            var scene = new Scene(new StackPane(new Button("below")), 900, 700);
            overlay.cover(scene);
            files = new Files(ui, overlay, () -> null);
            files.setChooser(new Answers());
        });
    }

    @Test
    void theListingOfTheQuestionIsPastedWithItsClassNames() {
        paste(SEED_LISTING);
        accept();
        var seed = Samples.seed().example(0);
        var pasted = model.document();
        assertEquals(
                List.of("class 1", "class 2", "class 3", "class n"),
                pasted.classes().stream().map(ClassInfo::name).toList());
        for (int c = 0; c < 4; c++) {
            assertTrue(
                    seed.labels().get(c).sameValues(pasted.example(0).labels().get(c)));
            assertEquals(0, pasted.example(0).logits().get(c).get(5), "logits that are missing are zero");
        }
        for (int p = 0; p < 12; p++) {
            assertEquals(seed.series().get(p), pasted.example(0).series().get(p));
        }
        assertNull(model.store().fileProperty().get());
    }

    @Test
    void aFigureIsChosenAndWritten() throws java.io.IOException {
        var file = folder.resolve("figure.svg");
        chosen = file;
        OnFx.run(() -> files.exportFigure());
        OnFx.run(() -> ((TextField) overlay.lookup("#figure-size")).setText("85 cm"));
        OnFx.run(() -> ((Button) overlay.lookup("#accept")).fire());
        assertTrue(overlay.isOpen(), "a wrong size is said, not written");
        assertTrue(((Label) overlay.lookup("#problem")).getText().contains("85 cm"));
        OnFx.run(() -> {
            ((TextField) overlay.lookup("#figure-size")).setText("175x90mm");
            assertEquals("175 × 90 mm", ((Label) overlay.lookup("#figure-measured")).getText());
            ((ToggleButton) overlay.lookup("#format-SVG")).fire();
            ((Button) overlay.lookup("#accept")).fire();
        });
        OnFx.await(() -> java.nio.file.Files.exists(file));
        assertTrue(suggested.endsWith("-stack-175x90mm"), suggested);
        assertTrue(java.nio.file.Files.readString(file).contains("width=\"496.063pt\""));
        OnFx.await(() -> model.jobs().runningProperty().get() == null);
    }

    /// What the window writes is what the command writes from the style that the window keeps.
    @Test
    void aStyleIsKeptAndGivesTheSameBytes() throws Exception {
        var file = folder.resolve("figure.pdf");
        chosen = file;
        OnFx.run(() -> files.exportFigure());
        OnFx.run(() -> {
            ((TextField) overlay.lookup("#figure-text")).setText("9.5");
            ((TextField) overlay.lookup("#loss-top")).setText("none");
            ((Button) overlay.lookup("#accept")).fire();
        });
        assertTrue(((Label) overlay.lookup("#problem")).getText().contains("none"));
        var saved = folder.resolve("style.json");
        OnFx.run(() -> {
            ((TextField) overlay.lookup("#loss-top")).setText("3");
            ((CheckBox) overlay.lookup("#part-axes")).setSelected(false);
            chosen = saved;
            ((Button) overlay.lookup("#style-save")).fire();
            chosen = file;
            ((Button) overlay.lookup("#accept")).fire();
        });
        OnFx.await(() -> java.nio.file.Files.exists(file));
        OnFx.await(() -> model.jobs().runningProperty().get() == null);
        var style = StyleFile.read(saved);
        assertEquals(
                style, StyleFile.style(model.preferences().figureStyleProperty().get()));
        assertEquals(9.5, style.text());
        assertEquals(Set.of(Part.AXES), style.without());
        var input = FigureInput.of(
                new LossEngine().evaluate(model.document(), null),
                ui.texts().stringsProperty().getValue());
        var again = folder.resolve("again.pdf");
        FigureFile.write(Figure.of(FigureKind.STACK, input, style), again);
        assertArrayEquals(java.nio.file.Files.readAllBytes(again), java.nio.file.Files.readAllBytes(file));
    }

    @Test
    void axesCanBeChangedBeforeAnythingIsOpened() {
        paste("a = [[0, 1, 1], [1, 0, 0]]");
        OnFx.await(overlay::isOpen);
        var before = model.document();
        OnFx.await(this::isAcceptable);
        assertTrue(shape().contains("[2, 3]") || shape().contains("[3, 2]"), shape());
        var first = shape();
        int labels = 0;
        OnFx.run(() -> {
            var strip = overlay.lookup("#axis-" + labels + "-0");
            var other = strip.lookupAll(".segment").stream()
                    .map(ButtonBase.class::cast)
                    .filter(b -> !((ToggleButton) b).isSelected())
                    .filter(b -> !b.getText().equals(ui.texts().now("import.axis.b")))
                    .findFirst()
                    .orElseThrow();
            other.fire();
        });
        OnFx.await(() -> isAcceptable() && !shape().equals(first));
        assertSame(before, model.document());
        OnFx.run(() -> ((Button) overlay.lookup("#cancel")).fire());
        assertFalse(overlay.isOpen());
        assertSame(before, model.document());
    }

    @Test
    void textWithoutNumbersIsRefusedInOneSentence() {
        var before = model.document();
        OnFx.run(() -> files.paste("good morning"));
        var notice = awaitNotice();
        assertEquals(Notice.Kind.ERROR, notice.kind());
        assertSame(before, model.document());
        assertFalse(overlay.isOpen());
    }

    @Test
    void aMissingFileIsNamedAndLeavesAll() {
        var before = model.document();
        OnFx.run(() -> files.open(List.of(folder.resolve("missing.npz"))));
        var notice = awaitNotice();
        assertEquals(Notice.Kind.ERROR, notice.kind());
        assertTrue(ui.texts().now(notice.key(), notice.args().toArray()).contains("missing.npz"));
        assertSame(before, model.document());
    }

    @Test
    void aSessionIsSavedAndOpensAtOnce() {
        OnFx.run(() -> model.edit(new Edit.Values(Edit.Target.LOGITS, 1, 2, 3, 0.125)));
        chosen = folder.resolve("work.lossloupe");
        OnFx.run(files::save);
        OnFx.await(() -> !model.store().isEdited());
        assertEquals(chosen, model.store().fileProperty().get());
        assertEquals(
                List.of(List.of(chosen)),
                model.preferences().recentFilesProperty().get());
        OnFx.run(() -> model.open(Samples.seed(), null));
        OnFx.run(() -> files.open(List.of(Objects.requireNonNull(chosen))));
        OnFx.await(() -> model.document().shape().batch() == 2);
        assertEquals(0.125, model.document().example(1).logits().get(2).get(3));
        assertFalse(overlay.isOpen());
        assertFalse(model.store().isEdited());
    }

    @Test
    void openingAsksAboutUnsavedWorkFirst() {
        OnFx.run(() -> model.edit(new Edit.Values(Edit.Target.LOGITS, 1, 2, 3, 0.125)));
        var edited = model.document();
        paste(SEED_LISTING);
        OnFx.await(this::isAcceptable);
        OnFx.run(() -> ((Button) overlay.lookup("#accept")).fire());
        OnFx.await(() -> overlay.top() != null && "unsaved".equals(overlay.top().getId()));
        assertSame(edited, model.document());
        OnFx.run(() -> ((Button) overlay.lookup("#discard")).fire());
        assertEquals(12, model.document().shape().length());
    }

    @Test
    void generatingOpensWhatTheFormSays() {
        OnFx.run(files::generate);
        OnFx.run(() -> ((Button) overlay.lookup("#dummy")).fire());
        OnFx.run(() -> ((TextField) overlay.lookup("#seed")).setText("42"));
        assertTrue(((Label) overlay.lookup("#shape")).getText().contains("[2, 5, 10]"));
        OnFx.run(() -> ((Button) overlay.lookup("#accept")).fire());
        OnFx.await(() -> model.document().name().contains("42"));
    }

    @Test
    void aComplaintAboutShapesOpensTheDoctorAndNoPreview() {
        OnFx.run(() -> files.paste("ValueError: Shapes (2, 4, 12) and (2, 12, 4) are incompatible"));
        assertEquals(Panel.DOCTOR, model.view().panel());
        assertEquals(null, model.noticeProperty().get());
    }

    @Test
    void anErrorWithoutShapesIsToldFromDataInOneSentence() {
        OnFx.run(() -> files.paste("Traceback (most recent call last):\n  File \"a.py\", line 3\nKeyError: 'labels'"));
        assertEquals("notice.noShapes", awaitNotice().key());
        assertFalse(overlay.isOpen());
    }

    private void paste(String text) {
        OnFx.run(() -> files.paste(text));
    }

    private void accept() {
        var before = model.document();
        OnFx.await(() -> model.document() != before || isAcceptable());
        OnFx.run(() -> {
            if (overlay.isOpen()) {
                ((Button) overlay.lookup("#accept")).fire();
            }
        });
    }

    private boolean isAcceptable() {
        return overlay.lookup("#accept") instanceof Button button && !button.isDisabled();
    }

    private String shape() {
        return ((Label) overlay.lookup("#import-shape")).getText();
    }

    private Notice awaitNotice() {
        OnFx.await(() -> model.noticeProperty().get() != null);
        return Objects.requireNonNull(model.noticeProperty().get());
    }

    private final class Answers implements PathChooser {
        @Override
        public List<Path> toOpen(@Nullable Window owner) {
            return chosen == null ? List.of() : List.of(chosen);
        }

        @Override
        public @Nullable Path toSave(@Nullable Window owner, String suggestedName, String extension) {
            suggested = suggestedName;
            return chosen;
        }
    }

    /// The faults that numbers and shapes tell by themselves are said before anything is taken.
    @Test
    void theImportCardHintsAtWhatIsOdd() {
        awaitHints(
                """
                labels = np.array([[0, 255, 0], [255, 0, 0], [0, 0, 255]])
                logits = np.array([[-1.5, 2.5, -1.0], [2.0, -0.5, 1.5], [0.5, 3.25, -2.0]])
                """,
                "Every label is 0 or 255, as in an image mask: divide by 255.\n"
                        + "n = l = 3: a transposed array has the same shape, and no check can notice it.");
        awaitHints("""
                labels = np.array([[0, 1, 0, 0], [1, 0, 1, 1]])
                logits = np.array([[0.125, 0.75, 0.25, 0.5], [0.875, 0.25, 0.75, 0.5]])
                """, "All logits lie in [0, 1] and add up to one at each position: softmax is applied twice.");
        awaitHints("""
                labels = np.array([[0, 1, 0, 0], [1, 0, 1, 1]])
                logits = np.array([[-2.5, 1.75, np.nan, 1.5], [0.875, -2.25, 2.75, 0.5]])
                """, "1 logits are NaN or infinite; the mean over them is not a number to train on.");
    }

    private void awaitHints(String listing, String expected) {
        paste(listing);
        OnFx.await(() -> overlay.lookup("#import-hints") instanceof Label hints
                && hints.getText().equals(expected));
        OnFx.run(() -> ((Button) overlay.lookup("#cancel")).fire());
    }
}
