package lossloupe.view.dialog;

import java.nio.file.Path;
import java.util.List;
import lossloupe.app.Jobs;
import lossloupe.document.Document;
import lossloupe.io.ArraySource;
import lossloupe.io.BadFileException;
import lossloupe.io.Gathering;
import lossloupe.io.ImportPlan;
import lossloupe.io.PythonLiteral;
import lossloupe.io.SessionFile;

/// Reads files or text on a job and says what was found.
final class Reading {
    /// What files hold.
    sealed interface Found {}

    /// A session, which opens at once.
    record Session(Document document, Path file) implements Found {}

    /// Arrays that a person has to look at first.
    ///
    /// @param digests what each array holds
    /// @param skipped names of what was there but is not numbers
    record Arrays(ImportPlan plan, List<ArrayDigest> digests, List<String> skipped, String name, List<Path> files)
            implements Found {
        Arrays(ImportPlan plan, List<String> skipped, String name, List<Path> files) {
            this(plan, plan.items().stream().map(i -> ArrayDigest.of(i.array())).toList(), skipped, name, files);
        }
    }

    private Reading() {}

    /// Several files are taken together, as labels and logits saved apart are.
    static Found files(List<Path> paths, Jobs.Progress progress) throws Exception {
        var first = paths.getFirst();
        if (paths.size() == 1 && SessionFile.isSession(first)) {
            return new Session(SessionFile.read(first), first);
        }
        var gathering = new Gathering();
        for (int i = 0; i < paths.size(); i++) {
            progress.check();
            gathering.add(String.valueOf(paths.get(i).getFileName()), ArraySource.read(paths.get(i)));
            if (paths.size() > 1) {
                progress.at((i + 1.0) / paths.size());
            }
        }
        return found(gathering, name(paths), paths);
    }

    /// How arrays of files would be read by themselves.
    static ImportPlan plan(List<Path> paths) throws Exception {
        var quiet = new Jobs.Progress() {
            @Override
            public void at(double fraction) {}

            @Override
            public void check() {}
        };
        return files(paths, quiet) instanceof Arrays arrays ? arrays.plan() : ImportPlan.propose(List.of(), List.of());
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
        return found(gathering, name, List.of());
    }

    private static Found found(Gathering gathering, String name, List<Path> files) throws BadFileException {
        return new Arrays(gathering.plan(null, null), gathering.skipped(), name, files);
    }
}
