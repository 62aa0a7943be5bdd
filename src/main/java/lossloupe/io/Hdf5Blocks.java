package lossloupe.io;

import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.dataset.DatasetBase;
import io.jhdf.exceptions.HdfException;
import io.jhdf.object.datatype.DataType;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Reads a set of which not every part was ever written. What was not is its fill value, by HDF5's rules; the library
/// leaves 0 there, which would be a number that is not in the file, or fails.
final class Hdf5Blocks {
    /// The library tells that a chunk is missing by these words alone.
    private static final List<String> MISSING = List.of("No chunk with offset", "at address -1");

    private final Dataset set;
    private final DataType type;
    private final int[] shape;
    private final int[] block;
    private final Object values;

    private Hdf5Blocks(Dataset set, DataType type, int[] block) {
        this.set = set;
        this.type = type;
        this.shape = set.getDimensions();
        this.block = block;
        this.values = Array.newInstance(type.getJavaType(), Math.toIntExact(set.getSize()));
    }

    /// Whether anything was never written.
    static boolean isPartial(Dataset set) {
        return set.isEmpty()
                || (set instanceof ChunkedDataset chunked
                        && starts(chunked).stream().anyMatch(s -> isMissing(chunked, s)));
    }

    /// All values in C order, as an array of `type`'s primitives.
    static Object read(Dataset set, DataType type) {
        if (set instanceof ChunkedDataset chunked) {
            var blocks = new Hdf5Blocks(set, type, chunked.getChunkDimensions());
            starts(chunked).forEach(start -> blocks.chunk(chunked, start));
            return blocks.values;
        }
        if (!set.isEmpty()) {
            return numbers(set, type, ((DatasetBase) set).getDataBuffer(), Math.toIntExact(set.getSize()));
        }
        var whole = new Hdf5Blocks(set, type, set.getDimensions());
        whole.fill(new int[whole.shape.length]);
        return whole.values;
    }

    private static Object numbers(Dataset set, DataType type, ByteBuffer bytes, int count) {
        return type.fillData(bytes, new int[] {count}, set.getHdfFile().getHdfBackingStorage());
    }

    private static List<int[]> starts(ChunkedDataset set) {
        var starts = new ArrayList<int[]>();
        starts(set.getDimensions(), set.getChunkDimensions(), 0, new int[set.getDimensions().length], starts);
        return starts;
    }

    private static void starts(int[] shape, int[] chunk, int axis, int[] at, List<int[]> starts) {
        if (axis == shape.length) {
            starts.add(at.clone());
            return;
        }
        for (at[axis] = 0; at[axis] < shape[axis]; at[axis] += chunk[axis]) {
            starts(shape, chunk, axis + 1, at, starts);
        }
    }

    private static boolean isMissing(ChunkedDataset set, int[] start) {
        try {
            set.getRawChunkBuffer(start);
            return false;
        } catch (HdfException e) {
            if (MISSING.stream().anyMatch(String.valueOf(e.getMessage())::contains)) {
                return true;
            }
            throw e;
        }
    }

    private void chunk(ChunkedDataset chunked, int[] start) {
        if (isMissing(chunked, start)) {
            fill(start);
            return;
        }
        var bytes = ByteBuffer.wrap(chunked.getDecompressedChunk(start));
        copy(numbers(set, type, bytes, blockSize()), 0, 0, 0, start);
    }

    private int blockSize() {
        return Arrays.stream(block).reduce(1, Math::multiplyExact);
    }

    /// Copies rows of a chunk, of which the last may reach beyond the set.
    private void copy(Object chunk, int axis, int from, int to, int[] start) {
        int within = Math.min(block[axis], shape[axis] - start[axis]);
        if (axis == shape.length - 1) {
            System.arraycopy(chunk, from * block[axis], values, to * shape[axis] + start[axis], within);
            return;
        }
        for (int k = 0; k < within; k++) {
            copy(chunk, axis + 1, from * block[axis] + k, to * shape[axis] + start[axis] + k, start);
        }
    }

    private void fill(int[] start) {
        if (set.getFillValue() instanceof Number fill && fill.doubleValue() != 0) {
            var chunk = Array.newInstance(type.getJavaType(), blockSize());
            for (int i = 0; i < blockSize(); i++) {
                Array.set(chunk, i, fill);
            }
            copy(chunk, 0, 0, 0, start);
        }
    }
}
