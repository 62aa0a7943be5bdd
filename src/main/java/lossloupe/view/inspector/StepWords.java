package lossloupe.view.inspector;

import lossloupe.document.Document;
import lossloupe.document.LossSetup;
import lossloupe.document.Touched;
import lossloupe.loss.Losses;
import lossloupe.view.Numbers;
import lossloupe.view.Texts;

/// Says what a step of the history did beside its name: which cells, from what to what, which loss.
final class StepWords {
    private final Texts texts;

    StepWords(Texts texts) {
        this.texts = texts;
    }

    /// Empty where the name says it all.
    String between(Document before, Document after) {
        return Touched.between(before, after)
                .map(touched -> touched(touched, after))
                .orElseGet(() -> setup(before.setup(), after.setup()));
    }

    private String touched(Touched touched, Document after) {
        if (touched.last() < 0) {
            return texts.now("history.cells", touched.cells());
        }
        var cls = after.classes().get(touched.cls()).name();
        return touched.cells() == 1
                ? texts.now(
                        "history.cell",
                        cls,
                        Integer.toString(touched.first()),
                        Numbers.shortest(rounded(touched.before())),
                        Numbers.shortest(rounded(touched.after())))
                : texts.now("history.run", cls, Integer.toString(touched.first()), Integer.toString(touched.last()));
    }

    /// As many digits as one reads in a list.
    private static double rounded(double value) {
        return Double.isFinite(value) && Math.abs(value) < 1e6 ? Math.rint(value * 1000) / 1000 : value;
    }

    private static String setup(LossSetup before, LossSetup after) {
        if (!before.a().id().equals(after.a().id())) {
            return Losses.info(after.a().id()).shortName();
        }
        if (!before.b().id().equals(after.b().id())) {
            return Losses.info(after.b().id()).shortName();
        }
        if (!before.reduction().equals(after.reduction())) {
            return after.reduction();
        }
        return before.dtype() == after.dtype() ? "" : after.dtype().id();
    }
}
