package lossloupe.paint;

import java.util.Arrays;
import lossloupe.paint.GridGeometry.Box;
import org.jspecify.annotations.Nullable;

/// A picture as premultiplied ARGB, row by row; not written after creation.
@SuppressWarnings("ArrayRecordComponent") // Compared by identity, which is what equality says below.
public record Pixels(int width, int height, int[] argb) {
    /// The least rectangle that holds every pixel in which two pictures of one size differ; empty where none does.
    ///
    /// @return null for pictures of different sizes
    public @Nullable Box difference(Pixels other) {
        if (other.width != width || other.height != height) {
            return null;
        }
        int left = width;
        int right = 0;
        int top = height;
        int bottom = 0;
        for (int y = 0; y < height; y++) {
            int start = y * width;
            int first = Arrays.mismatch(argb, start, start + width, other.argb, start, start + width);
            if (first >= 0) {
                int last = width - 1;
                while (argb[start + last] == other.argb[start + last]) {
                    last--;
                }
                left = Math.min(left, first);
                right = Math.max(right, last + 1);
                top = Math.min(top, y);
                bottom = y + 1;
            }
        }
        return new Box(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
