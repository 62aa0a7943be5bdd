package lossloupe.paint;

/// A picture as premultiplied ARGB, row by row; not written after creation.
public record Pixels(int width, int height, int[] argb) {
    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
