package lossloupe.compute;

import java.util.stream.IntStream;
import lossloupe.tensor.Chunk;
import lossloupe.tensor.DType;
import lossloupe.tensor.Extremes;
import lossloupe.tensor.Plane;
import lossloupe.tensor.Shape;

/// Numbers by example, class and position, whatever they are and wherever they come from: what pictures are painted of.
public interface Field {
    Shape shape();

    DType dtype();

    /// Positions `k·4096` onwards of a row; computed if nobody has asked before.
    Chunk chunk(int example, int cls, int k);

    /// The object that a chunk comes from. The same object means the same numbers, and asking for it computes
    /// nothing.
    Object source(int example, int cls, int k);

    /// The object that a whole row comes from. The same object means the same sources of all its chunks.
    Object rowSource(int example, int cls);

    /// Extremes over everything. Not to be written to.
    Extremes range();

    default double get(int example, int cls, int position) {
        return chunk(example, cls, position / Chunk.SIZE).get(position % Chunk.SIZE);
    }

    /// Adds least and greatest value of positions `from` to `to` (excluded).
    default void extremes(int example, int cls, int from, int to, Extremes into) {
        for (int k = from / Chunk.SIZE; k * Chunk.SIZE < to; k++) {
            int start = k * Chunk.SIZE;
            var chunk = chunk(example, cls, k);
            chunk.extremes(Math.max(0, from - start), Math.min(chunk.length(), to - start), into);
        }
    }

    /// Chunks of a row.
    default int chunkCount() {
        return Plane.chunkCount(shape().length());
    }

    /// The classes of an example whose rows do not come from the same objects in both fields, which are of one
    /// shape.
    @SuppressWarnings("ReferenceEquality")
    default int[] classesUnlike(Field other, int example) {
        return IntStream.range(0, shape().classes())
                .filter(c -> rowSource(example, c) != other.rowSource(example, c))
                .toArray();
    }

    /// Whether an example has the same numbers in both, known without computing any: every chunk comes from the
    /// same object.
    @SuppressWarnings("ReferenceEquality")
    default boolean sharesAll(Field other, int example) {
        if (!shape().equals(other.shape()) || example >= shape().batch()) {
            return false;
        }
        for (int c : classesUnlike(other, example)) {
            for (int k = 0; k < chunkCount(); k++) {
                if (source(example, c, k) != other.source(example, c, k)) {
                    return false;
                }
            }
        }
        return true;
    }
}
