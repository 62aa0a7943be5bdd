package lossloupe.loss;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The parameters of one loss, read from text and written back: whatever is not named has its default.
record Params(Map<String, String> texts) {
    double number(Param param) {
        return numbers(param).getFirst();
    }

    int integer(Param param) {
        return (int) number(param);
    }

    List<Double> numbers(Param param) {
        return param.numbers(text(param));
    }

    PerClass perClass(Param param) {
        return new PerClass(numbers(param));
    }

    String text(Param param) {
        return texts.getOrDefault(param.id(), param.defaultValue());
    }

    /// Writes those parameters that differ from their defaults.
    static final class Writer {
        private final Map<String, String> texts = new LinkedHashMap<>();

        Writer number(Param param, double value) {
            return numbers(param, List.of(value));
        }

        Writer perClass(Param param, PerClass values) {
            return numbers(param, values.factors());
        }

        /// @param values none for `none`
        Writer numbers(Param param, List<Double> values) {
            if (!values.equals(param.numbers(param.defaultValue()))) {
                texts.put(
                        param.id(),
                        values.isEmpty()
                                ? Param.NONE
                                : values.stream().map(Param::text).collect(Collectors.joining(",")));
            }
            return this;
        }

        Writer text(Param param, String value) {
            if (!value.equals(param.defaultValue())) {
                texts.put(param.id(), value);
            }
            return this;
        }

        Map<String, String> map() {
            return Map.copyOf(texts);
        }
    }
}
