package lossloupe.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import lossloupe.tensor.Chunk;
import lossloupe.tensor.DType;
import lossloupe.tensor.Plane;
import lossloupe.tensor.Span;
import org.junit.jupiter.api.Test;

class SourcesTest {
    private static final int CELLS = 3;
    private final Plane plane = Plane.zeros(DType.FLOAT64, 2 * Chunk.SIZE + 5);
    private final Plane edited = plane.with(new Span(Chunk.SIZE, Chunk.SIZE + 1), p -> 1);

    private static List<Integer> changed(Object now, Object before) {
        return new Sources(new Object[] {"the same", now})
                .changedSince(new Sources(new Object[] {"the same", before}), CELLS).stream()
                        .boxed()
                        .toList();
    }

    private static Row<Integer> row(List<Cell<Integer>> cells) {
        return new Row<>(new Sources(new Object[0]), cells.toArray(), cells, null);
    }

    @Test
    void ofAnEditedPlaneItsChunksChanged() {
        assertEquals(List.of(1), changed(edited, plane));
        assertEquals(List.of(), changed(plane, plane));
    }

    @Test
    void ofARowItsCellsChanged() {
        var cells = IntStream.range(0, CELLS).mapToObj(i -> new Cell<>(() -> i)).toList();
        var other = List.of(cells.getFirst(), cells.get(1), new Cell<>(() -> 2));
        assertEquals(List.of(2), changed(row(other), row(cells)));
    }

    @Test
    void whatIsNotOfAsManyPartsChangesAllCells() {
        var all = List.of(0, 1, 2);
        assertEquals(all, changed("one", "other"));
        assertEquals(all, changed(plane.resized(Chunk.SIZE), plane));
        assertEquals(all, changed(row(List.of(new Cell<>(() -> 1))), row(List.of(new Cell<>(() -> 1)))));
        assertEquals(all, changed(plane, "no plane"));
    }

    @Test
    void sameMeansTheSameObjects() {
        var sources = new Sources(new Object[] {plane});
        assertTrue(sources.areSame(new Sources(new Object[] {plane})));
        assertFalse(sources.areSame(new Sources(new Object[] {edited})));
        assertFalse(sources.areSame(new Sources(new Object[] {plane, plane})));
    }
}
