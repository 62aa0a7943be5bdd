package lossloupe.app;

import java.util.ArrayList;
import java.util.List;
import lossloupe.tensor.DataFormat;

/// Where the person looked before and after, as the pages of a browser: zooms, open tracks, examples, panels and the
/// layout, apart from undo, which takes back work.
///
/// @param entries from the first view to the newest
/// @param current index of the view now shown
/// @param changed when the current view was last changed, in nanoseconds
public record ViewHistory(List<Entry> entries, int current, long changed) {
    /// Changes that follow one another faster are one step: the notches of a wheel, the moves of a drag.
    static final long ONE_STEP = 700_000_000;

    private static final int MOST = 200;

    /// What was seen, and in which layout.
    public record Entry(ViewState view, DataFormat format) {
        /// Whether only another cell is selected.
        boolean differsInSelectionOnly(Entry other) {
            return format == other.format
                    && view.withSelection(other.view.selection()).equals(other.view);
        }
    }

    public ViewHistory {
        entries = List.copyOf(entries);
    }

    static ViewHistory startingAt(Entry first, long now) {
        return new ViewHistory(List.of(first), 0, now - ONE_STEP);
    }

    public Entry entry() {
        return entries.get(current);
    }

    /// The history once `next` is seen, at a time.
    ViewHistory showing(Entry next, long now) {
        if (next.differsInSelectionOnly(entry())) {
            return replaced(next, changed);
        }
        if (now - changed < ONE_STEP && current == entries.size() - 1 && current > 0) {
            return replaced(next, now);
        }
        var kept = new ArrayList<>(entries.subList(Math.max(0, current + 1 - MOST), current + 1));
        kept.add(next);
        return new ViewHistory(kept, kept.size() - 1, now);
    }

    private ViewHistory replaced(Entry next, long now) {
        var kept = new ArrayList<>(entries);
        kept.set(current, next);
        return new ViewHistory(kept, current, now);
    }

    public boolean hasEarlier() {
        return current > 0;
    }

    public boolean hasLater() {
        return current < entries.size() - 1;
    }

    /// The view before, where there is one.
    public ViewHistory earlier() {
        return hasEarlier() ? at(current - 1) : this;
    }

    /// The view after, where one was left.
    public ViewHistory later() {
        return hasLater() ? at(current + 1) : this;
    }

    private ViewHistory at(int index) {
        return new ViewHistory(entries, index, changed - ONE_STEP);
    }
}
