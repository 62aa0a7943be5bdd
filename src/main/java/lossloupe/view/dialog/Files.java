package lossloupe.view.dialog;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.stage.Window;
import lossloupe.app.AppModel;
import lossloupe.app.Notice;
import lossloupe.clash.ClashText;
import lossloupe.compute.Evaluation;
import lossloupe.document.Document;
import lossloupe.export.figure.FigureFile;
import lossloupe.export.snippet.SnippetFile;
import lossloupe.io.BadFileException;
import lossloupe.io.ImportPlan;
import lossloupe.io.SessionFile;
import lossloupe.reduce.Weights;
import lossloupe.view.Ui;
import org.jspecify.annotations.Nullable;

/// The road of files: opened, dropped, pasted, saved. Reading and writing happen on a job; whatever goes wrong is one
/// sentence and leaves the document as it was.
public final class Files {
    private static final String EXTENSION = ".lossloupe";

    private final Ui ui;
    private final AppModel model;
    private final FigureChoice figures;
    private final SnippetDialog.SnippetChoice snippets = new SnippetDialog.SnippetChoice();
    private final Overlay overlay;
    private final Supplier<@Nullable Window> window;
    private final UnsavedWork unsaved;
    private final Following following;
    private PathChooser chooser;

    public Files(Ui ui, Overlay overlay, Supplier<@Nullable Window> window) {
        this.ui = ui;
        this.model = ui.model();
        this.overlay = overlay;
        this.figures = FigureChoice.remembering(
                ui.model().preferences().figureStyleProperty().get());
        this.window = window;
        this.unsaved = new UnsavedWork(ui, overlay, this::save);
        this.following = new Following(ui);
        this.chooser = PathChooser.desktop(ui);
    }

    /// Answers for the person, in tests.
    public void setChooser(PathChooser newChooser) {
        chooser = newChooser;
    }

    /// Asks which files to open.
    public void choose() {
        open(chooser.toOpen(window.get()));
    }

    /// Opens files together: one session, or arrays that belong to each other.
    public void open(List<Path> paths) {
        open(paths, null);
    }

    /// @param task of a file of several, by its id; null for all of them
    private void open(List<Path> paths, @Nullable String task) {
        if (!paths.isEmpty()) {
            var subject = String.valueOf(paths.getFirst().getFileName());
            model.jobs()
                    .start("import.reading", subject, p -> Reading.files(paths, task, p), this::found, this::failed);
        }
    }

    /// Opens the file that was opened or saved last, or the files that were opened together.
    public void reopen() {
        model.preferences().recentFilesProperty().get().stream().findFirst().ifPresent(this::open);
    }

    /// Whether there is a file to reopen.
    public ObservableBooleanValue hasRecent() {
        var recent = model.preferences().recentFilesProperty();
        return Bindings.createBooleanBinding(() -> !recent.get().isEmpty(), recent);
    }

    /// Opens what the clipboard holds: files, or text that holds numbers.
    public void paste() {
        var clipboard = Clipboard.getSystemClipboard();
        if (clipboard.hasFiles()) {
            open(clipboard.getFiles().stream().map(File::toPath).toList());
        } else if (clipboard.hasString()) {
            paste(clipboard.getString());
        } else {
            model.say(Notice.error("notice.nothingToPaste"));
        }
    }

    /// Opens pasted text; explains a framework's complaint about shapes.
    public void paste(String text) {
        if (ClashText.read(text).isPresent()) {
            model.explain(text);
            return;
        }
        if (ClashText.isComplaint(text)) {
            model.say(Notice.error("notice.noShapes"));
            return;
        }
        var name = ui.texts().now("import.pasted");
        model.jobs().start("import.reading", name, p -> Reading.text(text, name), this::found, this::failed);
    }

    /// Asks what figure to write, shows it, and writes it.
    public void exportFigure() {
        var dialog = new FigureDialog(
                ui,
                figures,
                new StylePaths(
                        () -> chooser.toOpen(window.get()).stream().findFirst().orElse(null),
                        () -> chooser.toSave(window.get(), "style", ".json")));
        overlay.show(dialog.card((figure, kind) -> {
            var ending = "." + kind.name().toLowerCase(Locale.ROOT);
            var file = chooser.toSave(window.get(), suggestedName() + "-" + figure.name(), ending);
            if (file != null) {
                Saving.start(model, file, f -> FigureFile.write(figure, f), () -> {}, this::failed);
            }
        }));
    }

