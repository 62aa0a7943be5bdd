package lossloupe.view.dialog;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import lossloupe.app.AppModel;
import lossloupe.app.LiveFiles;
import lossloupe.app.Notice;
import lossloupe.app.Panel;
import lossloupe.document.Document;
import lossloupe.io.BadFileException;
import lossloupe.io.ImportPlan;
import lossloupe.io.Rereading;
import lossloupe.view.Ui;
import org.jspecify.annotations.Nullable;

/// The window follows its files: what training writes is read again as it was read first and taken over as a step that
/// can be undone. A person's own edits are never replaced unasked: then a notice tells, and a command takes over.
public final class Following {
    private final Ui ui;
    private final AppModel model;
    private final BooleanProperty wanted = new SimpleBooleanProperty(true);
    private final ReadOnlyObjectWrapper<@Nullable Document> waiting = new ReadOnlyObjectWrapper<>();
    private @Nullable LiveFiles files;
    private String name = "";

    Following(Ui ui) {
        this.ui = ui;
        this.model = ui.model();
        model.store().fileProperty().subscribe(session -> {
            if (session != null) {
                stop();
            }
        });
    }

    /// Whether the window follows without being asked.
    public BooleanProperty wantedProperty() {
        return wanted;
    }

    /// What the files now hold where it was not taken over; null while nothing waits.
    public ReadOnlyObjectProperty<@Nullable Document> waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /// Takes over what waits, or says why nothing does.
    public void takeOver() {
        var fresh = waiting.get();
        var now = files;
        if (fresh != null) {
            take(fresh);
        } else if (now == null) {
            model.say(Notice.info("live.none"));
        } else {
            model.say(now.areThere() ? Notice.info("live.same", name) : Notice.error("live.gone", name));
        }
    }

    /// Follows files from now on, in place of others.
    ///
    /// @param task the one of several that was read; null for all
    /// @param plan how they were read
    /// @param opened the document that came of them
    void follow(List<Path> paths, @Nullable String task, ImportPlan plan, Document opened) {
        stop();
        if (!paths.isEmpty()) {
            name = opened.name();
            var reading = Rereading.of(plan);
            var setup = opened.setup();
            files = new LiveFiles(
                    paths,
                    opened,
                    () -> Reading.fitting(reading.on(Reading.plan(paths, task)).toDocument(setup)),
                    this::arrived);
        }
    }

    void stop() {
        if (files != null) {
            files.stop();
            files = null;
        }
        waiting.set(null);
    }

    private void arrived(LiveFiles.Arrival arrival) {
        switch (arrival) {
            case LiveFiles.Arrival.Fresh fresh -> {
                if (wanted.get() && !model.store().isEdited()) {
                    take(fresh.document());
                } else {
                    waiting.set(fresh.document());
                    model.say(Notice.info("live.waits", name));
                }
            }
            case LiveFiles.Arrival.Broken broken -> {
                var sentence = broken.cause() instanceof BadFileException bad
                        ? ui.texts().now(bad.key(), bad.args().toArray())
                        : String.valueOf(broken.cause().getMessage());
                model.say(Notice.error("live.broken", name, sentence));
            }
        }
    }

    /// Numbers are the files'; names, colours, losses and layout stay as the person has them.
    private void take(Document fresh) {
        waiting.set(null);
        var now = model.document();
        var kept = fresh.named(now.name()).withSetup(now.setup());
        if (kept.classes().size() == now.classes().size()) {
            kept = kept.withClasses(now.classes());
        }
        model.reload(kept);
        if (model.view().panel() != Panel.CHANGES) {
            model.say(Notice.info("live.taken", name).opening(Panel.CHANGES));
        }
    }
}
