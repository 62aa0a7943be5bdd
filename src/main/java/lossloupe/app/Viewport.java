package lossloupe.app;

import lossloupe.tensor.Span;

/// The visible positions, `from` to `to`, fractional, of `length`.
public record Viewport(double from, double to, int length) {
    private static final double LEAST = 4;

    /// A stretch of fewer than one in so many of the positions seen takes a few pixels, and its ring hides it.
    private static final double NARROW = 100;

    private static final double CLOSE = 60;
    private static final double AROUND = 12;

    public static Viewport all(int length) {
        return new Viewport(0, length, length);
    }

    public double span() {
        return to - from;
    }

    public boolean showsAll() {
        return from <= 0 && to >= length;
    }

    /// Zooms by `factor` (above 1: closer), keeping `position` where it is.
    public Viewport zoomed(double factor, double position) {
        double span = Math.clamp(span() / factor, Math.min(LEAST, length), length);
        double fraction = span() == 0 ? 0 : (position - from) / span();
        return placed(position - fraction * span, span);
    }

    /// Moved by a number of positions, never past the ends.
    public Viewport panned(double positions) {
        return placed(from + positions, span());
    }

    /// From `newFrom` on, `span` positions, kept within the series.
    public Viewport placed(double newFrom, double span) {
        double kept = Math.clamp(span, Math.min(LEAST, length), length);
        double start = Math.clamp(newFrom, 0, length - kept);
        return new Viewport(start, start + kept, length);
    }

    /// Moved just enough for `position` to be seen.
    public Viewport showing(int position) {
        if (position < from) {
            return placed(position, span());
        }
        return position + 1 > to ? placed(position + 1 - span(), span()) : this;
    }

    /// With `stretch` in the middle unless it is seen already, or its beginning in sight where it is longer than
    /// what is seen.
    public Viewport showing(Span stretch) {
        if (stretch.from() >= from && stretch.to() <= to) {
            return this;
        }
        double before = Math.max(0, (span() - stretch.length()) / 2);
        return placed(stretch.from() - before, span());
    }

    /// As [#showing(Span)], and closer where the stretch would be too narrow to be seen.
    public Viewport closeTo(Span stretch) {
        if (stretch.length() * NARROW >= span()) {
            return showing(stretch);
        }
        double wide = Math.max(CLOSE, AROUND * stretch.length());
        return placed((stretch.from() + stretch.to() - wide) / 2, wide);
    }

    /// The same view of a series of another length: all of it where all was seen.
    public Viewport resized(int newLength) {
        if (newLength == length) {
            return this;
        }
        return showsAll() ? all(newLength) : new Viewport(from, to, newLength).placed(from, span());
    }
}
