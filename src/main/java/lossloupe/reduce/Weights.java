package lossloupe.reduce;

import java.util.List;
import lossloupe.tensor.Axis;

/// Factors on the elements of a loss, given for fewer axes than the loss has and broadcast over the others.
public sealed interface Weights permits WeightArray, WeightGrid {
    /// Every factor is 1.
    Weights NONE = WeightGrid.NONE;

    boolean isNone();

    /// Whether these weights can be broadcast against an array over `axes`.
    boolean fits(Output output, List<Axis> axes);

    /// The factors as an array over `axes` sees them.
    ///
    /// @throws IllegalArgumentException naming both shapes if they do not go together
    Broadcast over(Output output, List<Axis> axes);

    /// Sum of the weights as given, before broadcasting, which is what Keras divides by.
    double sumAsGiven();
}
