package lossloupe.doctor;

/// How well a reading hangs together.
///
/// @param agreement correlation of labels with probabilities, cell by cell
/// @param labelRuns correlation of a label with the one before it in its row: near 1 for long runs
/// @param logitRuns the same of squashed logits
/// @param cells that were compared
/// @param exclusive share of positions with exactly one class: one-hot labels lose it where axes are mixed
record Fit(double agreement, double labelRuns, double logitRuns, long cells, double exclusive) {
    static Fit of(Reading reading) {
        var sample = Sample.of(reading.shape());
        var cells = new Moments();
        var labels = new Moments();
        var logits = new Moments();
        sample.each((e, c, span) -> {
            double lastLabel = Double.NaN;
            double lastLogit = Double.NaN;
            for (int p = span.from(); p < span.to(); p++) {
                double z = reading.labels().at(e, c, p);
                double x = squashed(reading.logits().at(e, c, p));
                cells.add(z, x);
                labels.add(lastLabel, z);
                logits.add(lastLogit, x);
                lastLabel = z;
                lastLogit = x;
            }
        });
        return new Fit(
                cells.correlation(),
                labels.correlation(),
                logits.correlation(),
                cells.count(),
                Kinship.exclusive(reading, sample));
    }

    /// An agreement that the best of several readings of noise may reach by luck: three times the standard error of
    /// a correlation of nothing.
    double chance() {
        return 3 / Math.sqrt((double) Math.max(1, cells));
    }

    /// A logit in (−1, 1), so that a few sure cells do not outweigh all others.
    static double squashed(double logit) {
        return Math.tanh(logit / 2);
    }

    /// How much better another reading hangs together. Where labels and logits move together, their agreement is
    /// the same, however it was sampled.
    double gain(Fit then, Reading.Moves moves) {
        double apart = moves == Reading.Moves.ONE ? then.agreement - agreement : 0;
        return apart
                + 0.5 * (then.labelRuns - labelRuns)
                + 0.5 * (then.logitRuns - logitRuns)
                + 0.3 * (then.exclusive - exclusive);
    }
}
