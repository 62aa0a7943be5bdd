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

    /// The end of an active run that is nearest to `at`, a boundary between positions; −1 where there is none.
    ///
    /// @param reach how far off it may be, in positions
    /// @param least how long a run has to be
    static int edgeNear(Plane row, double at, double reach, double least) {
        int middle = (int) Math.round(at);
        int from = Math.max(0, (int) Math.ceil(at - reach));
        int to = Math.min(row.length(), (int) Math.floor(at + reach));
        for (int away = 0; away <= Math.max(middle - from, to - middle); away++) {
            int toward = at >= middle ? away : -away;
            for (int boundary : new int[] {middle + toward, middle - toward}) {
                if (boundary >= from && boundary <= to && isEndOfRun(row, boundary, least)) {
                    return boundary;
                }
            }
        }
        return -1;
    }

    /// Looks no farther along the run than has to be known: the pointer asks at each move.
    private static boolean isEndOfRun(Plane row, int boundary, double least) {
        boolean left = boundary > 0 && row.get(boundary - 1) > 0;
        boolean right = boundary < row.length() && row.get(boundary) > 0;
        if (left == right) {
            return false;
        }
        int step = right ? 1 : -1;
        int length = 1;
        for (int p = (right ? boundary : boundary - 1) + step; length < least; p += step, length++) {
            if (p < 0 || p >= row.length() || row.get(p) <= 0) {
                return false;
            }
        }
        return true;
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
