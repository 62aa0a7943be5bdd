package lossloupe.io;

import java.nio.ByteBuffer;

/// Takes the elements of a file block by block and keeps them in the narrowest array that holds them all exactly.
/// Integers
/// begin as bytes and move to wider arrays when one comes that does not fit, so that masks of int64 cost a byte each.
///
/// Loops run over whole blocks with nothing else in them: the compiler turns such loops into vector code.
final class ValueStore {
    /// Elements of a block: small enough for the second-level cache, large enough to make calls negligible.
    static final int BLOCK = 1 << 15;

    private final NumpyType type;
    private final int size;
    private Values values;
    private int filled;
    private long inexact;
    private final double[] block;
    private final int[] places;
    private final boolean scattered;

    /// @param scattered whether the elements come in an order other than that in which they are kept
    ValueStore(NumpyType type, int size, boolean scattered) {
        this.type = type;
        this.size = size;
        this.scattered = scattered;
        values = switch (type.kind()) {
            case FLOAT64 -> new Values.Doubles(new double[size]);
            case FLOAT32 -> new Values.Floats(new float[size]);
            case INTEGER, BOOL -> new Values.Bytes(new byte[size]);
        };
        int length = Math.min(size, BLOCK);
        block = new double[length];
        places = new int[length];
    }

    /// @param bytes `count` elements from position 0 on, in the file's byte order
    /// @param order says where they go, if `scattered`
    void take(ByteBuffer bytes, int count, FortranOrder order) {
        if (!scattered && direct(bytes, count)) {
            filled += count;
            return;
        }
        decode(bytes, count);
        if (scattered) {
            order.next(places, count);
        } else {
            for (int i = 0; i < count; i++) {
                places[i] = filled + i;
            }
        }
        makeRoom(count);
        switch (values) {
            case Values.Doubles(var out) -> {
                for (int i = 0; i < count; i++) {
                    out[places[i]] = block[i];
                }
            }
            case Values.Floats(var out) -> {
                for (int i = 0; i < count; i++) {
                    out[places[i]] = (float) block[i];
                }
            }
            case Values.Bytes(var out) -> {
                for (int i = 0; i < count; i++) {
                    out[places[i]] = (byte) (int) block[i];
                }
            }
        }
        filled += count;
    }

    Values values() {
        return values;
    }

    long inexact() {
        return inexact;
    }

    /// The common files: nothing to convert and nothing to move.
    private boolean direct(ByteBuffer bytes, int count) {
        switch (type) {
            case FLOAT64 -> bytes.asDoubleBuffer().get(((Values.Doubles) values).array(), filled, count);
            case FLOAT32 -> bytes.asFloatBuffer().get(((Values.Floats) values).array(), filled, count);
            case UINT8 -> bytes.get(0, ((Values.Bytes) values).array(), filled, count);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void decode(ByteBuffer bytes, int count) {
        for (int i = 0; i < count; i++) {
            block[i] = switch (type) {
                case FLOAT64 -> bytes.getDouble(8 * i);
                case FLOAT32 -> bytes.getFloat(4 * i);
                case FLOAT16 -> Float.float16ToFloat(bytes.getShort(2 * i));
                case BOOL -> bytes.get(i) == 0 ? 0 : 1;
                case INT8 -> bytes.get(i);
                case UINT8 -> bytes.get(i) & 0xFF;
                case INT16 -> bytes.getShort(2 * i);
                case UINT16 -> bytes.getShort(2 * i) & 0xFFFF;
                case INT32 -> bytes.getInt(4 * i);
                case UINT32 -> bytes.getInt(4 * i) & 0xFFFF_FFFFL;
                case INT64, UINT64 -> whole(bytes.getLong(8 * i));
            };
        }
    }

    /// The double nearest to a 64-bit integer. The unsigned half above 2^63 must not be halved and doubled (that
    /// would round
    /// twice): the lowest bit is kept sticky.
    private double whole(long bits) {
        boolean huge = type == NumpyType.UINT64 && bits < 0;
        double value = huge ? 2.0 * (double) ((bits >>> 1) | (bits & 1)) : (double) bits;
        boolean exact = huge ? Long.numberOfTrailingZeros(bits) >= 11 : value != 0x1p63 && (long) value == bits;
        if (!exact) {
            inexact++;
        }
        return value;
    }

    private void makeRoom(int count) {
        if (type.kind() != NumpyType.Kind.INTEGER || values instanceof Values.Doubles) {
            return;
        }
        double least = 0;
        double most = 0;
        for (int i = 0; i < count; i++) {
            least = Math.min(least, block[i]);
            most = Math.max(most, block[i]);
        }
        if (least < -0x1p24 || most > 0x1p24) {
            var wide = new double[size];
            for (int i = 0; i < size; i++) {
                wide[i] = values.at(i);
            }
            values = new Values.Doubles(wide);
        } else if (values instanceof Values.Bytes && (least < 0 || most > 255)) {
            var wide = new float[size];
            for (int i = 0; i < size; i++) {
                wide[i] = (float) values.at(i);
            }
            values = new Values.Floats(wide);
        }
    }
}
