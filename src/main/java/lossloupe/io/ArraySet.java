package lossloupe.io;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What one file or pasted text held.
///
/// @param arrays in the order in which they stood there
/// @param classNames names of classes, where the source says any (a member `classes`, a table's header, comments)
/// @param skipped names of what was there but is not numbers: text columns, text arrays, other files in an archive
/// @param runs labels written as runs; several where a file labels several series
/// @param times when the positions of the arrays are, where the source says it
/// @param tasks ids of the tasks of Label Studio that this is a batch of, by which each can be had alone
public record ArraySet(
        List<ArrayData> arrays,
        List<String> classNames,
        List<String> skipped,
        List<RunLabels> runs,
        @Nullable TimeAxis times,
        List<String> tasks) {
    public ArraySet {
        arrays = List.copyOf(arrays);
        classNames = List.copyOf(classNames);
        skipped = List.copyOf(skipped);
        runs = List.copyOf(runs);
        tasks = List.copyOf(tasks);
    }

    public ArraySet(
            List<ArrayData> arrays,
            List<String> classNames,
            List<String> skipped,
            List<RunLabels> runs,
            @Nullable TimeAxis times) {
        this(arrays, classNames, skipped, runs, times, List.of());
    }

    public ArraySet(List<ArrayData> arrays, List<String> classNames, List<String> skipped) {
        this(arrays, classNames, skipped, List.of(), null);
    }

    static ArraySet of(ArrayData array) {
        return new ArraySet(List.of(array), List.of(), List.of());
    }

    static ArraySet of(RunLabels runs) {
        return new ArraySet(List.of(), List.of(), List.of(), List.of(runs), null);
    }

    /// One array of this set in a role of its own; runs are left out.
    public ArraySet only(ArrayData array) {
        return new ArraySet(List.of(array), classNames, List.of(), List.of(), times);
    }

    /// The runs of this set without its arrays.
    public ArraySet onlyRuns() {
        return new ArraySet(List.of(), List.of(), List.of(), runs, times);
    }

    public Optional<ArrayData> named(String name) {
        return arrays.stream().filter(a -> a.name().equals(name)).findFirst();
    }
}
