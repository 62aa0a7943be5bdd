package lossloupe.compute;

import lossloupe.tensor.Axis;

/// What a loss returns where it drops an axis.
///
/// @param dropped CLASS or POSITION
/// @param values one class where CLASS is dropped, one position where POSITION is
public record FibreResult(Axis dropped, Field values) {}
