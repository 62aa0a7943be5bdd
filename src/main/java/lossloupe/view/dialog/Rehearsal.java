package lossloupe.view.dialog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Scene;
import lossloupe.app.Foresight;
import lossloupe.app.FramePipeline;
import lossloupe.app.FxThread;
import lossloupe.app.Surface;
import lossloupe.app.Track;
import lossloupe.app.ViewState;
import lossloupe.compute.Evaluation;
import lossloupe.compute.LossEngine;
import lossloupe.compute.Pass;
import lossloupe.doctor.Doctor;
import lossloupe.doctor.Patient;
import lossloupe.document.Samples;
import lossloupe.io.MemoryOrder;
import lossloupe.io.NpzWriter;
import lossloupe.io.NumpyType;
import lossloupe.paint.GridGeometry;
import lossloupe.paint.Palette;
import lossloupe.view.Ui;

/// Goes the way of a file that is opened, from reading to check-up, with one that nobody needs, so that the JVM has
/// compiled it: the first large file need not wait for that.
public final class Rehearsal {
    private static final int[] SHAPE = {8, 25_000};

    /// Few pixels for many positions, as in the picture of a long row.
    private static final double PICTURE_WIDTH = 120;

    private static final double PICTURE_HEIGHT = 120;
    private static final int ROUNDS = 6;
    private static final long PAUSE_MILLIS = 100;

    private Rehearsal() {}

    /// Takes some seconds, with pauses; ends early when the thread is interrupted.
    ///
    /// @param scene of the window, for its style sheets
    public static void run(Ui ui, Scene scene) {
        try {
            var file = Files.createTempFile("lossloupe", ".npz");
            file.toFile().deleteOnExit(); // a window may be closed meanwhile
            try {
                write(file);
                for (int round = 0; round < ROUNDS; round++) {
                    open(file);
                    Thread.sleep(PAUSE_MILLIS);
                }
                if (Reading.quietly(List.of(file), null) instanceof Reading.Arrays arrays) {
                    FxThread.run(() -> Idle.run(scene, () -> ask(ui, scene, arrays)));
                }
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (Exception e) {
            // The first file that matters will say what is wrong; and whoever interrupts wants no more of this.
        }
    }

    static void write(Path file) throws IOException {
        try (var npz = new NpzWriter(Files.newOutputStream(file), NpzWriter.Packing.STORED)) {
            npz.array("logits", NumpyType.FLOAT32, MemoryOrder.C, SHAPE, Rehearsal::logit);
            npz.array("labels", NumpyType.UINT8, MemoryOrder.C, SHAPE, i -> logit(i) > 4 ? 1 : 0);
        }
    }

    private static double logit(int i) {
        return i * 31 % 97 / 8.0 - 6;
    }

    /// Lays the card of the import out where nobody sees it. The window stands still for that, a tenth of a second
    /// or three on a slow machine, so a person must be resting.
    private static void ask(Ui ui, Scene scene, Reading.Arrays arrays) {
        var overlay = new Overlay();
        var unseen = new Scene(overlay, scene.getWidth(), scene.getHeight());
        unseen.getStylesheets().setAll(scene.getStylesheets());
        overlay.getStyleClass().addAll(scene.getRoot().getStyleClass());
        var card = new ImportDialog(ui, arrays, task -> {}).card((evaluation, plan) -> {});
        overlay.show(card);
        card.cancel();
    }

    /// As the window would be shown it.
    private static void show(Evaluation evaluation) {
        var document = evaluation.document();
        var grid = new GridGeometry(
                document.setup().format(), SHAPE[0], SHAPE[1], 0, SHAPE[1], PICTURE_WIDTH, PICTURE_HEIGHT);
        var surfaces = Stream.of(Track.LABELS, Track.LOGITS, Track.LOSS_A, Track.LOSS_B)
                .collect(Collectors.toMap(t -> t, t -> new Surface(grid, Palette.LIGHT, 1)));
        var pipeline = new FramePipeline(frame -> {});
        pipeline.takeUp(evaluation, -1);
        pipeline.frame(new FramePipeline.Request(0, 0, document, ViewState.opening(document), surfaces, false));
        pipeline.close();
    }

    static void open(Path file) throws Exception {
        var plan = Reading.plan(List.of(file), null);
        var evaluation = Evaluation.onDemand(plan.toDocument(Samples.seed().setup()));
        LossEngine.complete(evaluation, Pass.PLAIN);
        Foresight.of(evaluation, 0);
        show(evaluation);
        Doctor.examine(new Patient(evaluation, Patient.Expect.AS_CHOSEN));
    }
}
