package lossloupe.app;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import lossloupe.compute.Evaluation;
import lossloupe.document.ClassInfo;
import lossloupe.document.Document;
import lossloupe.document.Edit;
import lossloupe.io.JournalState;
import lossloupe.paint.GridGeometry;
import lossloupe.tensor.DataFormat;
import org.jspecify.annotations.Nullable;

/// Owns the rest and wires it: a change of the document or of the view asks the pipeline for a frame, and the frame
/// comes back as a property. Used on the FX thread alone, though it may be made on another.
public final class AppModel {
    private static final int WIDEST_BRUSH = (1 << 20) - 1;
    private final DocumentStore store;
    private final Preferences preferences;
    private final Jobs jobs = new Jobs();
    private final ReadOnlyObjectWrapper<ViewState> view;
    private final ReadOnlyObjectWrapper<Frame> frame;
    private final ObjectProperty<GridGeometry.@Nullable Hit> hover = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Notice> notice = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<Document> reference;
    private final ReadOnlyIntegerWrapper brush = new ReadOnlyIntegerWrapper(1);
    private final ReadOnlyStringWrapper shapeMessage = new ReadOnlyStringWrapper("");
    private final FramePipeline pipeline;
    private final ReadOnlyObjectWrapper<ViewHistory> views;
    private final List<SurfacePlan> panes = new ArrayList<>();
    private Map<Track, Surface> surfaces = Map.of();
    /// The classes among which the selection stands.
    private List<ClassInfo> classes;

    private long requests;
    private boolean isSteady;

    public AppModel(Document first, Preferences preferences) {
        this.store = new DocumentStore(first);
        this.preferences = preferences;
        this.reference = new ReadOnlyObjectWrapper<>(first);
        this.view = new ReadOnlyObjectWrapper<>(ViewState.opening(first));
        this.classes = first.classes();
        this.views = new ReadOnlyObjectWrapper<>(ViewHistory.startingAt(seen(), System.nanoTime()));
        var door = new FxThread<Frame>(this::show);
        this.pipeline = new FramePipeline(door::show);
        this.frame = new ReadOnlyObjectWrapper<>(pipeline.frame(request()));
        store.documentProperty().subscribe((old, now) -> changed(now));
    }

    public DocumentStore store() {
        return store;
    }

    public Document document() {
        return store.document();
    }

    public Preferences preferences() {
        return preferences;
    }

    public Jobs jobs() {
        return jobs;
    }

    public ReadOnlyObjectProperty<ViewState> viewProperty() {
        return view.getReadOnlyProperty();
    }

    public ViewState view() {
        return view.get();
    }

    /// What is to be shown; never null, and behind the store only while the worker is at work.
    public ReadOnlyObjectProperty<Frame> frameProperty() {
        return frame.getReadOnlyProperty();
    }

    public Frame frame() {
        return frame.get();
    }

    /// The cell under the pointer, or null: the crosshair of every track.
    public ObjectProperty<GridGeometry.@Nullable Hit> hoverProperty() {
        return hover;
    }

    /// How many positions a stroke over labels is wide.
    public ReadOnlyIntegerProperty brushProperty() {
        return brush.getReadOnlyProperty();
    }

    /// Makes the brush as wide as an odd number of positions, at least one.
    public void brush(int positions) {
        brush.set(Math.clamp(positions, 1, WIDEST_BRUSH));
    }

    /// The sentence last said to the person.
    public ObjectProperty<@Nullable Notice> noticeProperty() {
        return notice;
    }

    /// The framework's complaint about shapes that was pasted last; empty where none was.
    public ReadOnlyStringProperty shapeMessageProperty() {
        return shapeMessage.getReadOnlyProperty();
    }

    /// Shows what a complaint about shapes means, in the drawer.
    public void explain(String complaint) {
        look(v -> v.withPanel(Panel.DOCTOR));
        shapeMessage.set("");
        shapeMessage.set(complaint);
    }

    public void say(Notice sentence) {
        notice.set(null);
        notice.set(sentence);
    }

    public void edit(Edit edit) {
        store.apply(edit);
    }

    /// Changes the document so that it is seen: weights bring their track, or take it with them.
    public void editInSight(Edit edit) {
        var before = document().weights();
        edit(edit);
        if (!document().weights().equals(before)) {
            look(v -> v.seeingWeights(document()));
        }
    }

    /// Changes what is seen. An equal state changes nothing.
    public void look(UnaryOperator<ViewState> change) {
        var next = change.apply(view.get()).fitting(store.document());
        if (show(next)) {
            remember();
        }
    }

