package lossloupe.view.dialog;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lossloupe.app.Jobs;
import lossloupe.document.Document;
import lossloupe.io.ImportPlan;
import lossloupe.io.SessionFile;

/// Reads files or text on a job and says what was found.
final class Reading {
    /// What files hold.
    sealed interface Found {}

    /// A session, which opens at once.
    record Session(Document document, Path file, List<Path> files) implements Found {}

    /// Arrays, which a person may have to look at first.
    record Arrays(ImportPlan plan, List<ArrayDigest> digests, String name, List<Path> files) implements Found {
        Arrays(ImportPlan plan, String name, List<Path> files) {
            this(plan, plan.items().stream().map(i -> ArrayDigest.of(i.array())).toList(), name, files);
        }
    }

    private Reading() {}

    static Found files(List<Path> paths, Jobs.Progress progress) throws Exception {
        var first = paths.getFirst();
        if (paths.size() == 1 && SessionFile.isSession(first)) {
            return new Session(SessionFile.read(first), first, paths);
        }
        return new Arrays(ImportPlan.propose(new ArrayList<>(), List.of()), String.valueOf(first.getFileName()), paths);
    }

    static Found text(String text) throws Exception {
        return new Arrays(ImportPlan.propose(new ArrayList<>(), List.of()), "x", List.of());
    }
}
