package lossloupe.doctor;

import java.util.ArrayList;
import java.util.List;
import lossloupe.tensor.Span;

/// Whether labels begin and end where the network does. Around the edges of labels, mean squashed logits rise at starts
/// and fall at ends; half their difference crosses zero where the network has its edge. A threshold that is too high or
/// too low moves starts and ends against each other and drops out of it.
final class EdgeExam implements Exam {
    private static final int REACH = 6;
    private static final int LEAST_EDGES = 6;

    /// Where labels and logits have nothing in common, edges have neither.
    private static final double LEAST_AGREEMENT = 0.3;

    /// Clean networks lie within a third of a position; what is off by one lies beyond this.
    private static final double LEAST_OFFSET = 0.66;

    /// Where logits change by less from one position to the next, an edge is blurred over many positions, and
    /// windows that look back move it: off by one cannot be told from that.
    private static final double LEAST_STEP = 0.1;

    @Override
    public List<Finding> of(Patient patient) {
        var reading = Reading.asIs(patient.document());
        if (Fit.of(reading).agreement() < LEAST_AGREEMENT) {
            return List.of();
        }
        var profile = Profile.of(reading);
        double offset = profile.offset();
        long by = Math.round(offset);
        if (profile.edges.size() < LEAST_EDGES || Double.isNaN(offset) || Math.abs(offset) < LEAST_OFFSET) {
            return List.of();
        }
        var id = by > 0 ? "labelsEarly" : "labelsLate";
        return List.of(Finding.of(id, Severity.FAULT, 0.65, LayoutExam.number(Math.abs(offset)), profile.edges.size())
                .at(profile.edges)
                .repairedBy(
                        Math.abs(by) == 1 ? id : id + "ByMore", () -> Repairs.shifted(patient.document(), (int) by)));
    }

    /// Mean squashed logits from REACH before an edge to REACH after it: at starts minus at ends.
    private static final class Profile {
        private final Moments[] starts = moments();
        private final Moments[] ends = moments();
        private final List<Place> edges = new ArrayList<>();

        private static Moments[] moments() {
            var all = new Moments[2 * REACH];
            for (int i = 0; i < all.length; i++) {
                all[i] = new Moments();
            }
            return all;
        }

        static Profile of(Reading reading) {
            var profile = new Profile();
            Sample.of(reading.shape()).each((e, c, span) -> {
                for (int p = span.from() + 1; p < span.to(); p++) {
                    boolean was = reading.labels().at(e, c, p - 1) > 0.5;
                    boolean is = reading.labels().at(e, c, p) > 0.5;
                    if (was != is) {
                        profile.edge(reading, e, c, p);
                    }
                }
            });
            return profile;
        }

        private void edge(Reading reading, int e, int c, int edge) {
            edges.add(new Place(e, Span.at(c), new Span(edge - 1, edge + 1)));
            int length = reading.shape().length();
            boolean start = reading.labels().at(e, c, edge) > 0.5;
            for (int i = 0; i < 2 * REACH; i++) {
                int p = edge - REACH + i;
                if (p >= 0 && p < length) {
                    (start ? starts : ends)[i].add(Fit.squashed(reading.logits().at(e, c, p)), 0);
                }
            }
        }

        /// By how many positions the network's edges lie later than the labels'; NaN where they cannot be told.
        double offset() {
            double best = Double.NaN;
            for (int i = 0; i + 1 < 2 * REACH; i++) {
                double before = rise(i);
                double after = rise(i + 1);
                if (before < 0 && after >= 0 && after - before > LEAST_STEP) {
                    double crossing = i + before / (before - after) - (REACH - 0.5);
                    best = Double.isNaN(best) || Math.abs(crossing) < Math.abs(best) ? crossing : best;
                }
            }
            return best;
        }

        private double rise(int i) {
            return starts[i].count() == 0 || ends[i].count() == 0
                    ? Double.NaN
                    : (starts[i].meanX() - ends[i].meanX()) / 2;
        }
    }
}
