package lossloupe.paint;

import org.jspecify.annotations.Nullable;

/// A picture as premultiplied ARGB, row by row; not written after creation.
@SuppressWarnings("ArrayRecordComponent") // Compared by identity, which is what equality says below.
public record Pixels(int width, int height, int[] argb) {
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
