package lossloupe.loss;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The catalogue. A new loss is one file and one line in each of the two places here.
public final class Losses {
    /// Every loss there is, in the order of menus.
    public static final List<LossInfo> ALL = List.of(
            SigmoidCrossEntropy.INFO,
            SoftmaxCrossEntropy.INFO,
            SparseSoftmaxCrossEntropy.INFO,
            BinaryCrossEntropy.INFO,
            NaiveSigmoidCrossEntropy.INFO,
            SigmoidFocal.INFO,
            SoftDice.INFO,
            SoftJaccard.INFO,
            Tversky.INFO,
            LovaszHinge.INFO);

    private Losses() {}

    /// The loss of this id with these parameters; those not named have their defaults.
    ///
    /// @throws IllegalArgumentException naming the id, the parameter or the value that is not known, and what is
    public static Loss of(String id, Map<String, String> params) {
        var info = info(id);
        params.forEach((param, value) -> check(info, param, value));
        var read = new Params(params);
        return switch (id) {
            case "sigmoid_cross_entropy" -> SigmoidCrossEntropy.of(read);
            case "softmax_cross_entropy" -> SoftmaxCrossEntropy.of(read);
            case "sparse_softmax_cross_entropy" -> SparseSoftmaxCrossEntropy.of(read);
            case "binary_crossentropy" -> BinaryCrossEntropy.of(read);
            case "naive_sigmoid_cross_entropy" -> new NaiveSigmoidCrossEntropy();
            case "sigmoid_focal" -> SigmoidFocal.of(read);
            case "soft_dice" -> SoftDice.of(read);
            case "soft_jaccard" -> SoftJaccard.of(read);
            case "tversky" -> Tversky.of(read);
            case "lovasz_hinge" -> LovaszHinge.of(read);
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
        param.check(value);
    }
}
