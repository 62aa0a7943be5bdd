package lossloupe.view.track;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lossloupe.paint.GridGeometry;

/// Positions that carry a number on the shared axis: round ones, never closer than their texts are wide.
final class Ticks {
    private Ticks() {}

    static List<Integer> of(GridGeometry grid, double least) {
        double wanted = Math.max(least / grid.cellAlong(), 1);
        double power = Math.pow(10, Math.floor(Math.log10(wanted)));
        long step = Math.round(power);
        for (int factor : new int[] {1, 2, 5, 10}) {
            step = Math.round(power * factor);
            if (step >= wanted) {
                break;
            }
        }
        var ticks = new ArrayList<Integer>();
        for (long p = (long) Math.ceil(grid.from() / step) * step; p < Math.min(grid.to(), grid.length()); p += step) {
            ticks.add((int) p);
        }
        return ticks;
    }

    /// A position with its thousands apart.
    static String text(int position) {
        return position < 10_000 ? Integer.toString(position) : String.format(Locale.ROOT, "%,d", position);
    }
}
