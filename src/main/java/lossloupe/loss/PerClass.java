package lossloupe.loss;

import java.util.List;
import lossloupe.tensor.Shape;

/// A factor on classes: none, one for all of them, or one for each.
public record PerClass(List<Double> factors) {
    public PerClass {
        factors = List.copyOf(factors);
    }

    static Param param(String id) {
        return Param.number(
                id, Param.Kind.NUMBER_PER_CLASS, Param.NONE, 0, Double.POSITIVE_INFINITY, 0.5, Param.Unit.FACTOR);
    }

    boolean isNone() {
        return factors.isEmpty();
    }

    double of(int cls) {
        if (isNone()) {
            return 1;
        }
        return factors.size() == 1 ? factors.getFirst() : factors.get(cls);
    }

    /// The same where only one class is looked at.
    PerClass only(int cls) {
        return factors.size() < 2 ? this : new PerClass(List.of(factors.get(cls)));
    }

    /// One number per class needs as many as there are classes.
    ///
    /// @throws IllegalArgumentException in one sentence where there are not
    void checkFits(Param param, Shape shape) {
        if (factors.size() > 1 && factors.size() != shape.classes()) {
            throw new IllegalArgumentException(param.id() + " has " + factors.size() + " numbers, but there are "
                    + shape.classes() + " classes: give one number, or one per class");
        }
    }
}
