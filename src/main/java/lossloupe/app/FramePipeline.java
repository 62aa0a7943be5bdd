package lossloupe.app;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import lossloupe.compute.Evaluation;
import lossloupe.compute.LossEngine;
import lossloupe.document.Document;
import lossloupe.paint.GridPainter;
import org.jspecify.annotations.Nullable;

/// From a document to a frame, on the worker: evaluate what changed, then paint the grids that are seen.
public final class FramePipeline {
    /// What a frame is asked for.
    ///
    /// @param number counts requests, so that it can be told when the newest has been answered
    /// @param surfaces where the visible grids want to be painted
    public record Request(
            long number, long revision, Document document, ViewState view, Map<Track, Surface> surfaces) {
        public Request {
            surfaces = Map.copyOf(surfaces);
        }
    }

    private final LossEngine engine = new LossEngine();
    private final LatestWorker<Request> worker;
    private final Consumer<Frame> publish;
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

    public void close() {
        worker.close();
    }

    private void compute(Request request) {
        try {
            publish.accept(frame(request));
        } catch (CancellationException superseded) {
            // A newer request waits; what was finished stays with the engine.
        }
    }

    /// The frame for a request, computed on the calling thread.
    public Frame frame(Request request) {
        var evaluation = engine.evaluate(request.document(), last);
        last = evaluation;
        var scales = Scales.of(evaluation, request.view());
        var pictures = new EnumMap<Track, Frame.Picture>(Track.class);
        request.surfaces().forEach((track, surface) -> {
            if (!surface.grid().hasCells() || track == Track.OVERVIEW) {
                pictures.put(track, picture(track, surface, evaluation, request.view(), scales));
            }
        });
        var frame = new Frame(request.number(), request.revision(), evaluation, request.view(), scales, pictures);
        lastFrame = frame;
        return frame;
    }

    private Frame.Picture picture(
            Track track, Surface surface, Evaluation evaluation, ViewState view, Scales scales) {
        var known = lastFrame == null ? null : lastFrame.picture(track);
        if (known != null && known.surface().equals(surface) && isSame(track, evaluation, view, scales)) {
            return known;
        }
        var colors =
                scales.colors(track, surface.palette(), view.ramp(), evaluation.document().classes());
        var field = Scales.field(track, evaluation);
        return new Frame.Picture(
                surface, GridPainter.paint(field, view.example(), surface.grid(), colors, surface.scale()));
    }

    private boolean isSame(Track track, Evaluation evaluation, ViewState view, Scales scales) {
        var before = lastFrame;
        return before != null
                && before.scales().equals(scales)
                && before.view().example() == view.example()
                && before.view().ramp() == view.ramp()
                && before.evaluation().document().classes().equals(evaluation.document().classes())
                && Scales.field(track, before.evaluation()).sharesAll(Scales.field(track, evaluation), view.example());
    }
}
