package lossloupe.compute;

import java.util.function.Function;
import lossloupe.kernel.Sum;

/// Sums of cells in the one stated order: chunks within a row, rows within an example, examples. It depends neither on
/// the layout nor on threads nor on what was computed anew, and an example's sum not on its batch.
final class RowSums {
    private final Sum[][] rows;

    private RowSums(Sum[][] rows) {
        this.rows = rows;
    }

    static <T> RowSums of(Cells<T> cells, Function<T, Digest> digest) {
        var extent = cells.extent();
        var rows = new Sum[extent.examples()][extent.rows()];
        for (int e = 0; e < extent.examples(); e++) {
            for (int row = 0; row < extent.rows(); row++) {
                rows[e][row] = cells.row(e, row).digest(digest).sum();
            }
        }
        return new RowSums(rows);
    }

    int rowCount() {
        return rows[0].length;
    }

    int exampleCount() {
        return rows.length;
    }

    Sum total() {
        var total = Sum.ZERO;
        for (int e = 0; e < rows.length; e++) {
            total = total.plus(example(e));
        }
        return total;
    }

    Sum example(int e) {
        var total = Sum.ZERO;
        for (var row : rows[e]) {
            total = total.plus(row);
        }
        return total;
    }

    /// One class over all examples.
    Sum row(int row) {
        var total = Sum.ZERO;
        for (var example : rows) {
            total = total.plus(example[row]);
        }
        return total;
    }
}
