package lossloupe.view.dialog;

import lossloupe.io.Traits;
import lossloupe.view.Numbers;
import lossloupe.view.Texts;

/// What an array holds, in one line: enough to tell labels from logits at a glance.
final class Holdings {
    private Holdings() {}

    /// As «−3.1 to 3.3, mean −0.41, 2 NaN».
    static String text(Traits traits, Texts texts) {
        var finite = traits.finite();
        var out = new StringBuilder();
        if (traits.isBinary() && finite.count() > 0) {
            out.append(texts.now("import.digest.binary", Numbers.fixed(100 * finite.mean(), 1)));
        } else {
            out.append(texts.now(
                    "import.digest.range", written(finite.min()), written(finite.max()), written(finite.mean())));
        }
        if (traits.nans() > 0) {
            out.append(texts.now("import.digest.nan", Long.toString(traits.nans())));
        }
        if (traits.infinities() > 0) {
            out.append(texts.now("import.digest.infinite", Long.toString(traits.infinities())));
        }
        return out.toString();
    }

    private static String written(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e7 ? Numbers.fixed(value, 0) : Numbers.fixed(value, 3);
    }
}
