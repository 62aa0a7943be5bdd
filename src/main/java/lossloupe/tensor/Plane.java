package lossloupe.tensor;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/// One row of numbers over all positions: a spine of immutable chunks. An edit copies the spine and the chunks it
/// touches; everything else is shared with the plane it came from.
public final class Plane {
    private final DType dtype;
    private final int length;
    private final Chunk[] spine;

    private Plane(DType dtype, int length, Chunk[] spine) {
        this.dtype = dtype;
        this.length = length;
        this.spine = spine;
    }

    /// Copies the values.
    public static Plane of(double... values) {
        return build(DType.FLOAT64, values.length, (from, to) -> Chunk.of(Arrays.copyOfRange(values, from, to)));
    }

    /// Copies the values.
    public static Plane of(float[] values) {
        return build(DType.FLOAT32, values.length, (from, to) -> Chunk.of(Arrays.copyOfRange(values, from, to)));
    }

    /// Copies the values.
    public static Plane of(byte[] values) {
        return build(DType.UINT8, values.length, (from, to) -> Chunk.of(Arrays.copyOfRange(values, from, to)));
    }

    /// All full chunks are one and the same: a signal that a file does not bring takes no room.
    public static Plane zeros(DType dtype, int length) {
        var full = filled(dtype, 0, Math.min(length, Chunk.SIZE), p -> 0);
        return build(dtype, length, (from, to) -> to - from == full.length() ? full : filled(dtype, from, to, p -> 0));
    }

    /// One value per position, rounded to `dtype`.
    public static Plane generate(DType dtype, int length, IntToDoubleFunction valueAt) {
        return build(dtype, length, (from, to) -> filled(dtype, from, to, valueAt));
    }

    /// A plane of whole chunks, as computed ones are; all but the last must be full.
    public static Plane ofChunks(DType dtype, Chunk... chunks) {
        int length = 0;
        for (int k = 0; k < chunks.length; k++) {
            if (k < chunks.length - 1 && chunks[k].length() != Chunk.SIZE) {
                throw new IllegalArgumentException("only the last chunk may be short");
            }
            length += chunks[k].length();
        }
        return new Plane(dtype, length, chunks.clone());
    }

    public DType dtype() {
        return dtype;
    }

    public int length() {
        return length;
    }

    public int chunkCount() {
        return spine.length;
    }

    /// Chunks that a row of `length` positions has.
    public static int chunkCount(int length) {
        return (length + Chunk.SIZE - 1) / Chunk.SIZE;
    }

    /// Positions `k·4096` onwards.
    public Chunk chunk(int k) {
        return spine[k];
    }

    public double get(int position) {
        return spine[position / Chunk.SIZE].get(position % Chunk.SIZE);
    }

    /// This plane with the positions of `span` replaced. A value that the storage cannot hold exactly (0.5 in hard
    /// labels) turns the whole plane into float64, so that nothing a person typed is rounded away; float32 planes
    /// round.
    public Plane with(Span span, IntToDoubleFunction valueAt) {
        if (span.to() > length) {
            throw new IllegalArgumentException("span ends at " + span.to() + ", the plane at " + length);
        }
        if (dtype == DType.UINT8 && !holdsAll(span, valueAt)) {
            return as(DType.FLOAT64).with(span, valueAt);
        }
        var copy = spine.clone();
        for (int k = span.from() / Chunk.SIZE; k * Chunk.SIZE < span.to(); k++) {
            int start = k * Chunk.SIZE;
            var old = spine[k];
            copy[k] = filled(
                    dtype,
                    start,
                    start + old.length(),
                    p -> span.contains(p) ? valueAt.applyAsDouble(p) : old.get(p - start));
        }
        return new Plane(dtype, length, copy);
    }

    /// The same numbers in another storage type.
    public Plane as(DType target) {
        if (target == dtype) {
            return this;
        }
        var copy = new Chunk[spine.length];
        Arrays.setAll(copy, k -> spine[k].as(target));
        return new Plane(target, length, copy);
    }

    /// Cut, or continued with zeros; whole chunks in front of the change are shared.
    public Plane resized(int newLength) {
        if (newLength == length) {
            return this;
        }
        var copy = new Chunk[chunkCount(newLength)];
        for (int k = 0; k < copy.length; k++) {
            int start = k * Chunk.SIZE;
            int end = Math.min(newLength, start + Chunk.SIZE);
            boolean same = k < spine.length && spine[k].length() == end - start;
            copy[k] = same ? spine[k] : filled(dtype, start, end, p -> p < length ? get(p) : 0);
        }
        return new Plane(dtype, newLength, copy);
    }

    /// Adds least and greatest value of positions `from` to `to` (excluded).
    public void extremes(int from, int to, Extremes into) {
        for (int k = from / Chunk.SIZE; k * Chunk.SIZE < to; k++) {
            int start = k * Chunk.SIZE;
            spine[k].extremes(Math.max(0, from - start), Math.min(spine[k].length(), to - start), into);
        }
    }

    /// Whether every number is 0.
    public boolean isZero() {
        for (var chunk : spine) {
            if (chunk.nonzero() > 0) {
                return false;
            }
        }
        return true;
    }

    public double[] toDoubles() {
        var out = new double[length];
        Arrays.setAll(out, this::get);
        return out;
    }

    /// Whether both hold the same numbers, NaN equal to NaN, in the same storage type.
    public boolean sameValues(Plane other) {
        if (length != other.length || dtype != other.dtype) {
            return false;
        }
        for (int k = 0; k < spine.length; k++) {
            if (spine[k] != other.spine[k] && spine[k].differing(other.spine[k]).length() > 0) {
                return false;
            }
        }
        return true;
    }

    private boolean holdsAll(Span span, IntToDoubleFunction valueAt) {
        for (int p = span.from(); p < span.to(); p++) {
            if (!dtype.holds(valueAt.applyAsDouble(p))) {
                return false;
            }
        }
        return true;
    }

    private interface ChunkSource {
        Chunk chunk(int from, int to);
    }

    private static Plane build(DType dtype, int length, ChunkSource source) {
        var spine = new Chunk[chunkCount(length)];
        Arrays.setAll(spine, k -> source.chunk(k * Chunk.SIZE, Math.min(length, (k + 1) * Chunk.SIZE)));
        return new Plane(dtype, length, spine);
    }

    private static Chunk filled(DType dtype, int from, int to, IntToDoubleFunction valueAt) {
        int n = to - from;
        return switch (dtype) {
            case FLOAT64 -> {
                var out = new double[n];
                Arrays.setAll(out, i -> valueAt.applyAsDouble(from + i));
                yield Chunk.of(out);
            }
            case FLOAT32 -> {
                var out = new float[n];
                for (int i = 0; i < n; i++) {
                    out[i] = (float) valueAt.applyAsDouble(from + i);
                }
                yield Chunk.of(out);
            }
            case UINT8 -> {
                var out = new byte[n];
                for (int i = 0; i < n; i++) {
                    out[i] = (byte) Math.clamp(Math.round(valueAt.applyAsDouble(from + i)), 0, 255);
                }
                yield Chunk.of(out);
            }
        };
    }
}
