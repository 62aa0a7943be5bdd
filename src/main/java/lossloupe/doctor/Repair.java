package lossloupe.doctor;

import java.util.function.Supplier;
import lossloupe.document.Document;
import lossloupe.document.Edit;

/// What would mend a finding. The document is made only when it is asked for: it may be as large as the one that was
/// examined, and a check-up needs none.
///
/// @param nameKey says what is done, for the bundles
public record Repair(String nameKey, Supplier<Document> mended) {
    /// The repair as one step.
    public Edit edit() {
        return new Edit.Replace(mended.get(), nameKey);
    }
}
