package lossloupe.doctor;

import java.util.Comparator;
import java.util.List;
import lossloupe.document.Edit;
import org.jspecify.annotations.Nullable;

/// Something odd. Its name is `doctor.<id>.title` and its evidence `doctor.<id>` in the bundles.
///
/// @param confidence from 0 to 1, for ranking among findings of the same severity
/// @param args numbers and names of the evidence
/// @param repair what would mend it; null where nothing can be changed for the better
public record Finding(
        String id,
        Severity severity,
        double confidence,
        List<Object> args,
        @Nullable Edit repair) {
    /// The gravest and surest first.
    public static final Comparator<Finding> RANK = Comparator.comparing(Finding::severity)
            .reversed()
            .thenComparing(Comparator.comparingDouble(Finding::confidence).reversed());

    public Finding {
        args = List.copyOf(args);
        confidence = Math.clamp(confidence, 0, 1);
    }

    static Finding of(String id, Severity severity, double confidence, Object... args) {
        return new Finding(id, severity, confidence, List.of(args), null);
    }

    Finding repairedBy(Edit edit) {
        return new Finding(id, severity, confidence, args, edit);
    }

    public boolean isAbove(Severity other) {
        return severity.compareTo(other) > 0;
    }
}
