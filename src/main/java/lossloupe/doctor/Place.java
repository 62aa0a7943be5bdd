package lossloupe.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import lossloupe.tensor.Shape;
import lossloupe.tensor.Span;

/// A block of cells that a finding is about.
///
/// @param classes one of them, or all where a position is meant
public record Place(int example, Span classes, Span positions) {
    /// More than anyone walks.
    static final int MOST = 200;

    /// Something that holds of a cell.
    interface OfCell {
        boolean holds(int example, int cls, int position);
    }

    /// Something that holds of a position, whatever the class.
    interface OfPosition {
        boolean holds(int example, int position);
    }

    /// The first stretches of rows in which `test` holds.
    static List<Place> ofCells(Shape shape, OfCell test) {
        var found = new ArrayList<Place>();
        for (int e = 0; e < shape.batch(); e++) {
            for (int c = 0; c < shape.classes(); c++) {
                int example = e;
                int cls = c;
                add(found, new Place(e, Span.at(c), positions(shape)), p -> test.holds(example, cls, p));
            }
        }
        return found;
    }

    /// The first stretches of positions in which `test` holds, over all classes.
    static List<Place> ofPositions(Shape shape, OfPosition test) {
        var found = new ArrayList<Place>();
        for (int e = 0; e < shape.batch(); e++) {
            int example = e;
            add(found, new Place(e, new Span(0, shape.classes()), positions(shape)), p -> test.holds(example, p));
        }
        return found;
    }

    private static Span positions(Shape shape) {
        return new Span(0, shape.length());
    }

    private static void add(List<Place> found, Place row, IntPredicate test) {
        int length = row.positions.to();
        for (int p = 0; p < length && found.size() < MOST; p++) {
            if (test.test(p)) {
                int from = p;
                while (p < length && test.test(p)) {
                    p++;
                }
                found.add(new Place(row.example, row.classes, new Span(from, p)));
            }
        }
    }
}
