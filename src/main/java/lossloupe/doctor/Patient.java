package lossloupe.doctor;

import lossloupe.compute.Evaluation;
import lossloupe.document.Document;
import lossloupe.loss.GroupedLoss;
import lossloupe.loss.Loss;
import lossloupe.tensor.Axis;

/// What is examined.
///
/// @param evaluation of the document
/// @param expect which losses are meant to be used
public record Patient(Evaluation evaluation, Expect expect) {
    /// What the labels are meant for.
    public enum Expect {
        /// Whatever loss A is.
        AS_CHOSEN,
        SOFTMAX,
        SIGMOID
    }

    Document document() {
        return evaluation.document();
    }

    Loss loss() {
        return evaluation.a().loss();
    }

    /// Whether every position is to have exactly one class.
    boolean isForSoftmax() {
        return switch (expect) {
            case SOFTMAX -> true;
            case SIGMOID -> false;
            case AS_CHOSEN -> loss() instanceof GroupedLoss grouped && grouped.axis() == Axis.CLASS;
        };
    }

    Sample sample() {
        return Sample.of(document().shape());
    }
}
