package lossloupe.io;

import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.OptionalLong;

/// What the header of an `.npy` file says.
///
/// @param descr the element type as written, byte order included
@SuppressWarnings("ArrayRecordComponent") // package-private, never compared, copied where it leaves the package
record NumpyHeader(NumpyType type, String descr, MemoryOrder order, long[] shape) {
    static NumpyHeader of(NumpyType type, MemoryOrder order, long... shape) {
        return new NumpyHeader(type, type.descr(), order, shape.clone());
    }

    /// Bytes of the elements are in this order. `=` and the lack of a sign mean the writer's own, which is
    /// little-endian
    /// wherever NumPy writes such a thing.
    ByteOrder byteOrder() {
        return descr.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }

    /// Number of elements; empty where it does not fit 63 bits. An axis of length 0 makes it 0 however long the
    /// others are.
    OptionalLong size() {
        long size = 1;
        boolean fits = true;
        for (long length : shape) {
            if (length == 0) {
                return OptionalLong.of(0);
            }
            long high = Math.multiplyHigh(size, length);
            size *= length;
            fits &= high == 0 && size > 0;
        }
        return fits ? OptionalLong.of(size) : OptionalLong.empty();
    }

    /// Bytes of all elements; empty where that does not fit 63 bits.
    OptionalLong bytes() {
        var size = size();
        return size.isPresent() && size.getAsLong() <= Long.MAX_VALUE / type.bytes()
                ? OptionalLong.of(size.getAsLong() * type.bytes())
                : OptionalLong.empty();
    }

    String shapeText() {
        return Arrays.toString(shape);
    }
}
