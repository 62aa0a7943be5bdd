package lossloupe.doctor;

import java.util.ArrayList;
import java.util.List;
import lossloupe.doctor.Symptom.Averaging;

/// What means of losses come to where a network knows how often classes occur and nothing of where, and what they
/// cannot go below: all that follows from the shares of classes alone.
final class Constants {
    private static final double LN2 = Math.log(2);

    /// What focal loss takes by default.
    private static final double ALPHA = 0.25;

    private final Counted labels;
    private final Averaging averaging;
    private final List<Symptom> all = new ArrayList<>();

    private Constants(Counted labels, Averaging averaging) {
        this.labels = labels;
        this.averaging = averaging;
    }

    static List<Symptom> of(Counted labels, Averaging averaging) {
        var constants = new Constants(labels, averaging);
        constants.sigmoid();
        if (labels.classes() > 1) {
            constants.softmax();
        }
        return constants.all;
    }

    private void add(String id, double value, Object... args) {
        all.add(new Symptom(id, value, List.of(args), averaging));
    }

    private void sigmoid() {
        double ones = labels.share();
        double zeros = 1 - ones;
        double perClass = 0;
        for (int c = 0; c < labels.classes(); c++) {
            perClass += labels.cells()[c] * entropy(labels.share(c)) / labels.allCells();
        }
        add("sigmoidConstantPerClass", perClass);
        add("sigmoidConstant", entropy(ones));
        add("sigmoidBalanced", 2 * zeros * LN2);
        double sure = Math.log1p(Math.exp(-1));
        add("sigmoidTwiceFloor", ones * sure + zeros * LN2);
        add("sigmoidTwiceWorst", ones * LN2 + zeros * (1 + sure));
        add("focalAtZeroBalanced", (ALPHA * ones + (1 - ALPHA) * zeros) * LN2 / 4, ALPHA);
    }

    private void softmax() {
        int n = labels.classes();
        double raw = 0;
        double normalised = 0;
        double uniform = 0;
        for (int k = 0; k < labels.positionsWith().length; k++) {
            double part = labels.positionsWith()[k] / labels.positions();
            raw += part * xlogx(k);
            normalised += k > 0 ? part * Math.log(k) : 0;
            uniform += part * k * Math.log(n);
        }
        if (raw > 0) {
            add("softmaxOverlapFloor", raw);
            add("softmaxOverlapFloorNormalised", normalised);
        }
        add("softmaxUniform", uniform, n);
        double frequencies = 0;
        for (double ones : labels.ones()) {
            frequencies += ones > 0 ? -ones / labels.positions() * Math.log(ones / labels.allOnes()) : 0;
        }
        add("softmaxConstant", frequencies);
    }

    static double entropy(double p) {
        return -xlogx(p) - xlogx(1 - p);
    }

    static double xlogx(double x) {
        return x > 0 ? x * Math.log(x) : 0;
    }
}
