package lossloupe.view.dialog;

import java.nio.file.Path;
import java.util.function.BiFunction;
import lossloupe.app.Notice;
import lossloupe.export.data.DataFile;
import lossloupe.view.Ui;
import org.jspecify.annotations.Nullable;

/// The road of numbers out: asked for in a card, written on a job.
final class DataOut {
    private final Ui ui;
    private final Overlay overlay;

    DataOut(Ui ui, Overlay overlay) {
        this.ui = ui;
        this.overlay = overlay;
    }

    /// @param toSave asks for a file by a suggested name and an ending; null where the person thought better of it
    void ask(String suggested, BiFunction<String, String, @Nullable Path> toSave) {
        var dialog = new DataDialog(ui, ui.model().frame().evaluation());
        overlay.show(dialog.card((request, ending) -> {
            var file = toSave.apply(suggested, ending);
            if (file != null) {
                Saving.start(
                        ui.model(),
                        file,
                        f -> DataFile.write(request, f),
                        () -> {},
                        e -> ui.model().say(Notice.failed(e)));
            }
        }));
    }
}
