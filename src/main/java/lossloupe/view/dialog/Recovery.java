package lossloupe.view.dialog;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Iterator;
import java.util.Optional;
import lossloupe.app.Journal;
import lossloupe.app.Notice;
import lossloupe.app.Orphans;
import lossloupe.io.JournalReader;
import lossloupe.io.JournalState;
import lossloupe.view.Ui;

/// Offers what a former run could not save: restore it, leave it for later, or discard it.
public final class Recovery {
    private final Ui ui;
    private final Overlay overlay;
    private final Journal journal;
    private final Runnable then;

    /// Makes an offer.
    ///
    /// @param then done once everything was answered
    public Recovery(Ui ui, Overlay overlay, Journal journal, Runnable then) {
        this.ui = ui;
        this.overlay = overlay;
        this.journal = journal;
        this.then = then;
    }

    /// Offers the newest journal left in `folder`, and the next where that is not restored.
    public void offer(Path folder) {
        offer(Orphans.in(folder).iterator());
    }

    private void offer(Iterator<Path> left) {
        if (left.hasNext()) {
            var path = left.next();
            ui.model()
                    .jobs()
                    .start(
                            "recover.reading",
                            "",
                            p -> JournalReader.last(path),
                            state -> ask(path, state, left),
                            this::unreadable);
        } else {
            then.run();
        }
    }

    private void ask(Path path, Optional<JournalState> state, Iterator<Path> left) {
        if (state.isEmpty()) {
            discard(path);
            offer(left);
            return;
        }
        var texts = ui.texts();
        var card = new Card("recover", texts.of("recover.title"));
        var name = texts.documentName(state.get().document().name());
        card.sentence(
                texts.stringsProperty().map(s -> s.text("recover.sentence", name, time(Orphans.lastModified(path)))));
        card.other("discard", texts.of("recover.discard"), () -> {
            card.close();
            discard(path);
            offer(left);
        });
        card.cancel(texts.of("recover.later"), () -> offer(left));
        card.accept(texts.of("recover.restore"), () -> {
            card.close();
            ui.model().restore(state.get());
            journal.replacing(path);
            ui.model().say(Notice.info("recover.restored"));
            then.run();
        });
        overlay.show(card);
    }

    private String time(long millis) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(ui.model().preferences().localeProperty().get())
                .format(Instant.ofEpochMilli(millis).atZone(ZoneId.systemDefault()));
    }

    private void discard(Path path) {
        try {
            Orphans.discard(path);
        } catch (IOException e) {
            failed(e);
        }
    }

    private void unreadable(Exception cause) {
        failed(cause);
        then.run();
    }

    private void failed(Exception cause) {
        ui.model().say(Notice.error("recover.failed", String.valueOf(cause.getMessage())));
    }
}
