package lossloupe.view.dialog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lossloupe.app.Foresight;
import lossloupe.compute.Evaluation;
import lossloupe.compute.LossEngine;
import lossloupe.compute.Pass;
import lossloupe.doctor.Doctor;
import lossloupe.doctor.Patient;
import lossloupe.document.Samples;
import lossloupe.io.MemoryOrder;
import lossloupe.io.NpzWriter;
import lossloupe.io.NumpyType;

/// Goes the way of a file that is opened, from reading to check-up, with one that nobody needs, so that the JVM has
/// compiled it: the first large file need not wait for that.
public final class Rehearsal {
    private static final int[] SHAPE = {8, 25_000};
    private static final int ROUNDS = 6;
    private static final long PAUSE_MILLIS = 100;

    private Rehearsal() {}

    /// Takes some seconds, with pauses; ends early when the thread is interrupted.
    public static void run() {
        try {
            var file = Files.createTempFile("lossloupe", ".npz");
            file.toFile().deleteOnExit(); // a window may be closed meanwhile
            try {
                write(file);
                for (int round = 0; round < ROUNDS; round++) {
                    open(file);
                    Thread.sleep(PAUSE_MILLIS);
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

    static void open(Path file) throws Exception {
        var plan = Reading.plan(List.of(file), null);
        var evaluation = Evaluation.onDemand(plan.toDocument(Samples.seed().setup()));
        LossEngine.complete(evaluation, Pass.PLAIN);
        Foresight.of(evaluation);
        Doctor.examine(new Patient(evaluation, Patient.Expect.AS_CHOSEN));
    }
}
