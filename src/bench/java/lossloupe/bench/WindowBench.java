package lossloupe.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.stage.Stage;
import lossloupe.app.AppModel;
import lossloupe.app.Preferences;
import lossloupe.app.Selection;
import lossloupe.document.Document;
import lossloupe.document.Edit;
import lossloupe.document.LossSetup;
import lossloupe.document.Samples;
import lossloupe.tensor.DType;
import lossloupe.view.AppWindow;
import lossloupe.view.Looks;
import lossloupe.view.Texts;
import lossloupe.view.Toolkit;
import lossloupe.view.Ui;

/// Milliseconds from an edit of one logit to its pixels in the real window, 1440 x 900, n = 8, on the headless platform
/// with software rendering. A drag is imitated: the next edit comes once the picture of the one before is complete. The
/// toolkit runs at full speed (`-Djavafx.animation.fullspeed=true`), so that no waiting for the screen is counted. The
/// first edits after opening, which the JVM is still compiling, have a median of their own.
public final class WindowBench {
    private static final int WARM_UP = 200;
    private static final int EDITS = 600;

    private WindowBench() {}

    /// Prints the table.
    public static void main(String[] args) throws InterruptedException {
        startToolkit();
        System.out.printf(
                "%-12s%12s%12s%12s%14s%14s%n",
                "l (n = 8)", "median ms", "90 % ms", "worst ms", "first " + WARM_UP + " ms", "opened ms");
        for (int length : new int[] {12, 1_000, 100_000, 1_000_000}) {
            measure(length);
        }
        Platform.exit();
    }

    /// Starts JavaFX and waits until it is there.
    static void startToolkit() throws InterruptedException {
        var start = new CountDownLatch(1);
        Toolkit.prepare();
        // Between two measurements no window is open.
        Platform.setImplicitExit(false);
        Platform.startup(start::countDown);
        start.await();
    }

    /// A model with its words and looks, which nothing moves by itself.
    static Ui ui(Document document) {
        var preferences = Preferences.fleeting();
        preferences.motionProperty().set(Preferences.Motion.REDUCED);
        return new Ui(
                new AppModel(document, preferences), new Texts(preferences.localeProperty()), new Looks(preferences));
    }

    static Stage show(AppWindow window) {
        var stage = new Stage();
        stage.setScene(window.scene());
        stage.show();
        return stage;
    }

    private static void measure(int length) throws InterruptedException {
        var document = Samples.random(
                new Samples.Recipe(1, 8, length, -3, 3, 0.3, 1), LossSetup.DEFAULT.withDType(DType.FLOAT64));
        var done = new CountDownLatch(1);
        var drag = new Drag(document, done);
        Platform.runLater(drag::open);
        done.await();
        double[] first = sorted(drag.millis.subList(0, WARM_UP));
        double[] millis = sorted(drag.millis.subList(WARM_UP, WARM_UP + EDITS));
        System.out.printf(
                Locale.ROOT,
                "%-12d%12.2f%12.2f%12.2f%14.2f%14.1f%n",
                length,
                millis[millis.length / 2],
                millis[millis.length * 9 / 10],
                millis[millis.length - 1],
                first[first.length / 2],
                drag.firstMillis);
    }

    private static double[] sorted(List<Double> millis) {
        return millis.stream().mapToDouble(d -> d).sorted().toArray();
    }

    /// One window and one drag in it.
    private static final class Drag extends AnimationTimer {
        private final Document document;
        private final CountDownLatch done;
        private final ArrayList<Double> millis = new ArrayList<>();
        private final Random random = new Random(2);
        private AppModel model;
        private Stage stage;
        private long started;
        private long stroke;
        private int pulsesSinceFrame;
        private double firstMillis;
        private double value;

        Drag(Document document, CountDownLatch done) {
            this.document = document;
            this.done = done;
        }

        void open() {
            long opened = System.nanoTime();
            var ui = ui(document);
            model = ui.model();
            stage = show(AppWindow.whole(ui, 1440, 900));
            firstMillis = (System.nanoTime() - opened) / 1e6;
            model.select(Selection.cell(1, document.shape().length() / 2));
            model.holdScales(true); // as the mouse does while it drags
            stroke = model.store().newStroke();
            start();
        }

        @Override
        public void handle(long now) {
            if (!model.isSettled()) {
                pulsesSinceFrame = 0;
                return;
            }
            // Rendering happens at the end of the pulse that draws the frame (`-Dquantum.multithreaded=false`), so that
            // the
            // second pulse after its arrival begins with its pixels complete.
            pulsesSinceFrame++;
            if (pulsesSinceFrame < 2) {
                return;
            }
            if (started != 0) {
                millis.add((System.nanoTime() - started) / 1e6);
            }
            if (millis.size() == WARM_UP + EDITS) {
                stop();
                stage.close();
                model.close();
                done.countDown();
                return;
            }
            edit();
        }

        private void edit() {
            pulsesSinceFrame = 0;
            value += random.nextGaussian() * 0.1;
            started = System.nanoTime();
            int position = document.shape().length() / 2;
            model.store().apply(new Edit.Values(Edit.Target.LOGITS, 0, 1, position, value), stroke);
        }
    }
}
