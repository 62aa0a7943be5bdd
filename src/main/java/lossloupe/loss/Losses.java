package lossloupe.loss;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import lossloupe.tensor.Axis;

/// The catalogue. A new loss is one file and one line in each of the two places here.
public final class Losses {
    /// Every loss there is, in the order of menus.
    public static final List<LossInfo> ALL = List.of(SigmoidCrossEntropy.INFO, SoftmaxCrossEntropy.INFO);

    private Losses() {}

    /// The loss of this id with these parameters; those not named have their defaults.
    ///
    /// @throws IllegalArgumentException naming the id, the parameter or the value that is not known, and what is
    public static Loss of(String id, Map<String, String> params) {
        var info = info(id);
        params.forEach((param, value) -> check(info, param, value));
        return switch (id) {
            case "sigmoid_cross_entropy" -> new SigmoidCrossEntropy();
            case "softmax_cross_entropy" -> new SoftmaxCrossEntropy(axis(params.getOrDefault("axis", "class")));
            default -> throw new AssertionError(id);
        };
    }

    /// What the loss of this id is called and can be set to.
    ///
    /// @throws IllegalArgumentException naming the id where no loss has it
    public static LossInfo info(String id) {
        return ALL.stream()
                .filter(i -> i.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no loss is called " + id + "; there are "
                        + ALL.stream().map(LossInfo::id).collect(Collectors.joining(" "))));
    }

    private static void check(LossInfo info, String id, String value) {
        var names = info.params().stream().map(Param::id).collect(Collectors.joining(" "));
        var param = info.params().stream()
                .filter(p -> p.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        info.id() + " has no parameter " + id + "; it has " + (names.isEmpty() ? "none" : names)));
        if (param.kind() == Param.Kind.CHOICE && !param.choices().contains(value)) {
            throw new IllegalArgumentException(
                    id + " is one of " + String.join(" ", param.choices()) + ", not " + value);
        }
    }

    private static Axis axis(String value) {
        return Axis.valueOf(value.toUpperCase(Locale.ROOT));
    }
}
