package lossloupe.view.dialog;

import lossloupe.io.ArrayData;
import lossloupe.view.Numbers;
import lossloupe.view.Texts;

/// What an array holds, in one line: enough to tell labels from logits at a glance.
///
/// @param min least finite value; NaN where there is none
/// @param mean mean of the finite values
/// @param isBinary whether every value is 0 or 1
record ArrayDigest(double min, double max, double mean, boolean isBinary, long nans, long infinities) {
    /// What has been seen so far.
    private static final class Seen {
        private double min = Double.POSITIVE_INFINITY;
        private double max = Double.NEGATIVE_INFINITY;
        private double sum;
        private long finite;
        private long nans;
        private boolean binary = true;

        private void add(double[] values, int count) {
            for (int i = 0; i < count; i++) {
                double v = values[i];
                binary &= v == 0 || v == 1;
                if (Double.isFinite(v)) {
                    min = Math.min(min, v);
                    max = Math.max(max, v);
                    sum += v;
                    finite++;
                } else if (Double.isNaN(v)) {
                    nans++;
                }
            }
        }
    }

    static ArrayDigest of(ArrayData array) {
        var seen = new Seen();
        array.blocks(seen::add);
        int size = array.size();
        return new ArrayDigest(
                seen.finite == 0 ? Double.NaN : seen.min,
                seen.finite == 0 ? Double.NaN : seen.max,
                seen.finite == 0 ? Double.NaN : seen.sum / seen.finite,
                seen.binary && size > 0,
                seen.nans,
                size - seen.finite - seen.nans);
    }

    /// As «−3.1 to 3.3, mean −0.41, 2 NaN».
    String text(Texts texts) {
        var out = new StringBuilder();
        if (isBinary) {
            out.append(texts.now("import.digest.binary", Numbers.fixed(100 * mean, 1)));
        } else {
            out.append(texts.now("import.digest.range", written(min), written(max), written(mean)));
        }
        if (nans > 0) {
            out.append(texts.now("import.digest.nan", Long.toString(nans)));
        }
        if (infinities > 0) {
            out.append(texts.now("import.digest.infinite", Long.toString(infinities)));
        }
        return out.toString();
    }

    private static String written(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e7 ? Numbers.fixed(value, 0) : Numbers.fixed(value, 3);
    }
}
