package lossloupe.export.figure;

import lossloupe.compute.Evaluation;
import lossloupe.i18n.Strings;

/// What a figure is made of.
///
/// @param example shown where there are several
/// @param cls class of the cell whose logit the curve moves
/// @param position of that cell
public record FigureInput(Evaluation evaluation, int example, int cls, int position, Strings strings) {
    /// The first example, and the cell that the window selects first.
    public static FigureInput of(Evaluation evaluation, Strings strings) {
        var shape = evaluation.document().shape();
        return new FigureInput(
                evaluation, 0, Math.min(1, shape.classes() - 1), Math.min(7, shape.length() - 1), strings);
    }
}
