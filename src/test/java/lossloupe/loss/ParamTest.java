package lossloupe.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the catalogue takes for parameters.
class ParamTest {
    @ParameterizedTest
    @CsvSource({
        "sigmoid_cross_entropy, pos_weight, Infinity",
        "sigmoid_cross_entropy, pos_weight, 1e400",
        "sigmoid_cross_entropy, pos_weight, NaN",
        "sigmoid_cross_entropy, pos_weight, -1",
        "sigmoid_cross_entropy, pos_weight, '1,,2'",
        "sigmoid_cross_entropy, label_smoothing, 1.5",
        "sparse_softmax_cross_entropy, class_weight, '1,Infinity'",
        "sparse_softmax_cross_entropy, ignore_index, 1.5",
        "binary_crossentropy, epsilon, none",
        "sigmoid_focal, gamma, Infinity",
        "sigmoid_focal, alpha, NaN"
    })
    void whatNoNumberOfTheRangeIsGivesOneSentence(String loss, String param, String value) {
        var e = assertThrows(IllegalArgumentException.class, () -> Losses.of(loss, Map.of(param, value)));
        var said = String.valueOf(e.getMessage());
        assertTrue(said.startsWith(param + " is ") && said.endsWith(", not " + value), said);
    }

    @Test
    void everyDefaultIsAValueOfItsParameter() {
        for (var info : Losses.ALL) {
            info.params().forEach(p -> p.check(p.defaultValue()));
            assertEquals(Map.of(), Losses.of(info.id(), Map.of()).params(), info.id());
        }
    }
}
