package lossloupe.compute;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import lossloupe.document.Document;
import lossloupe.kernel.WarmUp;
import org.jspecify.annotations.Nullable;

/// Evaluates documents, each from the one before: every chunk whose inputs are still the same objects is taken over, so
/// that an incremental result *is* the full one. Used by one thread at a time.
public final class LossEngine {
    /// Chunks between two looks at whether the pass is still wanted.
    private static final int STRIDE = 16;

    /// Begun but not finished: its finished chunks serve the next call.
    private @Nullable Evaluation unfinished;

    /// Lets the JVM compile the loops over numbers before somebody waits for them; takes seconds, mostly asleep.
    public static void warmUp() {
        WarmUp.run();
    }

    /// Evaluates without weights and without being cancelled.
    public Evaluation evaluate(Document document, @Nullable Evaluation previous) {
        return evaluate(document, previous, Pass.PLAIN);
    }

    /// Evaluates a document.
    ///
    /// @param previous an evaluation of a similar document, as before an edit
    /// @throws CancellationException when the pass says so; what was finished is kept for the next call
    /// @throws IllegalArgumentException if the document's setup names a loss or parameter that does not exist
    public Evaluation evaluate(Document document, @Nullable Evaluation previous, Pass pass) {
        var begun = unfinished;
        var evaluation = new Evaluation(document, pass.weights(), present(begun, previous));
        unfinished = evaluation;
        // What comes from a finished evaluation is finished.
        finish(begun == null ? open(evaluation, Cells::fresh) : open(evaluation, Cells::all), pass);
        unfinished = null;
        return evaluation;
    }

    /// Computes what an evaluation still lacks; where another thread does too, each does what the other has not.
    ///
    /// @throws CancellationException when the pass says so; what was finished stays
    public static void complete(Evaluation evaluation, Pass pass) {
        finish(open(evaluation, Cells::all), pass);
    }

    /// Lets the next call take over from an evaluation that somebody else has begun, finished or not.
    public void takeUp(Evaluation begun) {
        unfinished = begun;
    }

    private static List<Evaluation> present(@Nullable Evaluation... evaluations) {
        var present = new ArrayList<Evaluation>();
        for (var evaluation : evaluations) {
            if (evaluation != null) {
                present.add(evaluation);
            }
        }
        return present;
    }

    private static List<Cell<?>> open(Evaluation evaluation, Function<Cells<?>, List<? extends Cell<?>>> which) {
        var open = new ArrayList<Cell<?>>();
        for (var cells : evaluation.steps()) {
            for (var cell : which.apply(cells)) {
                if (!cell.isDone()) {
                    open.add(cell);
                }
            }
        }
        return open;
    }

    private static void finish(List<Cell<?>> open, Pass pass) {
        for (int from = 0; from < open.size(); from += STRIDE) {
            if (pass.isCancelled().getAsBoolean()) {
                throw new CancellationException("superseded");
            }
            pass.progress().accept((double) from / open.size());
            compute(open.subList(from, Math.min(open.size(), from + STRIDE)), pass.threads());
        }
        pass.progress().accept(1);
    }

    private static void compute(List<Cell<?>> cells, Pass.Threads threads) {
        if (threads == Pass.Threads.ALL && cells.size() > 1) {
            cells.parallelStream().forEach(Cell::get);
        } else {
            cells.forEach(Cell::get);
        }
    }
}
