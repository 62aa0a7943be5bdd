package lossloupe.app;

import java.nio.file.Path;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import lossloupe.document.Document;
import lossloupe.document.Edit;
import lossloupe.document.History;
import lossloupe.tensor.DataFormat;
import org.jspecify.annotations.Nullable;

/// The only holder of «now». Every change of the document passes here, on the FX thread.
public final class DocumentStore {
    private final ReadOnlyObjectWrapper<History> history;
    private final ReadOnlyObjectWrapper<@Nullable Path> file = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Document> document;
    private @Nullable Document saved;
    private long revision;
    private long lastStroke;

    public DocumentStore(Document first) {
        var start = History.startingAt(first);
        history = new ReadOnlyObjectWrapper<>(start);
        document = new ReadOnlyObjectWrapper<>(start.document());
        saved = start.document();
    }

    /// The document now; listeners hear of each change once.
    public ReadOnlyObjectProperty<Document> documentProperty() {
        return document.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<History> historyProperty() {
        return history.getReadOnlyProperty();
    }

    /// The session file that saving writes to, or null.
    public ReadOnlyObjectProperty<@Nullable Path> fileProperty() {
        return file.getReadOnlyProperty();
    }

    public Document document() {
        return document.get();
    }

    /// Grows with every change, undo included.
    public long revision() {
        return revision;
    }

    /// An id for the edits of one gesture, which then undo as one step.
    public long newStroke() {
        lastStroke++;
        return lastStroke;
    }

    public void apply(Edit edit) {
        apply(edit, History.NO_STROKE);
    }

    public void apply(Edit edit, long strokeId) {
        move(history.get().applying(edit, strokeId));
    }

    /// Takes back what a running gesture did.
    public void cancel(long strokeId) {
        move(history.get().withoutStroke(strokeId));
    }

    /// Reads everything in another layout. That is no work: what counts as saved still does.
    public void turn(DataFormat format) {
        if (format == document().setup().format()) {
            return;
        }
        var held = saved;
        saved = held == null ? null : held.withSetup(held.setup().withFormat(format));
        move(history.get().turned(format));
    }

    public void undo() {
        move(history.get().undone());
    }

    public void redo() {
        move(history.get().redone());
    }

    /// Goes to an entry of the history.
    public void goTo(int index) {
        move(history.get().at(index));
    }

    /// Starts over with another document, as opening a file does; its history is empty and it counts as saved.
    public void open(Document opened, @Nullable Path sessionFile) {
        var start = History.startingAt(opened);
        saved = start.document();
        file.set(sessionFile);
        move(start);
    }

    /// Takes over what files now hold, as a step that can be undone.
    public void reload(Document fresh) {
        var next = history.get().applying(new Edit.Replace(fresh, "edit.reloaded"), History.NO_STROKE);
        saved = next.document();
        move(next);
    }

    /// Starts over with work that no file holds, as another run of the program left it.
    public void restore(Document unsaved, @Nullable Path sessionFile) {
        saved = null;
        file.set(sessionFile);
        move(History.startingAt(unsaved));
    }

    /// Says that `written` now stands in `sessionFile`.
    public void markSaved(Document written, Path sessionFile) {
        saved = written;
        file.set(sessionFile);
        history.set(history.get().at(history.get().current()));
    }

    /// Whether there is work that no file holds. A choice made and taken back is none: rows are compared by
    /// identity, so that asking costs nothing.
    public boolean isEdited() {
        return !document.get().equals(saved);
    }

    private void move(History next) {
        if (next == history.get()) {
            return;
        }
        revision++;
        // History comes last: who hears of it, as the title does, sees the document that it leads to.
        document.set(next.document());
        history.set(next);
    }
}
