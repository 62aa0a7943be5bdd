package lossloupe.equality;

/// Something that is said to be true of losses, to be tried: an equation whose sides follow from the logits and labels
/// of n classes at one position, and a parameter.
public sealed interface Statement permits Identity, Equation {
    /// The equation, to be read.
    String statement();

    /// Both sides for one draw, number by number.
    ///
    /// @param x logits
    /// @param z labels, as many
    /// @param c the parameter
    Sides sides(double[] x, double[] z, double c);

    /// The greatest relative distance that is rounding.
    default double rounding() {
        return Proof.ROUNDING;
    }

    /// Two lists of numbers that are said to be equal, of the same length.
    @SuppressWarnings("ArrayRecordComponent") // read once and thrown away
    record Sides(double[] left, double[] right) {}
}