    /// Asks which numbers to write, and writes them.
    public void exportData() {
        new DataOut(ui, overlay).ask(suggestedName(), (name, ending) -> chooser.toSave(window.get(), name, ending));
    }

    /// Shows code of another framework that gives the numbers of the window, to be copied or saved.
    public void copyCode() {
        var dialog = new SnippetDialog(ui, snippets, suggestedName());
        overlay.show(dialog.card(snippet -> {
            var file = chooser.toSave(window.get(), suggestedName(), ".py");
            if (file != null) {
                Saving.start(
                        model,
                        file,
                        f -> SnippetFile.write(snippet, dialog.evaluation(), Weights.NONE, f),
                        () -> {},
                        this::failed);
            }
        }));
    }

    /// Asks what to generate.
    public void generate() {
        var dialog = new GenerateDialog(ui, GenerateDialog.form());
        overlay.show(dialog.card(maker -> guard(() -> make(maker))));
    }

    private void make(Supplier<Document> maker) {
        Callable<Document> work = maker::get;
        model.jobs()
                .start(
                        "generate.running",
                        "",
                        p -> work.call(),
                        document -> {
                            following.stop();
                            model.open(document, null);
                        },
                        this::failed);
    }

    /// Saves to the session file, asking for one where there is none.
    public void save() {
        save(() -> {});
    }

    void save(Runnable then) {
        var file = model.store().fileProperty().get();
        if (file == null) {
            saveAs(then);
        } else {
            write(file, then);
        }
    }

    /// Asks for a session file and saves to it.
    public void saveAs() {
        saveAs(() -> {});
    }

    private void saveAs(Runnable then) {
        var file = chooser.toSave(window.get(), suggestedName(), EXTENSION);
        if (file != null) {
            write(file, then);
        }
    }

    private void write(Path file, Runnable then) {
        var document = model.document();
        Saving.start(
                model,
                file,
                f -> SessionFile.write(document, f),
                () -> {
                    model.store().markSaved(document, file);
                    model.preferences().addRecent(List.of(file));
                    then.run();
                },
                this::failed);
    }

    /// How the window follows files that are written again.
    public Following following() {
        return following;
    }

    /// Goes on once no work can be lost by it; asks where some could.
    public void guard(Runnable proceed) {
        unsaved.guard(proceed);
    }

    /// Takes files and text that are dropped anywhere on the scene.
    public void acceptDrops(Scene scene) {
        Drops.accept(scene, overlay, this, Forms.label(ui.texts().of("drop.hint"), "drop-hint"));
    }

    private void found(Reading.Found found) {
        switch (found) {
            case Reading.Session session ->
                guard(() -> {
                    model.open(session.document(), session.file());
                    following.stop();
                    remember(List.of(session.file()));
                });
            case Reading.Arrays arrays -> preview(arrays);
        }
    }

    private void preview(Reading.Arrays arrays) {
        var dialog = new ImportDialog(ui, arrays, task -> open(arrays.files(), task));
        overlay.show(dialog.card((evaluation, plan) -> guard(() -> take(arrays, plan, evaluation))));
    }

    private void take(Reading.Arrays arrays, ImportPlan plan, Evaluation evaluation) {
        var document = evaluation.document().named(arrays.name());
        model.takeUp(evaluation);
        if (arrays.files().isEmpty()) {
            model.openUnsaved(document);
        } else {
            model.open(document, null);
        }
        following.follow(arrays.files(), arrays.tasks().chosen(), plan, document);
        CheckUp.start(ui, evaluation);
        remember(arrays.files());
    }

    private void remember(List<Path> files) {
        if (!files.isEmpty()) {
            model.preferences().addRecent(files);
        }
    }

    private void failed(Exception cause) {
        if (cause instanceof BadFileException bad) {
            var sentence = ui.texts().now(bad.key(), bad.args().toArray());
            model.say(
                    bad.fileName().isEmpty()
                            ? Notice.error("notice.badText", sentence)
                            : Notice.error("notice.badFile", bad.fileName(), sentence));
        } else {
            model.say(Notice.failed(cause));
        }
    }

    private String suggestedName() {
        var name = ui.title();
        int point = name.lastIndexOf('.');
        return (point > 0 ? name.substring(0, point) : name).replaceAll("[\\\\/:*?\"<>|]", "_");
    }
}
