package lossloupe.io;

import java.util.List;
import lossloupe.io.ImportPlan.Said;
import org.jspecify.annotations.Nullable;

/// When the positions are on which runs are to be laid: as a file says it, else as the ends of the runs allow.
///
/// @param length positions of the grid; 0 where there is nothing but the runs
/// @param times of the positions, where a file says them
/// @param frames how a sound lies under the grid, where it does
record TimingGuess(
        RunLabels runs,
        int length,
        @Nullable TimeAxis times,
        @Nullable Framing frames) {
    /// Rates in use, from paces of minutes to sound.
    private static final double[] USUAL = {
        1, 2, 4, 5, 8, 10, 16, 20, 25, 30, 32, 50, 60, 64, 100, 120, 125, 128, 200, 250, 256, 300, 360, 400, 500, 512,
        600, 1000, 1024, 1200, 2000, 2048, 4000, 8000, 10_000, 11_025, 16_000, 20_000, 22_050, 24_000, 32_000, 44_100,
        48_000, 96_000, 192_000
    };

    /// Where nothing limits it, a position is a hundredth of a second.
    private static final double FINE = 100;

    /// Numbers below are no seconds of this or the last century but count something else.
    private static final double LEAST_CALENDAR = 1e8;

    Timing timing(@Nullable Double rate, List<String> names) throws BadFileException {
        var classes = names.containsAll(runs.classNames()) ? names : runs.classNames();
        return switch (runs.unit()) {
            case POSITIONS -> positions(classes);
            case SECONDS -> rate == null ? seconds(classes) : given(rate, classes);
            case STAMPS -> stamps(rate, classes);
        };
    }

    /// Numbers of positions; of samples where they go beyond the grid and a sound lies under it.
    private Timing positions(List<String> classes) {
        if (frames != null && runs.last() > length) {
            var why = Said.of("import.evidence.rate.hop", frames.hop(), frames.rate());
            return new Timing(runs, classes, 0, TimeAxis.spans(1.0 / frames.hop()), length, why, false, false);
        }
        return new Timing(
                runs,
                classes,
                0,
                TimeAxis.instants(1),
                length,
                Said.of("import.evidence.rate.positions"),
                false,
                false);
    }

    private Timing given(double rate, List<String> classes) {
        var axis = frames == null ? TimeAxis.instants(rate) : TimeAxis.spans(rate);
        return new Timing(runs, classes, 0, axis, length, ImportPlan.CHOSEN, true, false);
    }

    private Timing seconds(List<String> classes) {
        if (frames != null) {
            var why = Said.of("import.evidence.rate.hop", frames.hop(), frames.rate());
            return new Timing(runs, classes, 0, TimeAxis.spans(frames.framesPerSecond()), length, why, true, false);
        }
        if (times != null) {
            var why = Said.of("import.evidence.rate.stated");
            return new Timing(runs, classes, 0, times.fromStart(), length, why, false, false);
        }
        if (runs.isWhole() && (length == 0 || runs.last() <= length)) {
            var why = Said.of("import.evidence.rate.whole");
            return new Timing(runs, classes, 0, TimeAxis.instants(1), length, why, true, false);
        }
        double guess = FINE;
        if (length > 0) {
            guess = length / Math.max(runs.last(), Double.MIN_NORMAL);
            for (double usual : USUAL) {
                guess = usual <= length / runs.last() ? usual : guess;
            }
        }
        var why = Said.of("import.evidence.rate.guess", runs.last(), length);
        return new Timing(runs, classes, 0, TimeAxis.instants(guess), length, why, true, true);
    }

    private Timing stamps(@Nullable Double rate, List<String> classes) throws BadFileException {
        if (times == null || Double.isFinite(times.rate())) {
            if (runs.last() < LEAST_CALENDAR) {
                return rate == null ? seconds(classes) : given(rate, classes);
            }
            throw BadFileException.of("error.runs.noTimes", runs.name());
        }
        boolean outside = runs.runs().stream().allMatch(r -> r.end() < times.at(0) || r.start() > times.at(length - 1));
        if (outside && !runs.runs().isEmpty()) {
            throw BadFileException.of("error.runs.outside", runs.name());
        }
        var why = Said.of("import.evidence.rate.stated");
        return new Timing(runs, classes, 0, times, length, why, false, false);
    }
}
