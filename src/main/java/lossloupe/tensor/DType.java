package lossloupe.tensor;

/// How the numbers of a plane are stored; the ids are NumPy's.
public enum DType {
    FLOAT64("float64", Double.BYTES),
    FLOAT32("float32", Float.BYTES),
    UINT8("uint8", Byte.BYTES);

    private final String id;
    private final int bytes;

    DType(String id, int bytes) {
        this.id = id;
        this.bytes = bytes;
    }

    /// The NumPy name, as `float32`.
    public String id() {
        return id;
    }

    /// Bytes per element.
    public int bytes() {
        return bytes;
    }

    /// Whether `value` can be stored without rounding.
    public boolean holds(double value) {
        return switch (this) {
            case FLOAT64 -> true;
            case FLOAT32 -> Double.isNaN(value) || (float) value == value;
            case UINT8 -> value == (int) value && value >= 0 && value <= 255;
        };
    }
}