    private boolean show(ViewState next) {
        boolean isNew = !next.equals(view.get());
        if (isNew) {
            forgetAnswered(next);
            view.set(next);
            pipeline.submit(request());
        }
        return isNew;
    }

    /// Reads everything in another layout; like all that is seen no step of undo.
    public void turn(DataFormat format) {
        store.turn(format);
        remember();
    }

    /// The views that the person has come through.
    public ReadOnlyObjectProperty<ViewHistory> viewHistoryProperty() {
        return views.getReadOnlyProperty();
    }

    /// Shows again what was seen before, or after.
    public void revisit(UnaryOperator<ViewHistory> move) {
        views.set(move.apply(views.get()));
        var entry = views.get().entry();
        store.turn(entry.format());
        show(entry.view().fitting(store.document()));
    }

    private void remember() {
        views.set(views.get().showing(seen(), System.nanoTime()));
    }

    private ViewHistory.Entry seen() {
        return new ViewHistory.Entry(view.get(), store.document().setup().format());
    }

    /// A notice has served once the panel that it points to is open.
    private void forgetAnswered(ViewState next) {
        var said = notice.get();
        if (said != null && said.panel() != null && said.panel() == next.panel()) {
            notice.set(null);
        }
    }

    public void select(Selection selection) {
        look(v -> v.withSelection(selection));
    }

    /// Opens another document in this window; whether unsaved work may go is asked before.
    public void open(Document document, java.nio.file.@Nullable Path sessionFile) {
        begin(document, () -> store.open(document, sessionFile));
    }

    /// Lets the next document to be opened take over what an evaluation of it has computed.
    public void takeUp(Evaluation begun) {
        pipeline.takeUp(begun, store.revision());
    }

    /// Opens what no file holds, as pasted numbers: it is unsaved work from the start.
    public void openUnsaved(Document document) {
        restore(new JournalState(document, null));
    }

    /// Goes on with work that another run of the program left unsaved.
    public void restore(JournalState left) {
        begin(left.document(), () -> store.restore(left.document(), left.file()));
    }

    /// Everything seen so far belongs to another document.
    private void begin(Document document, Runnable stored) {
        view.set(ViewState.opening(document));
        classes = document.classes();
        reference.set(document);
        notice.set(null);
        stored.run();
        views.set(ViewHistory.startingAt(seen(), System.nanoTime()));
    }

    /// Takes over what files now hold; selection, zoom and everything else that is seen stay.
    public void reload(Document fresh) {
        reference.set(store.document());
        store.reload(fresh);
    }

    /// What the document is compared with: as it was opened, or before its files were read again.
    public ReadOnlyObjectProperty<Document> referenceProperty() {
        return reference.getReadOnlyProperty();
    }

    /// Lets a pane say where its grids are to be painted, in each frame from now on.
    public void paintFor(SurfacePlan pane) {
        panes.add(pane);
        repaint();
    }

    /// Asks for a frame if a pane wants its grids painted elsewhere, or in other colours, than it last said.
    public void repaint() {
        if (!plannedSurfaces().equals(surfaces)) {
            pipeline.submit(request());
        }
    }

    /// Keeps the scales of colours as they are until it is let go, whatever numbers come meanwhile.
    public void holdScales(boolean hold) {
        boolean released = isSteady && !hold;
        isSteady = hold;
        if (released) {
            pipeline.submit(request());
        }
    }

    /// Whether the frame answers the newest request: nothing is on its way.
    public boolean isSettled() {
        return frame.get().request() == requests;
    }

    public void close() {
        pipeline.close();
    }

    private void changed(Document now) {
        var seen = view.get();
        if (!classes.equals(now.classes())) {
            seen = seen.withSelection(seen.selection().following(classes, now.classes()));
            classes = now.classes();
        }
        view.set(seen.fitting(now));
        pipeline.submit(request());
    }

    private FramePipeline.Request request() {
        requests++;
        surfaces = plannedSurfaces();
        return new FramePipeline.Request(requests, store.revision(), store.document(), view.get(), surfaces, isSteady);
    }

    private Map<Track, Surface> plannedSurfaces() {
        var planned = new EnumMap<Track, Surface>(Track.class);
        panes.forEach(pane -> planned.putAll(pane.of(store.document(), view.get())));
        return planned;
    }

    private void show(Frame next) {
        frame.set(next);
    }
}
