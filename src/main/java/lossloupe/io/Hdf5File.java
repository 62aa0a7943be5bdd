package lossloupe.io;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.exceptions.HdfFilterException;
import io.jhdf.exceptions.UnsupportedHdfException;
import io.jhdf.object.datatype.OpaqueDataType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Arrays in HDF5, called by their paths, as `train/labels`; columns of a compound set as `table.label`, and what
/// pandas stored by the group it stored it under. Texts in a set or an attribute called `classes` name classes; an
/// attribute such as `sampling_rate` says how many positions a second has.
final class Hdf5File {
    private static final Set<String> RATES =
            Set.of("rate", "fs", "sampling_rate", "sample_rate", "sampling_frequency", "sampling_rate_hz");

    private static final byte[] SIGNATURE = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 26, '\n'};

    /// Room before the signature that belongs to somebody else, as MATLAB's header: a power of two from here on.
    private static final int LEAST_USER_BLOCK = 512;

    private static final int LARGEST_USER_BLOCK = 1 << 20;

    private final List<ArrayData> arrays = new ArrayList<>();
    private final List<String> classNames = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();
    private final Set<Long> visited = new HashSet<>();
    private @Nullable BadFileException unreadable;
    private @Nullable TimeAxis times;

    private Hdf5File() {}

    static ArraySet read(Path file) throws BadFileException {
        return SourceFile.reading(file, () -> {
            var found = new Hdf5File();
            try (var hdf = new HdfFile(file)) {
                found.group(hdf, "");
            } catch (RuntimeException e) {
                // The library checks little: what a damaged file makes of it may be any exception.
                throw refused(e);
            }
            if (found.arrays.isEmpty()) {
                throw found.unreadable != null ? found.unreadable : BadFileException.of("error.hdf5.noArrays");
            }
            return new ArraySet(found.arrays, found.classNames, found.skipped, List.of(), found.times);
        });
    }

    /// Whether a file that begins with something else is HDF5 further on.
    static boolean isBehindUserBlock(Path file) throws IOException {
        try (var channel = Files.newByteChannel(file)) {
            for (int at = LEAST_USER_BLOCK; at <= LARGEST_USER_BLOCK; at *= 2) {
                var bytes = ByteBuffer.allocate(SIGNATURE.length);
                channel.position(at).read(bytes);
                if (bytes.flip().equals(ByteBuffer.wrap(SIGNATURE))) {
                    return true;
                }
            }
            return false;
        }
    }

    private void group(Group group, String path) throws BadFileException {
        if (!visited.add(group.getAddress())) {
            return; // a group that holds itself, or has two names
        }
        attributes(group);
        if (PandasFrame.isOne(group)) {
            add(PandasFrame.read(group, path.isEmpty() ? group.getName() : path.substring(0, path.length() - 1)));
            return;
        }
        for (var child : group.getChildren().values()) {
            var name = path + child.getName();
            switch (child) {
                case Group inner -> group(inner, name + "/");
                case Dataset set -> dataset(set, name);
                default -> skipped.add(name); // links: what they lead to within the file is met on its own
            }
        }
    }

    private void attributes(Node node) {
        for (var attribute : node.getAttributes().values()) {
            var name = attribute.getName().toLowerCase(Locale.ROOT);
            if (times == null && RATES.contains(name)) {
                double rate = Hdf5Values.single(attribute.getData());
                times = rate > 0 ? TimeAxis.instants(rate) : null;
            } else if (isClasses(name) && attribute.getData() instanceof String[] words) {
                classNames.addAll(List.of(words));
            }
        }
    }

    private boolean isClasses(String name) {
        return classNames.isEmpty() && name.toLowerCase(Locale.ROOT).contains("class");
    }

    /// What cannot be read is passed over like what is no numbers, unless its name says that it is wanted.
    private void dataset(Dataset set, String name) throws BadFileException {
        attributes(set);
        var unlike = Hdf5Values.unlike(set);
        if (unlike != null) {
            passOver(name, BadFileException.of(unlike));
            return;
        }
        try {
            var values = Hdf5Values.of(set);
            if (values instanceof String[] words && isClasses(name)) {
                classNames.addAll(List.of(words));
                return;
            }
            var read = Hdf5Values.arrays(name, values, set.getDimensions());
            add(read);
            if (read.arrays().isEmpty() && read.times() == null) {
                skipped.add(name);
            }
        } catch (BadFileException e) {
            throw e.in(name);
        } catch (RuntimeException e) {
            passOver(name, BadFileException.of("error.hdf5.dataset", reason(e)));
        }
    }

    private void passOver(String name, BadFileException why) throws BadFileException {
        if (RoleGuess.isNamed(name)) {
            throw why.in(name);
        }
        unreadable = unreadable == null ? why.in(name) : unreadable;
        skipped.add(name);
    }

    private void add(ArraySet set) {
        arrays.addAll(set.arrays());
        skipped.addAll(set.skipped());
        if (classNames.isEmpty()) {
            classNames.addAll(set.classNames());
        }
        if (times == null) {
            times = set.times();
        }
    }

    /// The library stumbles over opaque bytes that nobody gave a name, whichever set of the file is asked for.
    private static BadFileException refused(RuntimeException e) {
        if (causes(e).anyMatch(Hdf5File::isOfOpaqueBytes)) {
            return BadFileException.of(Hdf5Values.OPAQUE);
        }
        boolean unsupported = causes(e).anyMatch(UnsupportedHdfException.class::isInstance);
        boolean filtered = causes(e).anyMatch(HdfFilterException.class::isInstance);
        var key = unsupported ? "error.hdf5.unsupported" : filtered ? "error.hdf5.dataset" : "error.hdf5.broken";
        return BadFileException.of(key, reason(e));
    }

    private static boolean isOfOpaqueBytes(Throwable e) {
        return Stream.of(e.getStackTrace()).anyMatch(f -> f.getClassName().equals(OpaqueDataType.class.getName()));
    }

    /// What the innermost cause that says anything says.
    private static String reason(RuntimeException e) {
        return causes(e)
                .map(Throwable::getMessage)
                .filter(Objects::nonNull)
                .reduce((outer, inner) -> inner)
                .map(NpyHeaderText::shortened)
                .orElse(e.getClass().getSimpleName());
    }

    private static Stream<Throwable> causes(Throwable e) {
        return Stream.iterate(e, Objects::nonNull, Throwable::getCause);
    }
}
