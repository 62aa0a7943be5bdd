package lossloupe.document;

import java.util.ArrayList;
import java.util.List;
import lossloupe.tensor.DataFormat;

/// Undo and redo as a value: former and later documents, each with the key of the change that made it. Documents share
/// their chunks, so keeping them all costs only what changed, and no inverse of an edit has to be written.
///
/// @param entries from the first document to the newest; the first has the key `edit.opened`
/// @param current index of the document now shown
/// @param stroke id of the gesture that made the current entry; its next edits replace that entry
public record History(List<Entry> entries, int current, long stroke) {
    /// The id that never merges.
    public static final long NO_STROKE = 0;

    /// A document and what led to it.
    public record Entry(Document document, String nameKey) {}

    public History {
        entries = List.copyOf(entries);
    }

    public static History startingAt(Document document) {
        return new History(List.of(new Entry(document.withFittingLosses(), "edit.opened")), 0, NO_STROKE);
    }

    public Document document() {
        return entries.get(current).document();
    }

    /// The history after `edit`. Edits of one stroke (the same id, not [#NO_STROKE], nothing between) are one
    /// entry.
    @SuppressWarnings("ReferenceEquality")
    public History applying(Edit edit, long strokeId) {
        var next = edit.apply(document()).withFittingLosses();
        // Planes are compared by identity: an edit that wrote nothing is no step, and asks nobody for a frame.
        if (next.equals(document())) {
            return this;
        }
        boolean merges = strokeId != NO_STROKE && strokeId == stroke && current == entries.size() - 1;
        var kept = new ArrayList<>(entries.subList(0, merges ? current : current + 1));
        kept.add(new Entry(next, merges ? entries.get(current).nameKey() : edit.nameKey()));
        return new History(kept, kept.size() - 1, strokeId);
    }

    public boolean canUndo() {
        return current > 0;
    }

    public boolean canRedo() {
        return current < entries.size() - 1;
    }

    public History undone() {
        return canUndo() ? at(current - 1) : this;
    }

    public History redone() {
        return canRedo() ? at(current + 1) : this;
    }

    /// The history with another entry current; a stroke ends there.
    public History at(int index) {
        return new History(entries, index, NO_STROKE);
    }

    /// The same history read in another layout: no step of it, so that undo never turns a layout and turning one
    /// never ends redo.
    public History turned(DataFormat format) {
        var all = entries.stream()
                .map(e -> new Entry(e.document().withSetup(e.document().setup().withFormat(format)), e.nameKey()))
                .toList();
        return new History(all, current, NO_STROKE);
    }

    /// Drops what the running stroke made, as Escape does while a button is down.
    public History withoutStroke(long strokeId) {
        if (strokeId == NO_STROKE || strokeId != stroke || current == 0) {
            return this;
        }
        var kept = entries.subList(0, current);
        return new History(kept, kept.size() - 1, NO_STROKE);
    }
}
