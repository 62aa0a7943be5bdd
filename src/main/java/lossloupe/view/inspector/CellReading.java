package lossloupe.view.inspector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import lossloupe.app.Frame;
import lossloupe.compute.Evaluation;
import lossloupe.compute.LossResult;
import lossloupe.document.ClassInfo;
import lossloupe.loss.CellContext;
import lossloupe.loss.Loss;
import lossloupe.reduce.Reduction;
import lossloupe.tensor.Axis;
import lossloupe.tensor.DType;
import org.jspecify.annotations.Nullable;

/// Everything the inspector says of the selected cell, read from one frame.
record CellReading(Frame frame, int example, int cls, int position) {
    /// Above this size of a fibre equality of curves is told by the evaluation, not by comparing all its numbers.
    private static final int MOST_COMPARED = 1000;

    static CellReading of(Frame frame) {
        var shape = frame.evaluation().document().shape();
        var selection = frame.view().selection().within(shape);
        int example = Math.min(frame.view().example(), shape.batch() - 1);
        return new CellReading(frame, example, selection.cls(), selection.position());
    }

    Evaluation evaluation() {
        return frame.evaluation();
    }

    ClassInfo info() {
        return evaluation().document().classes().get(cls);
    }

    double logit() {
        return evaluation().logits().get(example, cls, position);
    }

    DType logitType() {
        return evaluation().logits().dtype();
    }

    double label() {
        return evaluation().labels().get(example, cls, position);
    }

    DType labelType() {
        return evaluation().labels().dtype();
    }

    double probability(Side side, int ofClass) {
        return side.result(frame).probabilities().get(example, ofClass, position);
    }

    double term(Side side) {
        return side.result(frame).terms().get(example, cls, position);
    }

    double gradient(Side side) {
        return side.result(frame).gradient().get(example, cls, position);
    }

    /// The gradient of the reduced value that is shown on top.
    double scaledGradient(Side side) {
        return side.result(frame).gradientOf(reduction(), example, cls, position);
    }

    /// What TensorFlow's op returns for the gradient, where that is another number; NaN where it is the same.
    double returnedGradient(Side side) {
        var result = side.result(frame);
        return result.returnedGradient().differs(example, cls, position)
                ? result.returnedGradient().field().get(example, cls, position)
                : Double.NaN;
    }

    /// The factor on the cell's loss; NaN where the loss has none.
    double weight(Side side) {
        var result = side.result(frame);
        return result.weights().isNone() ? Double.NaN : result.weight(example, cls, position);
    }

    /// The reduction shown; the mean where the one chosen gives no single number.
    Reduction reduction() {
        return shownReduction(frame);
    }

    static Reduction shownReduction(Frame frame) {
        return frame.evaluation().document().setup().shownReduction();
    }

    Loss loss(Side side) {
        return side.result(frame).loss();
    }

    /// The axis that the loss couples, or null where cells stand alone.
    @Nullable
    Axis coupled(Side side) {
        var fibres = side.result(frame).fibres();
        return fibres == null ? null : fibres.dropped();
    }

    /// The cell with the fibre that the loss couples it to.
    CellContext context(Side side) {
        return side.result(frame).cell(example, cls, position);
    }

    /// Equal where the curves over this logit are equal: all that they depend on, the logit itself left out.
    Object curveKey(CellContext a, CellContext b) {
        if (a.size() > MOST_COMPARED || b.size() > MOST_COMPARED) {
            return evaluation();
        }
        var setup = evaluation().document().setup();
        var key = new ArrayList<Object>(List.of(setup.a(), setup.b(), setup.dtype()));
        addOthers(key, a);
        addOthers(key, b);
        Stream.of(a.regions(), b.regions(), a.region(), b.region())
                .filter(Objects::nonNull)
                .forEach(key::add);
        return key;
    }

    private static void addOthers(List<Object> key, CellContext context) {
        for (int i = 0; i < context.size(); i++) {
            key.add(i == context.index() ? context.label() : Arrays.asList(context.logit(i), context.label(i)));
        }
    }

    /// Whether another reading would show the same numbers in the same places.
    boolean showsSame(@Nullable CellReading other) {
        return other != null
                && evaluation() == other.evaluation()
                && example == other.example
                && cls == other.cls
                && position == other.position;
    }

    /// Loss results read by name, for short code in the panes.
    LossResult result(Side side) {
        return side.result(frame);
    }
}
