package lossloupe.io;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// Arrays in HDF5, called by their paths, as `train/labels`. Texts in a set called `classes` name classes; an
/// attribute such as `sampling_rate` says how many positions a second has.
final class Hdf5File {
    private static final Set<String> RATES =
            Set.of("rate", "fs", "sampling_rate", "sample_rate", "sampling_frequency", "sampling_rate_hz");

    private static final int DEEPEST = 32;

    private final List<ArrayData> arrays = new ArrayList<>();
    private final List<String> classNames = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();
    private @Nullable TimeAxis times;

    private Hdf5File() {}

    static ArraySet read(Path file) throws BadFileException {
        return SourceFile.reading(file, () -> {
            var found = new Hdf5File();
            try (var hdf = new HdfFile(file)) {
                found.rate(hdf);
                found.group(hdf, "", 0);
            } catch (RuntimeException e) {
                // The library checks little: what a damaged file makes of it may be any exception.
                throw BadFileException.of("error.hdf5.broken", NpyHeaderText.shortened(String.valueOf(e.getMessage())));
            }
            if (found.arrays.isEmpty()) {
                throw BadFileException.of("error.hdf5.noArrays");
            }
            return new ArraySet(found.arrays, found.classNames, found.skipped, List.of(), found.times);
        });
    }

    private void group(Group group, String path, int depth) throws BadFileException {
        if (depth > DEEPEST) {
            return; // a group that holds itself
        }
        for (var child : group.getChildren().values()) {
            var name = path + child.getName();
            if (child instanceof Group inner) {
                group(inner, name + "/", depth + 1);
            } else if (child instanceof Dataset set) {
                rate(set);
                try {
                    dataset(set, name);
                } catch (BadFileException e) {
                    throw e.in(name);
                }
            }
        }
    }

    private void rate(Node node) {
        for (Attribute attribute : node.getAttributes().values()) {
            if (times == null
                    && RATES.contains(attribute.getName())
                    && attribute.getData() instanceof Number rate
                    && rate.doubleValue() > 0) {
                times = TimeAxis.instants(rate.doubleValue());
            }
        }
    }

    private void dataset(Dataset set, String name) throws BadFileException {
        if (set.isEmpty() || set.isCompound()) {
            skipped.add(name);
            return;
        }
        MemoryLimit.check(2 * set.getSize(), Double.BYTES);
        var values = set.isScalar() ? null : set.getDataFlat();
        int[] shape = set.getDimensions();
        switch (values) {
            case double[] doubles -> arrays.add(ArrayData.of(name, new Values.Doubles(doubles), shape));
            case float[] floats -> arrays.add(ArrayData.of(name, new Values.Floats(floats), shape));
            case long[] whole ->
                whole(name, Arrays.stream(whole).asDoubleStream().toArray(), shape);
            case int[] whole ->
                whole(name, Arrays.stream(whole).asDoubleStream().toArray(), shape);
            case short[] whole -> whole(name, wide(whole.length, i -> whole[i]), shape);
            case byte[] whole -> whole(name, wide(whole.length, i -> whole[i]), shape);
            case BigInteger[] whole ->
                whole(
                        name,
                        Arrays.stream(whole)
                                .mapToDouble(BigInteger::doubleValue)
                                .toArray(),
                        shape);
            case boolean[] bits ->
                arrays.add(NumberList.array(name, wide(bits.length, i -> bits[i] ? 1 : 0), NumpyType.BOOL, shape));
            case String[] words -> words(name, words, shape);
            case null, default -> skipped.add(name);
        }
    }

    private static double[] wide(int length, IntToDoubleFunction at) {
        var values = new double[length];
        Arrays.setAll(values, at);
        return values;
    }

    private void whole(String name, double[] values, int[] shape) {
        arrays.add(NumberList.array(name, values, NumpyType.INT64, shape));
    }

    /// `TRUE` and `FALSE` are how h5py's booleans arrive; other texts may be names of classes.
    private void words(String name, String[] words, int[] shape) {
        if (words.length > 0 && Set.of("TRUE", "FALSE").contains(words[0])) {
            var bits = Arrays.stream(words)
                    .mapToDouble(w -> w.equals("TRUE") ? 1 : 0)
                    .toArray();
            arrays.add(NumberList.array(name, bits, NumpyType.BOOL, shape));
        } else if (classNames.isEmpty() && name.contains("class")) {
            classNames.addAll(List.of(words));
        } else {
            skipped.add(name);
        }
    }
}
