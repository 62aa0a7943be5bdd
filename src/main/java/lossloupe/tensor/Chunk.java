package lossloupe.tensor;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Up to 4096 consecutive values of a row, never written after creation. Snapshots, undo, damage, incremental
/// computation and level of detail all rest on this one rule: same reference, same numbers.
public final class Chunk {
    /// Values per chunk; only the last chunk of a row may be shorter.
    public static final int SIZE = 4096;

    private final DType dtype;
    private final int length;
    private final double[] doubles;
    private final float[] floats;
    private final byte[] bytes;

    /// Computed on first use. A race computes it twice and keeps one: its own fields are final, so either is safe
    /// to read.
    private @Nullable Pyramid pyramid;

    private @Nullable Totals totals;

    /// What a chunk of weights is divided by.
    private record Totals(double sum, int nonzero) {}

    private Chunk(DType dtype, int length, double[] doubles, float[] floats, byte[] bytes) {
        this.dtype = dtype;
        this.length = length;
        this.doubles = doubles;
        this.floats = floats;
        this.bytes = bytes;
    }

    private static final double[] NO_DOUBLES = {};
    private static final float[] NO_FLOATS = {};
    private static final byte[] NO_BYTES = {};

    /// Takes the array over: the caller must not write to it again.
    public static Chunk of(double[] values) {
        return new Chunk(DType.FLOAT64, values.length, values, NO_FLOATS, NO_BYTES);
    }

    /// Takes the array over: the caller must not write to it again.
    public static Chunk of(float[] values) {
        return new Chunk(DType.FLOAT32, values.length, NO_DOUBLES, values, NO_BYTES);
    }

    /// Takes the array over: the caller must not write to it again. Bytes are unsigned, 0 to 255.
    public static Chunk of(byte[] values) {
        return new Chunk(DType.UINT8, values.length, NO_DOUBLES, NO_FLOATS, values);
    }

    public DType dtype() {
        return dtype;
    }

    public int length() {
        return length;
    }

    public double get(int i) {
        return switch (dtype) {
            case FLOAT64 -> doubles[i];
            case FLOAT32 -> floats[i];
            case UINT8 -> bytes[i] & 0xFF;
        };
    }

    /// One value as a chunk of its own.
    public Chunk alone(int i) {
        return switch (dtype) {
            case FLOAT64 -> of(new double[] {doubles[i]});
            case FLOAT32 -> of(new float[] {floats[i]});
            case UINT8 -> of(new byte[] {bytes[i]});
        };
    }

    /// The values as float64: the chunk's own array where it is one (read only), else a widened copy in `scratch`.
    public double[] asDoubles(double[] scratch) {
        if (dtype == DType.FLOAT64) {
            return doubles;
        }
        for (int i = 0; i < length; i++) {
            scratch[i] = dtype == DType.FLOAT32 ? floats[i] : bytes[i] & 0xFF;
        }
        return scratch;
    }

    /// The values as float32: the chunk's own array where it is one (read only), else a rounded copy in `scratch`.
    public float[] asFloats(float[] scratch) {
        if (dtype == DType.FLOAT32) {
            return floats;
        }
        for (int i = 0; i < length; i++) {
            scratch[i] = dtype == DType.FLOAT64 ? (float) doubles[i] : bytes[i] & 0xFF;
        }
        return scratch;
    }

    /// A copy in another storage type; values are rounded to it.
    public Chunk as(DType target) {
        if (target == dtype) {
            return this;
        }
        return switch (target) {
            case FLOAT64 -> of(asDoubles(new double[length]));
            case FLOAT32 -> of(asFloats(new float[length]));
            case UINT8 -> of(rounded());
        };
    }

    /// Adds the extremes of values `from` to `to` (excluded): whole blocks from the pyramid, the ragged ends one by
    /// one.
    public void extremes(int from, int to, Extremes into) {
        if (from == 0 && to == length) {
            into.add(pyramid().whole());
            return;
        }
        int firstBlock = Math.ceilDiv(from, Pyramid.BLOCK);
        int lastBlock = to / Pyramid.BLOCK;
        if (firstBlock >= lastBlock) {
            scan(from, to, into);
            return;
        }
        scan(from, firstBlock * Pyramid.BLOCK, into);
        pyramid().scan(firstBlock, lastBlock, into);
        scan(lastBlock * Pyramid.BLOCK, to, into);
    }

    /// Every picture of a long row begins with this, so extremes are gathered in variables, not in an object, and
    /// in loops that the compiler turns into vector code.
    void scan(int from, int to, Extremes into) {
        switch (dtype) {
            case FLOAT64 -> scanDoubles(from, to, into);
            case FLOAT32 -> scanFloats(from, to, into);
            case UINT8 -> scanBytes(from, to, into);
        }
    }

    private void scanDoubles(int from, int to, Extremes into) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            min = Math.min(min, doubles[i]);
            max = Math.max(max, doubles[i]);
        }
        if (Double.isNaN(min)) {
            scanOneByOne(from, to, into);
        } else {
            into.add(min, max, false);
        }
    }

    private void scanFloats(int from, int to, Extremes into) {
        float min = Float.POSITIVE_INFINITY;
        float max = Float.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            min = Math.min(min, floats[i]);
            max = Math.max(max, floats[i]);
        }
        if (Float.isNaN(min)) {
            scanOneByOne(from, to, into);
        } else {
            into.add(min, max, false);
        }
    }

    /// Passes over NaN, which the least and the greatest of several numbers do not.
    private void scanOneByOne(int from, int to, Extremes into) {
        for (int i = from; i < to; i++) {
            into.add(get(i));
        }
    }

    private void scanBytes(int from, int to, Extremes into) {
        int min = 255;
        int max = 0;
        for (int i = from; i < to; i++) {
            int value = bytes[i] & 0xFF;
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
        if (from < to) {
            into.add(min, max, false);
        }
    }

    /// The shortest stretch outside of which another chunk of this length and type has the same values; empty where
    /// all are.
    public Span differing(Chunk other) {
        if (dtype != other.dtype || length != other.length) {
            return new Span(0, length);
        }
        int first = switch (dtype) {
            case FLOAT64 -> Arrays.mismatch(doubles, other.doubles);
            case FLOAT32 -> Arrays.mismatch(floats, other.floats);
            case UINT8 -> Arrays.mismatch(bytes, other.bytes);
        };
        if (first < 0) {
            return new Span(0, 0);
        }
        int last = length - 1;
        while (Double.compare(get(last), other.get(last)) == 0) {
            last--;
        }
        return new Span(first, last + 1);
    }

    /// Sum of the values, added up in their order.
    public double sum() {
        return totals().sum;
    }

    /// Values that are not zero.
    public int nonzero() {
        return totals().nonzero;
    }

    private Totals totals() {
        var known = totals;
        if (known == null) {
            double sum = 0;
            int nonzero = 0;
            for (int i = 0; i < length; i++) {
                double value = get(i);
                sum += value;
                nonzero += value == 0 ? 0 : 1;
            }
            known = new Totals(sum, nonzero);
            totals = known;
        }
        return known;
    }

    private Pyramid pyramid() {
        var known = pyramid;
        if (known == null) {
            known = new Pyramid(this);
            pyramid = known;
        }
        return known;
    }

    private byte[] rounded() {
        var out = new byte[length];
        for (int i = 0; i < length; i++) {
            out[i] = (byte) Math.clamp(Math.round(get(i)), 0, 255);
        }
        return out;
    }
}
