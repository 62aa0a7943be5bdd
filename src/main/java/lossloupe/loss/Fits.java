package lossloupe.loss;

import java.util.List;
import lossloupe.tensor.Shape;

/// Whether parameters go with a document.
final class Fits {
    private Fits() {}

    /// A parameter with one number per class needs as many as there are classes.
    static void perClass(Param param, List<Double> numbers, Shape shape) {
        if (numbers.size() > 1 && numbers.size() != shape.classes()) {
            throw new IllegalArgumentException(param.id() + " has " + numbers.size() + " numbers, but there are "
                    + shape.classes() + " classes: give one number, or one per class");
        }
    }
}
