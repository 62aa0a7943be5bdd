package lossloupe.export.snippet;

import java.util.List;
import lossloupe.loss.RegionLoss;
import lossloupe.loss.RegionLoss.Activation;
import lossloupe.loss.Smooth;
import lossloupe.loss.SoftDice;
import lossloupe.loss.SoftJaccard;
import lossloupe.loss.Tversky;
import lossloupe.tensor.Axis;

/// Dice, Jaccard and Tversky as they are written in papers, over three sums.
final class OverlapCode {
    private OverlapCode() {}

    static List<String> of(SnippetLoss subject, RegionLoss loss, Dialect dialect) {
        var smooth = PythonText.number(loss.setting().smooth());
        var above = loss.setting().smoothIn() == Smooth.BOTH ? " + " + smooth : "";
        var ratio = switch (loss) {
            case SoftDice l -> "(2 * overlap" + above + ") / (p_sum + z_sum + " + smooth + ")";
            case SoftJaccard l -> "(overlap" + above + ") / (p_sum + z_sum - overlap + " + smooth + ")";
            case Tversky l ->
                "(overlap" + above + ") / (overlap + " + PythonText.number(l.alpha()) + " * (p_sum - overlap) + "
                        + PythonText.number(l.beta()) + " * (z_sum - overlap) + " + smooth + ")";
            default -> throw new AssertionError(loss.info().id());
        };
        return List.of(
                probabilities(subject, loss, dialect),
                "overlap = " + summed("p * z", subject, loss, dialect),
                "p_sum, z_sum = " + summed("p", subject, loss, dialect) + ", " + summed("z", subject, loss, dialect),
                "values = 1 - " + ratio);
    }

    static String probabilities(SnippetLoss subject, RegionLoss loss, Dialect dialect) {
        return "p = "
                + (loss.activation() == Activation.SIGMOID
                        ? dialect.sigmoid("x")
                        : dialect.softmax("x", subject.index(Axis.CLASS)));
    }

    private static String summed(String value, SnippetLoss subject, RegionLoss loss, Dialect dialect) {
        var axes = subject.indices(loss.sumsOver().summed());
        return axes.size() == subject.rank() ? dialect.sum(value) : dialect.over("sum", value, axes);
    }
}
