package lossloupe.doctor;

/// What rows have in common with the other rows of their class, and with those of their example.
///
/// @param ofClasses share of the variance of row means that classes explain
/// @param exclusive share of positions that have exactly one class
record Kinship(double ofClasses, double exclusive) {
    static final double MARGIN = 0.5;

    private static final int MOST_CLASSES = 64;

    static Kinship of(Reading reading) {
        var shape = reading.shape();
        var sample = Sample.of(shape);
        var all = new Moments();
        double between = 0;
        for (int c : sample.classes()) {
            var ofClass = new Moments();
            for (int e : sample.examples()) {
                double mean = rowMean(reading, sample, e, c);
                all.add(mean, 0);
                ofClass.add(mean, 0);
            }
            between += ofClass.varianceX() * ofClass.count();
        }
        double explained = all.varianceX() > 0 ? 1 - between / (all.varianceX() * all.count()) : 0;
        return new Kinship(explained, exclusive(reading, sample));
    }

    /// Probabilities say more of a class than labels, and are there where labels are rare.
    private static double rowMean(Reading reading, Sample sample, int e, int c) {
        var row = new Moments();
        for (var span : sample.spans()) {
            for (int p = span.from(); p < span.to(); p++) {
                row.add(
                        reading.labels().at(e, c, p)
                                + Fit.squashed(reading.logits().at(e, c, p)),
                        0);
            }
        }
        return row.meanX();
    }

    /// Share of positions with exactly one class; 0 where there are too many classes to be classes.
    static double exclusive(Reading reading, Sample sample) {
        if (reading.shape().classes() > MOST_CLASSES) {
            return 0;
        }
        long single = 0;
        long positions = 0;
        for (int e : sample.examples()) {
            for (var span : sample.spans()) {
                for (int p = span.from(); p < span.to(); p++) {
                    double sum = 0;
                    for (int c = 0; c < reading.shape().classes(); c++) {
                        sum += reading.labels().at(e, c, p);
                    }
                    positions++;
                    single += sum == 1 ? 1 : 0;
                }
            }
        }
        return positions == 0 ? 0 : (double) single / positions;
    }

    double score() {
        return ofClasses + exclusive;
    }
}
