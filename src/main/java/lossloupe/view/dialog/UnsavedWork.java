package lossloupe.view.dialog;

import lossloupe.view.Ui;

/// Asks before work that no file holds would be lost.
final class UnsavedWork {
    /// Saves, and goes on only once the file is written.
    interface Saver {
        void save(Runnable then);
    }

    private static final String ID = "unsaved";

    private final Ui ui;
    private final Overlay overlay;
    private final Saver saver;

    UnsavedWork(Ui ui, Overlay overlay, Saver saver) {
        this.ui = ui;
        this.overlay = overlay;
        this.saver = saver;
    }

    /// Goes on at once where nothing can be lost; else asks, once: save and go on, go on without, or stay.
    void guard(Runnable proceed) {
        if (!ui.model().store().isEdited()) {
            proceed.run();
            return;
        }
        var open = overlay.top();
        if (open != null && ID.equals(open.getId())) {
            return;
        }
        var texts = ui.texts();
        var card = new Card(ID, texts.of("ask.unsaved.title"));
        card.sentence(texts.stringsProperty().map(s -> s.text("ask.unsaved.sentence", ui.title())));
        card.other("discard", texts.of("ask.unsaved.discard"), () -> {
            card.close();
            proceed.run();
        });
        card.cancel(texts.of("ask.cancel"), () -> {});
        card.accept(texts.of("ask.unsaved.save"), () -> {
            card.close();
            saver.save(proceed);
        });
        overlay.show(card);
    }
}
