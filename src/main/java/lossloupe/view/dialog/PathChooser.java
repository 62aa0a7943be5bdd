package lossloupe.view.dialog;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import lossloupe.view.Ui;
import org.jspecify.annotations.Nullable;

/// Asks for files by the desktop's own dialog; a seam, so that tests can answer instead of a person.
public interface PathChooser {
    /// Files to read; empty where the person thought better of it.
    List<Path> toOpen(@Nullable Window owner);

    /// A file to write, or null.
    ///
    /// @param extension with its point, as `.lossloupe`
    @Nullable
    Path toSave(@Nullable Window owner, String suggestedName, String extension);

    /// The desktop's dialog.
    static PathChooser desktop(Ui ui) {
        var texts = ui.texts();
        return new PathChooser() {
            @Override
            public List<Path> toOpen(@Nullable Window owner) {
                var chooser = chooser(ui);
                chooser.setTitle(texts.now("action.open"));
                chooser.getExtensionFilters()
                        .setAll(
                                new ExtensionFilter(
                                        texts.now("ask.files.known"),
                                        "*.lossloupe",
                                        "*.npz",
                                        "*.npy",
                                        "*.h5",
                                        "*.hdf5",
                                        "*.csv",
                                        "*.tsv",
                                        "*.txt",
                                        "*.json",
                                        "*.wav"),
                                new ExtensionFilter(texts.now("ask.files.all"), "*.*"));
                @Nullable List<File> chosen = chooser.showOpenMultipleDialog(owner);
                return chosen == null
                        ? List.of()
                        : chosen.stream().map(File::toPath).toList();
            }

            @Override
            public @Nullable Path toSave(@Nullable Window owner, String suggestedName, String extension) {
                var chooser = chooser(ui);
                chooser.setTitle(texts.now("ask.unsaved.save"));
                chooser.setInitialFileName(suggestedName + extension);
                chooser.getExtensionFilters().setAll(new ExtensionFilter(extension.substring(1), "*" + extension));
                @Nullable File chosen = chooser.showSaveDialog(owner);
                return chosen == null ? null : withExtension(chosen.toPath(), extension);
            }
        };
    }

    /// A dialog that begins beside the data opened or saved last.
    private static FileChooser chooser(Ui ui) {
        var chooser = new FileChooser();
        ui.model().preferences().recentFilesProperty().get().stream()
                .map(together -> together.getFirst().getParent())
                .filter(folder -> folder != null && Files.isDirectory(folder))
                .findFirst()
                .ifPresent(folder -> chooser.setInitialDirectory(folder.toFile()));
        return chooser;
    }

    private static Path withExtension(Path path, String extension) {
        var name = String.valueOf(path.getFileName());
        return name.contains(".") ? path : path.resolveSibling(name + extension);
    }
}
