package lossloupe.document;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

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
