package lossloupe.view.track;

import lossloupe.tensor.Plane;
import lossloupe.tensor.Span;

/// Runs of equal labels in a row.
final class Runs {
    private Runs() {}

    /// The longest stretch around `position` in which the row is active, or inactive, throughout.
    static Span around(Plane row, int position) {
        boolean active = row.get(position) > 0;
        int from = position;
        while (from > 0 && row.get(from - 1) > 0 == active) {
            from--;
        }
        int to = position + 1;
        while (to < row.length() && row.get(to) > 0 == active) {
            to++;
        }
        return new Span(from, to);
    }

    /// The active run that begins or ends at a boundary between positions; empty where there is none.
    static Span of(Plane row, int position, int boundary) {
        if (row.get(position) > 0) {
            var run = around(row, position);
            if (run.from() == boundary) {
                return run;
            }
        }
        if (boundary > 0 && row.get(boundary - 1) > 0) {
            var run = around(row, boundary - 1);
            if (run.to() == boundary) {
                return run;
            }
        }
        return new Span(boundary, boundary);
    }
}
