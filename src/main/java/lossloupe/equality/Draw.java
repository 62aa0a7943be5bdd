package lossloupe.equality;

import lossloupe.document.Document;
import lossloupe.tensor.Plane;

/// The data of one run of the script: two examples of logits and labels, flat in the order [2, c, p].
///
/// A cell is an index into these arrays; it keeps its number in every layout.
public final class Draw {
    /// Of a document no more classes are taken.
    public static final int MOST_CLASSES = 8;
    /// Of a document no more positions are taken.
    public static final int MOST_POSITIONS = 32;

    private final int classes;
    private final int length;
    private final double[] logits;
    private final double[] labels;

    /// Takes over arrays that nobody writes to any more.
    public Draw(int classes, int length, double[] logits, double[] labels) {
        int size = 2 * classes * length;
        if (logits.length != size || labels.length != size) {
            throw new IllegalArgumentException(
                    "2 examples of " + classes + " x " + length + " need " + size + " numbers, not " + logits.length);
        }
        this.classes = classes;
        this.length = length;
        this.logits = logits;
        this.labels = labels;
    }

    /// The dummy data of the question under `random.seed(seed)`: all logits `random.random()`, then all labels
    /// `random.random() > 0.8`.
    public static Draw python(long seed, int classes, int length) {
        var random = new PythonRandom(seed);
        int size = 2 * classes * length;
        var logits = new double[size];
        var labels = new double[size];
        for (int i = 0; i < size; i++) {
            logits[i] = random.random();
        }
        for (int i = 0; i < size; i++) {
            labels[i] = random.random() > 0.8 ? 1 : 0;
        }
        return new Draw(classes, length, logits, labels);
    }

    /// The example at hand and the one after it; where there is one example only, it stands for both. Of long data
    /// the first [#MOST_CLASSES] classes and [#MOST_POSITIONS] positions, which are as many as can be seen.
    public static Draw of(Document document, int example) {
        var shape = document.shape();
        int classes = Math.min(MOST_CLASSES, shape.classes());
        int length = Math.min(MOST_POSITIONS, shape.length());
        var logits = new double[2 * classes * length];
        var labels = new double[2 * classes * length];
        for (int e = 0; e < 2; e++) {
            var source = document.example((example + e) % shape.batch());
            for (int c = 0; c < classes; c++) {
                int at = (e * classes + c) * length;
                copy(source.logits().get(c), logits, at, length);
                copy(source.labels().get(c), labels, at, length);
            }
        }
        return new Draw(classes, length, logits, labels);
    }

    private static void copy(Plane plane, double[] into, int at, int length) {
        for (int p = 0; p < length; p++) {
            into[at + p] = plane.get(p);
        }
    }

    public int classes() {
        return classes;
    }

    public int length() {
        return length;
    }

    public double logit(int cell) {
        return logits[cell];
    }

    public double label(int cell) {
        return labels[cell];
    }

    public int perExample() {
        return classes * length;
    }

    public int example(int cell) {
        return cell / perExample();
    }

    public int cls(int cell) {
        return cell / length % classes;
    }

    public int position(int cell) {
        return cell % length;
    }
}
