package lossloupe.io;

import java.util.List;
import java.util.stream.IntStream;
import lossloupe.io.ImportPlan.Said;
import lossloupe.tensor.Axis;

/// How runs of labels were laid on positions. Where no file says the rate, it is a guess that a person may correct.
///
/// @param runs as they were read
/// @param classes the rows of the grid
/// @param item index of the grid among the items of the plan
/// @param axis when each position is
/// @param length positions of the grid; 0 where the runs alone say how many there are
/// @param evidence why this axis
/// @param isAsked whether the rate may be changed
/// @param isGuess whether nothing but the runs themselves told the rate
public record Timing(
        RunLabels runs,
        List<String> classes,
        int item,
        TimeAxis axis,
        int length,
        Said evidence,
        boolean isAsked,
        boolean isGuess) {
    public Timing {
        classes = List.copyOf(classes);
    }

    /// Positions per second, or NaN where times are not counted so.
    public double rate() {
        return axis.rate();
    }

    Timing withRate(double rate) {
        return new Timing(runs, classes, item, axis.withRate(rate), length, ImportPlan.CHOSEN, isAsked, false);
    }

    Timing withItem(int index) {
        return new Timing(runs, classes, index, axis, length, evidence, isAsked, isGuess);
    }

    /// The grid, with its axes in this order. Of a batch it labels the only example.
    ///
    /// @throws BadFileException where it would not fit into memory
    ArrayData grid(List<Axis> axes) throws BadFileException {
        int positions = length > 0 ? length : runs.length(axis);
        int n = classes.size();
        MemoryLimit.check(2L * n * positions, Byte.BYTES);
        var rows = runs.rows(axis, positions, classes);
        var values = new byte[n * positions];
        boolean last = axes.indexOf(Axis.CLASS) > axes.indexOf(Axis.POSITION);
        for (int c = 0; c < n; c++) {
            for (int p = 0; p < positions; p++) {
                values[last ? p * n + c : c * positions + p] = rows[c][p];
            }
        }
        var shape = axes.stream()
                .flatMapToInt(a -> IntStream.of(
                        switch (a) {
                            case BATCH -> 1;
                            case CLASS -> n;
                            case POSITION -> positions;
                        }))
                .toArray();
        return ArrayData.of(runs.name(), new Values.Bytes(values), shape);
    }
}
