package lossloupe.io;

import java.util.Arrays;

/// Numbers read one by one from text, and what they have in common.
final class NumberList {
    /// How a number was written.
    enum Written {
        BOOL,
        WHOLE,
        REAL
    }

    private double[] values = new double[16];
    private int size;
    private boolean allBool = true;
    private boolean allWhole = true;

    void add(double value, Written written) throws BadFileException {
        if (size == values.length) {
            MemoryLimit.check(2L * size, Double.BYTES);
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
        allBool &= written == Written.BOOL;
        allWhole &= written != Written.REAL;
    }

    int size() {
        return size;
    }

    double get(int i) {
        return values[i];
    }

    /// The type that NumPy would give to these literals.
    NumpyType type() {
        if (size == 0) {
            return NumpyType.FLOAT64;
        }
        return allBool ? NumpyType.BOOL : allWhole ? NumpyType.INT64 : NumpyType.FLOAT64;
    }

    /// All numbers as an array of `type`.
    ArrayData array(String name, NumpyType type, int... shape) {
        return array(name, Arrays.copyOf(values, size), type, shape);
    }

    /// Keeps `values`, which must not be written afterwards.
    static ArrayData array(String name, double[] values, NumpyType type, int... shape) {
        var stored = switch (type.kind()) {
            case FLOAT64 -> new Values.Doubles(values);
            case FLOAT32 -> floats(values, type);
            case INTEGER -> whole(values);
            case BOOL -> bytes(values, 1);
        };
        return ArrayData.of(name, type, stored, shape);
    }

    private static Values floats(double[] values, NumpyType type) {
        var out = new float[values.length];
        for (int i = 0; i < out.length; i++) {
            float rounded = (float) values[i];
            out[i] = type == NumpyType.FLOAT16 ? Float.float16ToFloat(Float.floatToFloat16(rounded)) : rounded;
        }
        return new Values.Floats(out);
    }

    private static Values whole(double[] values) {
        double least = 0;
        double most = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = values[i] < 0 ? Math.ceil(values[i]) : Math.floor(values[i]);
            least = Math.min(least, values[i]);
            most = Math.max(most, values[i]);
        }
        return least >= 0 && most <= 255 ? bytes(values, 255) : new Values.Doubles(values);
    }

    private static Values bytes(double[] values, int most) {
        var out = new byte[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = most == 1 ? (byte) (values[i] == 0 ? 0 : 1) : (byte) (int) values[i];
        }
        return new Values.Bytes(out);
    }
}
