package lossloupe.io;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;

/// Labels written as runs, from a start to an end, each with the name of its class. Runs of different classes may
/// overlap.
///
/// @param name of the file, or of the series within it that these runs belong to
/// @param unit what starts and ends count
/// @param endIncluded whether a position that is exactly at the end belongs to the run
public record RunLabels(String name, List<Run> runs, Unit unit, boolean endIncluded) {
    /// Where a class is present. A run that ends where it starts is a point.
    public record Run(double start, double end, String label) {}

    /// What starts and ends count.
    public enum Unit {
        POSITIONS,
        SECONDS,
        /// The times that a file gives for each position, of whatever unit.
        STAMPS
    }

    public RunLabels {
        runs = List.copyOf(runs);
    }

    /// The classes: as they come where each stands in one block, as in files that are written class by class; else
    /// by name, numbers by their size.
    List<String> classNames() {
        var names = new LinkedHashSet<String>();
        var left = new HashSet<String>();
        boolean blocks = true;
        String before = null;
        for (var run : runs) {
            if (before != null && !run.label().equals(before)) {
                left.add(before);
            }
            blocks &= !left.contains(run.label());
            names.add(run.label());
            before = run.label();
        }
        var list = new ArrayList<>(names);
        if (!blocks) {
            list.sort(Comparator.comparingDouble(RunLabels::number).thenComparing(Comparator.naturalOrder()));
        }
        return list;
    }

    private static double number(String name) {
        var cell = new CellReader();
        return cell.read(name) == CellReader.Found.NUMBER ? cell.value() : Double.POSITIVE_INFINITY;
    }

    /// These runs and those of `other`, if it counts in the same way.
    RunLabels with(RunLabels other) {
        if (other.unit != unit || other.endIncluded != endIncluded) {
            return this;
        }
        var all = new ArrayList<>(runs);
        all.addAll(other.runs);
        return new RunLabels(name, all, unit, endIncluded);
    }

    /// The greatest end.
    double last() {
        return runs.stream().mapToDouble(Run::end).max().orElse(0);
    }

    boolean isWhole() {
        return runs.stream().allMatch(r -> r.start() == Math.rint(r.start()) && r.end() == Math.rint(r.end()));
    }

    /// How many positions hold all runs.
    int length(TimeAxis axis) {
        int last = endIncluded ? axis.after(last(), Integer.MAX_VALUE) : axis.from(last(), Integer.MAX_VALUE);
        return Math.max(1, last);
    }

    /// A grid of 0 and 1, a row of `length` positions for each class.
    ///
    /// @param classes the rows; runs of other classes are left out
    byte[][] rows(TimeAxis axis, int length, List<String> classes) {
        var rows = new byte[classes.size()][length];
        for (var run : runs) {
            int row = classes.indexOf(run.label());
            int from = axis.from(run.start(), length);
            int to = run.start() == run.end()
                    ? Math.min(from + 1, length)
                    : endIncluded ? axis.after(run.end(), length) : axis.from(run.end(), length);
            for (int p = from; row >= 0 && p < to; p++) {
                rows[row][p] = 1;
            }
        }
        return rows;
    }
}
