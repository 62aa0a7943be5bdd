package lossloupe.view.action;

import static javafx.scene.input.KeyCode.COMMA;
import static javafx.scene.input.KeyCode.E;
import static javafx.scene.input.KeyCode.F5;
import static javafx.scene.input.KeyCode.N;
import static javafx.scene.input.KeyCode.O;
import static javafx.scene.input.KeyCode.Q;
import static javafx.scene.input.KeyCode.S;
import static javafx.scene.input.KeyCode.T;
import static javafx.scene.input.KeyCode.V;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import lossloupe.export.data.ReducedTable;
import lossloupe.view.Ui;
import lossloupe.view.dialog.Files;
import lossloupe.view.dialog.Overlay;
import lossloupe.view.dialog.SettingsDialog;

/// What goes into the program and out of it.
final class FileActions {
    private FileActions() {}

    static List<Action> of(Ui ui, Files files, Overlay overlay, Hooks hooks) {
        var pictures = new Exports(ui, hooks);
        return List.of(
                Action.of("new", Group.FILE, files::generate).keys(Keys.shortcut(N)),
                Action.of("open", Group.FILE, files::choose).keys(Keys.shortcut(O)),
                Action.of("reopen", Group.FILE, files::reopen)
                        .keys(Keys.shortcutShift(T))
                        .when(files.hasRecent()),
                Action.of("takeOver", Group.FILE, files.following()::takeOver).keys(Keys.plain(F5)),
                Action.of("follow", Group.FILE, () -> toggle(files.following().wantedProperty()))
                        .checked(files.following().wantedProperty()),
                Action.of("paste", Group.FILE, files::paste).keys(Keys.shortcut(V)),
                Action.of("save", Group.FILE, files::save).keys(Keys.shortcut(S)),
                Action.of("saveAs", Group.FILE, files::saveAs).keys(Keys.shortcutShift(S)),
                Action.of("exportFigure", Group.EXPORT, files::exportFigure).keys(Keys.shortcut(E)),
                Action.of("copyCode", Group.EXPORT, files::copyCode),
                Action.of("exportData", Group.EXPORT, files::exportData).keys(Keys.shortcutShift(E)),
                Action.of("copyPicture", Group.EXPORT, pictures::copyPicture),
                Action.of("savePicture", Group.EXPORT, pictures::savePicture),
                Action.of("copyValues", Group.EXPORT, () -> pictures.copyValues(ReducedTable.TSV)),
                Action.of("copyMarkdown", Group.EXPORT, () -> pictures.copyValues(ReducedTable.MARKDOWN)),
                Action.of("copyLatex", Group.EXPORT, () -> pictures.copyValues(ReducedTable.LATEX)),
                Action.of("settings", Group.WINDOW, () -> overlay.show(SettingsDialog.card(ui)))
                        .keys(Keys.shortcut(COMMA)),
                Action.of("quit", Group.WINDOW, () -> {
                            var stage = hooks.stage();
                            if (stage != null) {
                                files.guard(stage::close);
                            }
                        })
                        .keys(Keys.shortcut(Q)));
    }

    private static void toggle(BooleanProperty property) {
        property.set(!property.get());
    }
}
