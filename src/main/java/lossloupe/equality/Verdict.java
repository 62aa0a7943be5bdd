package lossloupe.equality;

import java.util.List;

/// What became of one comparison.
///
/// @param count numbers compared
/// @param differing cells whose two numbers are not equal, as indices into the draw; for means the single index 0
/// @param worst the cell with the greatest distance; −1 where all are equal
/// @param ulps that distance in units in the last place of the dtype
/// @param largest that distance
/// @param isClose what `numpy.allclose` says with its defaults
public record Verdict(
        Claim claim, int count, List<Integer> differing, int worst, long ulps, double largest, boolean isClose) {
    /// The most units in the last place that still pass for rounding of the same operation.
    public static final long FEW_ULPS = 16;

    /// The answers.
    public enum Outcome {
        EXACT("="),
        WITHIN_ULPS("\u2248"),
        /// Further apart than rounding of the same operation, and yet the same quantity: as after a cast to
        /// float32.
        CLOSE("~"),
        DIFFERENT("\u2260");

        private final String sign;

        Outcome(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }
    }

    public Outcome outcome() {
        if (differing.isEmpty()) {
            return Outcome.EXACT;
        }
        if (ulps <= FEW_ULPS) {
            return Outcome.WITHIN_ULPS;
        }
        return isClose ? Outcome.CLOSE : Outcome.DIFFERENT;
    }

    public boolean isTrue() {
        return differing.isEmpty();
    }
}
