package lossloupe.doctor;

import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import lossloupe.document.Document;
import org.jspecify.annotations.Nullable;

/// Something odd. Its name is `doctor.<id>.title` and its evidence `doctor.<id>` in the bundles.
///
/// @param confidence from 0 to 1, for ranking among findings of the same severity
/// @param args numbers and names of the evidence
/// @param places the first of those it is about; none where it is about the whole
/// @param repair what would mend it; null where nothing can be changed for the better
public record Finding(
        String id,
        Severity severity,
        double confidence,
        List<Object> args,
        List<Place> places,
        @Nullable Repair repair) {
    /// The gravest and surest first.
    public static final Comparator<Finding> RANK = Comparator.comparing(Finding::severity)
            .reversed()
            .thenComparing(Comparator.comparingDouble(Finding::confidence).reversed());

    public Finding {
        args = List.copyOf(args);
        places = List.copyOf(places);
        confidence = Math.clamp(confidence, 0, 1);
    }

    public static Finding of(String id, Severity severity, double confidence, Object... args) {
        return new Finding(id, severity, confidence, List.of(args), List.of(), null);
    }

    Finding at(List<Place> found) {
        var first = found.subList(0, Math.min(Place.MOST, found.size()));
        return new Finding(id, severity, confidence, args, first, repair);
    }

    /// With a repair that makes `mended` of the document; `edit.doctor.<id>` says what it does.
    Finding repairedBy(Supplier<Document> mended) {
        return repairedBy(id, mended);
    }

    /// As [#repairedBy(Supplier)], where what is done is not said by the finding alone.
    Finding repairedBy(String name, Supplier<Document> mended) {
        return new Finding(id, severity, confidence, args, places, new Repair("edit.doctor." + name, mended));
    }

    public boolean isAbove(Severity other) {
        return severity.compareTo(other) > 0;
    }
}
