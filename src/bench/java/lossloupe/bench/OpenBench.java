package lossloupe.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import lossloupe.app.FxThread;
import lossloupe.compute.LossEngine;
import lossloupe.document.Samples;
import lossloupe.io.MemoryOrder;
import lossloupe.io.NpzWriter;
import lossloupe.io.NumpyType;
import lossloupe.view.AppWindow;
import lossloupe.view.Ui;
import lossloupe.view.dialog.Rehearsal;

/// Seconds from an npz of 8 x 1,000,000 float32 logits with uint8 labels to its picture in the real window, on the
/// headless platform: first until the card of the import can be accepted, then, accepted at once, until the tracks and
/// scores are drawn. The memory is the most that the process had resident so far; so this runs in a process of its own.
/// As in the window that a person has had before them for some seconds, the vector loops are warm and an opening was
/// rehearsed; and the check-up of what was opened before is over.
public final class OpenBench {
    private static final int CLASSES = 8;
    private static final int LENGTH = 1_000_000;
    private static final int RUNS = 7;

    /// Between two openings.
    private static final double REST_SECONDS = 2;

    private OpenBench() {}

    /// Prints the table.
    public static void main(String[] args) throws Exception {
        var file = Files.createTempFile("lossloupe", ".npz");
        try {
            write(file);
            WindowBench.startToolkit();
            System.out.println("\nOpening an npz in the real window, headless");
            System.out.printf("%-12s%14s%12s%12s%16s%n", "run", "acceptable s", "drawn s", "in all s", "most resident");
            var done = new CountDownLatch(1);
            Platform.runLater(new Openings(file, done)::begin);
            done.await();
            Platform.exit();
        } finally {
            Files.delete(file);
        }
    }

    /// One window in which the file is opened time and again.
    private static final class Openings extends AnimationTimer {
        private final Path file;
        private final CountDownLatch done;
        private Stage stage;
        private Ui ui;
        private AppWindow window;
        private int run;

        /// The opening, or the rest between two.
        private long started = System.nanoTime();

        private boolean isResting = true;
        private double acceptable;
        private int restingPulses;

        Openings(Path file, CountDownLatch done) {
            this.file = file;
            this.done = done;
        }

        void begin() {
            ui = WindowBench.ui(Samples.seed());
            window = AppWindow.whole(ui, 1440, 900);
            stage = WindowBench.show(window);
            Thread.ofPlatform().daemon().name("warm-up").start(() -> {
                LossEngine.warmUp();
                Rehearsal.run(ui, window.scene());
                FxThread.run(() -> {
                    started = System.nanoTime();
                    start();
                });
            });
        }

        @Override
        public void handle(long now) {
            if (isResting) {
                if (seconds() > REST_SECONDS) {
                    next();
                }
            } else if (acceptable == 0) {
                accept(window.scene().getRoot()).filter(b -> !b.isDisabled()).ifPresent(button -> {
                    acceptable = seconds();
                    button.fire();
                });
            } else if (isDrawn()) {
                print(seconds());
                isResting = true;
                started = System.nanoTime();
            }
        }

        /// Looked for by hand: `lookup` parses its selector anew for each node that it passes, which would be
        /// measured.
        private static Optional<Button> accept(Parent in) {
            for (var child : in.getChildrenUnmodifiable()) {
                if (child instanceof Button button && "accept".equals(button.getId())) {
                    return Optional.of(button);
                }
                var below = child instanceof Parent parent ? accept(parent) : Optional.<Button>empty();
                if (below.isPresent()) {
                    return below;
                }
            }
            return Optional.empty();
        }

        private void next() {
            if (run == RUNS) {
                stop();
                stage.close();
                ui.model().close();
                done.countDown();
                return;
            }
            run++;
            isResting = false;
            restingPulses = 0;
            acceptable = 0;
            started = System.nanoTime();
            window.actions().open(List.of(file));
        }

        /// Whether the newest frame has been drawn: the pulse after the one that shows it is over.
        private boolean isDrawn() {
            restingPulses = ui.model().isSettled() ? restingPulses + 1 : 0;
            return restingPulses > 2;
        }

        private double seconds() {
            return (System.nanoTime() - started) / 1e9;
        }

        private void print(double drawn) {
            System.out.printf(
                    Locale.ROOT,
                    "%-12s%14.2f%12.2f%12.2f%13d MB%n",
                    run,
                    acceptable,
                    drawn - acceptable,
                    drawn,
                    mostResidentMegabytes());
        }
    }

    private static void write(Path file) throws IOException {
        try (var npz = new NpzWriter(Files.newOutputStream(file), NpzWriter.Packing.STORED)) {
            int[] shape = {CLASSES, LENGTH};
            npz.array("logits", NumpyType.FLOAT32, MemoryOrder.C, shape, OpenBench::logit);
            npz.array("labels", NumpyType.UINT8, MemoryOrder.C, shape, i -> logit(i) > 2 ? 1 : 0);
        }
    }

    /// Evenly between -3 and 3, without an array that would count as memory.
    private static double logit(int i) {
        return 6 * (i * 0.618033988749895 % 1) - 3;
    }

    /// As Linux counts it; 0 elsewhere.
    private static long mostResidentMegabytes() {
        var status = Path.of("/proc/self/status");
        try {
            return Files.readAllLines(status).stream()
                            .filter(l -> l.startsWith("VmHWM"))
                            .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")))
                            .findFirst()
                            .orElse(0)
                    / 1024;
        } catch (IOException elsewhere) {
            return 0;
        }
    }
}
