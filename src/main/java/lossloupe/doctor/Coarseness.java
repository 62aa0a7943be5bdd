package lossloupe.doctor;

import lossloupe.document.Document;
import lossloupe.kernel.NumberFormat;

/// Whether logits carry no more digits than bfloat16 has: eight bits, two to three decimals.
final class Coarseness {
    /// Simple numbers, typed or made up, are exact in any format and tell nothing.
    private static final double SIMPLE = 8;

    private static final long LEAST = 24;

    private Coarseness() {}

    /// Whether there are logits enough to tell and every one is a number of bfloat16.
    static boolean isBfloat16(Document document) {
        var sample = Sample.of(document.shape());
        long telling = 0;
        for (int e : sample.examples()) {
            for (var row : document.example(e).logits()) {
                for (var span : sample.spans()) {
                    for (int p = span.from(); p < span.to(); p++) {
                        double x = row.get(p);
                        if (Double.isFinite(x) && x != NumberFormat.BFLOAT16.rounded(x)) {
                            return false;
                        }
                        telling += Double.isFinite(x) && x * SIMPLE != Math.rint(x * SIMPLE) ? 1 : 0;
                    }
                }
            }
        }
        return telling >= LEAST;
    }
}
