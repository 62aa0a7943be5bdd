package lossloupe.compute;

/// How many positions have so many active classes.
///
/// @param gaps positions without a class
/// @param single positions with exactly one
/// @param pairs positions with two
/// @param more positions with three or more
public record Tally(long gaps, long single, long pairs, long more) {
    static final Tally NONE = new Tally(0, 0, 0, 0);

    Tally plus(Tally other) {
        return new Tally(gaps + other.gaps, single + other.single, pairs + other.pairs, more + other.more);
    }

    /// Positions with two or more active classes.
    public long overlaps() {
        return pairs + more;
    }
}
