package lossloupe.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;

/// One NumPy array in a file of its own.
public final class NpyFile {
    private NpyFile() {}

    /// Reads the array, which is called as the file is without its ending.
    ///
    /// @throws BadFileException where it is no `.npy` of real numbers
    public static ArrayData read(Path file) throws BadFileException {
        return SourceFile.reading(file, () -> {
            try (var in = Files.newInputStream(file)) {
                var reader = new NpyReader(in, Files.size(file));
                return reader.data(SourceFile.stem(file), NpyHeaderText.numeric(reader.header()));
            }
        });
    }

    /// Writes format 1.0. Values that `type` cannot hold are rounded (floats) or cut (integers), as NumPy's
    /// `astype` does.
    ///
    /// @param shape at most 32 lengths of which the product fits an `int`
    /// @param at the value at a flat index in C order
    public static void write(OutputStream out, NumpyType type, MemoryOrder order, int[] shape, IntToDoubleFunction at)
            throws IOException {
        out.write(header(type, order, shape));
        int size = Arrays.stream(shape).reduce(1, Math::multiplyExact);
        var places = new int[Math.min(size, ValueStore.BLOCK)];
        var buffer = ByteBuffer.allocate(places.length * type.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        var fortran = new FortranOrder(Arrays.stream(shape).asLongStream().toArray());
        for (int done = 0; done < size; done += places.length) {
            int count = Math.min(places.length, size - done);
            if (order == MemoryOrder.F) {
                fortran.next(places, count);
            } else {
                int from = done;
                Arrays.setAll(places, i -> from + i);
            }
            buffer.clear();
            for (int i = 0; i < count; i++) {
                put(buffer, type, at.applyAsDouble(places[i]));
            }
            out.write(buffer.array(), 0, buffer.position());
        }
    }

    public static void write(OutputStream out, ArrayData array, NumpyType type, MemoryOrder order) throws IOException {
        write(out, type, order, array.shape(), array::at);
    }

    private static void put(ByteBuffer to, NumpyType type, double value) {
        switch (type) {
            case FLOAT64 -> to.putDouble(value);
            case FLOAT32 -> to.putFloat((float) value);
            case FLOAT16 -> to.putShort(Float.floatToFloat16((float) value));
            case BOOL -> to.put((byte) (value == 0 ? 0 : 1));
            case INT8, UINT8 -> to.put((byte) (int) value);
            case INT16, UINT16 -> to.putShort((short) (int) value);
            case INT32, UINT32 -> to.putInt((int) (long) value);
            case INT64 -> to.putLong((long) value);
            case UINT64 -> to.putLong(value < 0x1p63 ? (long) value : (long) (value - 0x1p63) ^ Long.MIN_VALUE);
        }
    }

    /// Magic, version, length, and the dictionary as NumPy writes it, padded so that the data begin at a multiple
    /// of 64.
    private static byte[] header(NumpyType type, MemoryOrder order, int[] shape) {
        var lengths = Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        var dictionary =
                "{'descr': '" + type.descr() + "', 'fortran_order': " + (order == MemoryOrder.F ? "True" : "False")
                        + ", 'shape': (" + lengths + (shape.length == 1 ? ",), }" : "), }");
        int prefix = NpyReader.MAGIC.length + 4;
        int whole = (prefix + dictionary.length() + 1 + 63) / 64 * 64;
        var text = dictionary + " ".repeat(whole - prefix - dictionary.length() - 1) + "\n";
        return ByteBuffer.allocate(whole)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(NpyReader.MAGIC)
                .put((byte) 1)
                .put((byte) 0)
                .putShort((short) text.length())
                .put(text.getBytes(StandardCharsets.ISO_8859_1))
                .array();
    }
}
