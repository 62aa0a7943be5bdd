package lossloupe.view.dialog;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lossloupe.app.Jobs;
import lossloupe.document.Document;
import lossloupe.document.WindowLimits;
import lossloupe.io.ArraySet;
import lossloupe.io.ArraySource;
import lossloupe.io.BadFileException;
import lossloupe.io.Gathering;
import lossloupe.io.ImportPlan;
import lossloupe.io.PythonLiteral;
import lossloupe.io.SessionFile;
import org.jspecify.annotations.Nullable;

/// Reads files or text on a job and says what was found.
final class Reading {
    /// What files hold.
    sealed interface Found {}

    /// A session, which opens at once.
    record Session(Document document, Path file) implements Found {}

    /// Arrays that a person has to look at first.
    ///
    /// @param skipped names of what was there but is not numbers
    record Arrays(ImportPlan plan, List<String> skipped, String name, List<Path> files, Tasks tasks) implements Found {}

    /// What a file of several tasks of Label Studio leaves to choose.
    ///
    /// @param ids of all tasks; none where there is nothing to choose
    /// @param makeBatch whether all can be taken together
    /// @param chosen the one that was read; null for all
    record Tasks(
            List<String> ids, boolean makeBatch, @Nullable String chosen) {
        static final Tasks NONE = new Tasks(List.of(), true, null);
    }

    /// Of tasks whose series differ.
    private static final String NO_BATCH = "error.studio.tasks";

    private Reading() {}

    /// Several files are taken together, as labels and logits saved apart are.
    ///
    /// @param task of a file of several, by its id; null for all of them
    static Found files(List<Path> paths, @Nullable String task, Jobs.Progress progress) throws Exception {
        var first = paths.getFirst();
        if (paths.size() == 1 && SessionFile.isSession(first)) {
            return new Session(fitting(SessionFile.read(first)), first);
        }
        var gathering = new Gathering();
        var tasks = Tasks.NONE;
        for (int i = 0; i < paths.size(); i++) {
            progress.check();
            var read = read(paths.get(i), task);
            gathering.add(String.valueOf(paths.get(i).getFileName()), read.set());
            tasks = read.tasks().ids().isEmpty() ? tasks : read.tasks();
            if (paths.size() > 1) {
                progress.at((i + 1.0) / paths.size());
            }
        }
        return found(gathering, name(paths), paths, tasks);
    }

    /// The document, if the window can show it.
    static Document fitting(Document document) throws BadFileException {
        if (WindowLimits.fit(document.shape())) {
            return document;
        }
        throw BadFileException.of("error.classes", document.shape().classes(), WindowLimits.MOST_CLASSES);
    }

    private record Read(ArraySet set, Tasks tasks) {}

    /// Of tasks that make no batch the first is taken, and a person may choose another.
    private static Read read(Path path, @Nullable String task) throws BadFileException {
        if (task != null && ArraySource.tasks(path).contains(task)) {
            return one(path, task, isBatch(path));
        }
        try {
            var set = ArraySource.read(path);
            return new Read(set, new Tasks(set.tasks(), true, null));
        } catch (BadFileException e) {
            if (!e.key().equals(NO_BATCH)) {
                throw e;
            }
            return one(path, ArraySource.tasks(path).getFirst(), false);
        }
    }

    private static Read one(Path path, String task, boolean makeBatch) throws BadFileException {
        return new Read(ArraySource.task(path, task), new Tasks(ArraySource.tasks(path), makeBatch, task));
    }

    private static boolean isBatch(Path path) {
        try {
            return !ArraySource.read(path).tasks().isEmpty();
        } catch (BadFileException e) {
            return false;
        }
    }

    /// How arrays of files would be read by themselves.
    static ImportPlan plan(List<Path> paths, @Nullable String task) throws Exception {
        return quietly(paths, task) instanceof Arrays arrays ? arrays.plan() : ImportPlan.propose(List.of(), List.of());
    }

    /// What files hold, read without telling how far.
    static Found quietly(List<Path> paths, @Nullable String task) throws Exception {
        var quiet = new Jobs.Progress() {
            @Override
            public void at(double fraction) {}

            @Override
            public void check() {}
        };
        return files(paths, task, quiet);
    }

    /// One file names the document; of several, the folder that holds them.
    private static String name(List<Path> paths) {
        var first = paths.getFirst().toAbsolutePath();
        var folder = first.getParent();
        var named = paths.size() > 1 && folder != null ? folder.getFileName() : first.getFileName();
        return String.valueOf(named == null ? first : named);
    }

    static Found text(String text, String name) throws Exception {
        var gathering = new Gathering();
        gathering.add(name, PythonLiteral.read(text));
        return found(gathering, name, List.of(), Tasks.NONE);
    }

    private static Found found(Gathering gathering, String name, List<Path> files, Tasks tasks)
            throws BadFileException {
        var plan = gathering.plan(null, null);
        if (plan.items().stream().allMatch(i -> i.array().size() == 0)) {
            var held = Stream.concat(
                            plan.items().stream()
                                    .map(i -> i.array().name() + " " + i.array().shapeText()),
                            gathering.skipped().stream())
                    .collect(Collectors.joining(", "));
            throw BadFileException.of("error.file.noNumbers", held.isEmpty() ? "–" : held);
        }
        return new Arrays(plan, gathering.skipped(), name, files, tasks);
    }
}
