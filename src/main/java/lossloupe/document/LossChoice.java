package lossloupe.document;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import lossloupe.loss.Loss;
import lossloupe.loss.Losses;
import lossloupe.tensor.Shape;

/// A loss by its id and the parameters that differ from their defaults, written as on the command line.
public record LossChoice(String id, SortedMap<String, String> params) {
    public LossChoice {
        params = Collections.unmodifiableSortedMap(new TreeMap<>(params));
    }

    public static LossChoice of(String id) {
        return new LossChoice(id, new TreeMap<>());
    }

    public LossChoice with(String param, String value) {
        var copy = new TreeMap<>(params);
        copy.put(param, value);
        return new LossChoice(id, copy);
    }

    /// The loss of this choice for documents of a shape.
    ///
    /// @throws IllegalArgumentException in one sentence where there is no such loss or parameter, or a parameter
    /// does not
    ///     go with the shape
    public Loss lossFor(Shape shape) {
        var loss = Losses.of(id, params);
        loss.checkFits(shape);
        return loss.fitted(shape);
    }

    /// With this parameter at its default.
    public LossChoice without(String param) {
        var copy = new TreeMap<>(params);
        copy.remove(param);
        return new LossChoice(id, copy);
    }

    public static LossChoice of(String id, Map<String, String> params) {
        return new LossChoice(id, new TreeMap<>(params));
    }
}
