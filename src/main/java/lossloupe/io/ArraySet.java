package lossloupe.io;

import java.util.List;
import java.util.Optional;

/// What one file or pasted text held.
///
/// @param arrays in the order in which they stood there
/// @param classNames names of classes, where the source says any (a member `classes`, a table's header, comments)
/// @param skipped names of what was there but is not numbers: text columns, text arrays, other files in an archive
public record ArraySet(List<ArrayData> arrays, List<String> classNames, List<String> skipped) {
    public ArraySet {
        arrays = List.copyOf(arrays);
        classNames = List.copyOf(classNames);
        skipped = List.copyOf(skipped);
    }

    static ArraySet of(ArrayData array) {
        return new ArraySet(List.of(array), List.of(), List.of());
    }

    public Optional<ArrayData> named(String name) {
        return arrays.stream().filter(a -> a.name().equals(name)).findFirst();
    }
}
