package lossloupe.app;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import lossloupe.compute.Evaluation;
import lossloupe.compute.Field;
import lossloupe.compute.LossEngine;
import lossloupe.document.ClassInfo;
import lossloupe.document.Document;
import lossloupe.paint.GridGeometry;
import lossloupe.paint.GridPainter;
import lossloupe.tensor.Chunk;
import lossloupe.tensor.Span;
import org.jspecify.annotations.Nullable;

/// From a document to a frame, on the worker: evaluate what changed, then paint the grids that are seen.
public final class FramePipeline {
    /// What a frame is asked for.
    ///
    /// @param number counts requests, so that it can be told when the newest has been answered
    /// @param surfaces where the visible grids want to be painted
    /// @param isSteady whether colours keep the scales they have, as while a logit is dragged: a scale that grows
    /// would change every cell, when one did
    public record Request(
            long number,
            long revision,
            Document document,
            ViewState view,
            Map<Track, Surface> surfaces,
            boolean isSteady) {
        public Request {
            surfaces = Map.copyOf(surfaces);
        }
    }

    /// What somebody else has begun, of a document that comes after a revision.
    private record Begun(Evaluation evaluation, long revision) {}

    private final LossEngine engine = new LossEngine();
    private final LatestWorker<Request> worker;
    private final Consumer<Frame> publish;
    private final AtomicReference<@Nullable Begun> begun = new AtomicReference<>();
    private @Nullable Evaluation last;
    private @Nullable Frame lastFrame;

    /// @param publish called on the worker with each frame
    public FramePipeline(Consumer<Frame> publish) {
        this.publish = publish;
        this.worker = new LatestWorker<>("frames", this::compute);
    }

    public void submit(Request request) {
        worker.submit(request);
    }

    /// Lets the first frame after `revision` take over from an evaluation that somebody else has begun.
    public void takeUp(Evaluation evaluation, long revision) {
        begun.set(new Begun(evaluation, revision));
    }

    public void close() {
        worker.close();
    }

    private void compute(Request request) {
        publish.accept(frame(request));
    }

    /// The frame for a request, computed on the calling thread.
    public Frame frame(Request request) {
        var other = begun.get();
        if (other != null && request.revision() > other.revision && begun.compareAndSet(other, null)) {
            engine.takeUp(other.evaluation);
        }
        var evaluation = engine.evaluate(request.document(), last);
        last = evaluation;
        Foresight.of(evaluation, request.view().example());
        var scales = scales(request, evaluation);
        var frame = new Frame(
                request.number(),
                request.revision(),
                evaluation,
                request.view(),
                scales,
                pictures(request, evaluation, scales));
        lastFrame = frame;
        return frame;
    }

    /// Pictures of what has no cells to be drawn one by one. While a logit is dragged a few pixels of each change,
    /// which other threads would not make sooner.
    private Map<Track, Frame.Picture> pictures(Request request, Evaluation evaluation, Scales scales) {
        var painted = request.surfaces().entrySet().stream()
                .filter(s -> !s.getValue().grid().hasCells() || s.getKey() == Track.OVERVIEW);
        return (request.isSteady() ? painted : painted.parallel())
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        s -> picture(s.getKey(), s.getValue(), evaluation, request.view(), scales),
                        (one, other) -> one,
                        () -> new EnumMap<>(Track.class)));
    }

    private Scales scales(Request request, Evaluation evaluation) {
        var before = lastFrame;
        if (before != null && request.isSteady()) {
            var document = before.evaluation().document();
            if (document.setup().equals(request.document().setup())
                    && document.shape().equals(request.document().shape())) {
                return before.scales();
            }
        }
        return Scales.of(evaluation, request.view());
    }

    /// A picture as it was where nothing of it changed, painted anew only where chunks did while surface and
    /// colours are the same.
    private Frame.Picture picture(Track track, Surface surface, Evaluation evaluation, ViewState view, Scales scales) {
        var classes = evaluation.document().classes();
        var colors = scales.colors(track, surface.palette(), view.ramp(), classes);
        var field = Scales.field(track, evaluation);
        var grid = surface.grid();
        var before = lastFrame;
        var known = before == null ? null : before.picture(track);
        if (before == null
                || known == null
                || !known.surface().equals(surface)
                || !isColouredAlike(before, scales, view, classes)) {
            return new Frame.Picture(surface, GridPainter.paint(field, view.example(), grid, colors, surface.scale()));
        }
        var changed = changed(Scales.field(track, before.evaluation()), field, view.example(), grid);
        if (changed.isEmpty()) {
            return known;
        }
        return new Frame.Picture(
                surface,
                GridPainter.repaint(known.pixels(), changed, field, view.example(), grid, colors, surface.scale()));
    }

    private static boolean isColouredAlike(Frame before, Scales scales, ViewState view, List<ClassInfo> classes) {
        return before.scales().equals(scales)
                && before.view().example() == view.example()
                && before.view().ramp() == view.ramp()
                && before.evaluation().document().classes().equals(classes);
    }

    /// The visible stretches whose numbers are not those of before. Only what comes from other objects is compared.
    private static List<Span> changed(Field before, Field now, int example, GridGeometry grid) {
        int length = grid.length();
        if (!before.shape().equals(now.shape())) {
            return List.of(new Span(0, length));
        }
        int[] classes = before.classesUnlike(now, example);
        var spans = new ArrayList<Span>();
        for (int k = grid.firstVisible() / Chunk.SIZE; k * Chunk.SIZE < grid.lastVisible(); k++) {
            int from = Chunk.SIZE;
            int to = 0;
            for (int c : classes) {
                if (before.source(example, c, k) != now.source(example, c, k)) {
                    var differing = before.chunk(example, c, k).differing(now.chunk(example, c, k));
                    from = differing.length() == 0 ? from : Math.min(from, differing.from());
                    to = Math.max(to, differing.to());
                }
            }
            if (from < to) {
                spans.add(new Span(k * Chunk.SIZE + from, k * Chunk.SIZE + to));
            }
        }
        return spans;
    }
}
