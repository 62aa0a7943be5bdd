package lossloupe.document;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lossloupe.tensor.Chunk;
import lossloupe.tensor.Plane;
import org.jspecify.annotations.Nullable;

/// Which numbers of one kind a step of the history wrote, told from the documents before and after it.
///
/// @param cells how many of them
/// @param example of the first
/// @param cls of the first; 0 for the series
/// @param first position of the first
/// @param last position of the last, if all stand in one row; −1 where they do not
/// @param before the first of them, before the step
/// @param after the same, after it
public record Touched(long cells, int example, int cls, int first, int last, double before, double after) {
    private static final List<Function<Example, List<Plane>>> KINDS =
            List.of(Example::logits, Example::labels, e -> List.of(e.series()));

    /// What a step touched; empty where it wrote no numbers or changed the shape. Chunks that are the same object
    /// are passed over.
    public static Optional<Touched> between(Document before, Document after) {
        if (!before.shape().equals(after.shape())) {
            return Optional.empty();
        }
        for (var kind : KINDS) {
            var found = between(before, after, kind);
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    private static @Nullable Touched between(Document before, Document after, Function<Example, List<Plane>> kind) {
        Touched all = null;
        for (int e = 0; e < before.examples().size(); e++) {
            var old = kind.apply(before.example(e));
            var now = kind.apply(after.example(e));
            for (int row = 0; row < old.size(); row++) {
                var found = between(old.get(row), now.get(row), e, row);
                all = all == null ? found : all.and(found);
            }
        }
        return all;
    }

    private static @Nullable Touched between(Plane before, Plane after, int example, int cls) {
        Touched all = null;
        for (int k = 0; before != after && k < after.chunkCount(); k++) {
            var old = before.chunk(k);
            var now = after.chunk(k);
            for (int i = 0; old != now && i < now.length(); i++) {
                if (Double.compare(old.get(i), now.get(i)) != 0) {
                    int p = k * Chunk.SIZE + i;
                    var one = new Touched(1, example, cls, p, p, old.get(i), now.get(i));
                    all = all == null ? one : all.and(one);
                }
            }
        }
        return all;
    }

    private Touched and(@Nullable Touched other) {
        if (other == null) {
            return this;
        }
        boolean isRow = last >= 0 && other.last >= 0 && example == other.example && cls == other.cls;
        return new Touched(cells + other.cells, example, cls, first, isRow ? other.last : -1, before, after);
    }
}
