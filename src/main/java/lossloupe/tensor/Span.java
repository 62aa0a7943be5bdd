package lossloupe.tensor;

/// Positions `from` (included) to `to` (excluded).
public record Span(int from, int to) {
    public Span {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("not a span: " + from + " to " + to);
        }
    }

    public static Span at(int position) {
        return new Span(position, position + 1);
    }

    /// The positions from `a` to `b`, both included, in either order.
    public static Span between(int a, int b) {
        return new Span(Math.min(a, b), Math.max(a, b) + 1);
    }

    public int length() {
        return to - from;
    }

    public boolean contains(int position) {
        return position >= from && position < to;
    }
}
