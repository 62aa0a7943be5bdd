package lossloupe.app;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import lossloupe.document.Document;
import lossloupe.paint.Ramp;
import org.jspecify.annotations.Nullable;

/// What is seen of the document: not part of it, and not undone with it.
///
/// @param example index of the example shown
/// @param shown the tracks that are open
/// @param sizes relative heights (channels_first) or widths (channels_last) that a person gave tracks; 1 where absent
/// @param ramp colours of the losses
/// @param panel what the drawer shows; null while it is shut
public record ViewState(
        int example,
        Selection selection,
        Viewport viewport,
        Set<Track> shown,
        Map<Track, Double> sizes,
        Ramp ramp,
        @Nullable Panel panel) {
    public ViewState {
        shown = Collections.unmodifiableSet(shown.isEmpty() ? EnumSet.noneOf(Track.class) : EnumSet.copyOf(shown));
        sizes = Map.copyOf(sizes);
    }

    /// The calm set of tracks, with weights where there are some and without a series where there is none, all
    /// positions, and the cell that the drawing selects where there is one.
    public static ViewState opening(Document document) {
        var shown = EnumSet.noneOf(Track.class);
        for (var track : Track.values()) {
            if ((track.shownAtFirst() && (track != Track.SERIES || document.hasSeries()))
                    || (track == Track.WEIGHTS && !document.weights().isNone())) {
                shown.add(track);
            }
        }
        var shape = document.shape();
        var selection = Selection.cell(1, 7).within(shape);
        return new ViewState(0, selection, Viewport.all(shape.length()), shown, Map.of(), Ramp.ROCKET, null);
    }

    public ViewState withExample(int index) {
        return new ViewState(index, selection, viewport, shown, sizes, ramp, panel);
    }

    /// The same view moved to where a selection in an example is seen.
    public ViewState at(int index, Selection next) {
        return new ViewState(index, next, viewport.showing(next.span()), shown, sizes, ramp, panel);
    }

    public ViewState withSelection(Selection newSelection) {
        return new ViewState(example, newSelection, viewport, shown, sizes, ramp, panel);
    }

    public ViewState withViewport(Viewport newViewport) {
        return new ViewState(example, selection, newViewport, shown, sizes, ramp, panel);
    }

    public ViewState withRamp(Ramp newRamp) {
        return new ViewState(example, selection, viewport, shown, sizes, newRamp, panel);
    }

    public ViewState withSize(Track track, double size) {
        var copy = new EnumMap<Track, Double>(Track.class);
        copy.putAll(sizes);
        copy.put(track, size);
        return new ViewState(example, selection, viewport, shown, copy, ramp, panel);
    }

    /// Opens a closed track or closes an open one.
    public ViewState toggled(Track track) {
        var copy = EnumSet.noneOf(Track.class);
        copy.addAll(shown);
        if (!copy.remove(track)) {
            copy.add(track);
        }
        return new ViewState(example, selection, viewport, copy, sizes, ramp, panel);
    }

    /// With a track in sight, open or not before.
    public ViewState opened(Track track) {
        return shown.contains(track) ? this : toggled(track);
    }

    /// With weights in sight where there are some, and without where there are none.
    public ViewState seeingWeights(Document document) {
        return shown.contains(Track.WEIGHTS) == document.weights().isNone() ? toggled(Track.WEIGHTS) : this;
    }

    /// Opens the drawer on a panel, or shuts it.
    public ViewState withPanel(@Nullable Panel next) {
        return new ViewState(example, selection, viewport, shown, sizes, ramp, next);
    }

    public double size(Track track) {
        return sizes.getOrDefault(track, 1.0);
    }

    /// The nearest state that fits a document of another shape.
    public ViewState fitting(Document document) {
        var shape = document.shape();
        return new ViewState(
                Math.min(example, shape.batch() - 1),
                selection.within(shape),
                viewport.resized(shape.length()),
                shown,
                sizes,
                ramp,
                panel);
    }
}
