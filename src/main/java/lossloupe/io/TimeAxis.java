package lossloupe.io;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// When each position is: at a rate, or at the times that a file gives for each. Immutable.
public final class TimeAxis {
    /// What times count from.
    public enum Origin {
        /// The first position, or whatever the file's own numbers count from.
        START,
        /// 1970-01-01 UTC.
        CALENDAR
    }

    private final double rate;
    private final double within;
    private final double @Nullable [] times;
    private final Origin origin;

    private TimeAxis(double rate, double within, double @Nullable [] times, Origin origin) {
        this.rate = rate;
        this.within = within;
        this.times = times;
        this.origin = origin;
    }

    /// Position p is the instant p / rate.
    ///
    /// @param rate positions per second, above zero
    static TimeAxis instants(double rate) {
        return new TimeAxis(rate, 0, null, Origin.START);
    }

    /// Position p stands for the time from p / rate to (p + 1) / rate, and is at its middle.
    static TimeAxis spans(double rate) {
        return new TimeAxis(rate, 0.5, null, Origin.START);
    }

    /// Times in seconds, or null where they do not ascend from each position to the next.
    static @Nullable TimeAxis at(double[] times, Origin origin) {
        for (int i = 0; i < times.length; i++) {
            if (!Double.isFinite(times[i]) || (i > 0 && times[i] <= times[i - 1])) {
                return null;
            }
        }
        return times.length == 0 ? null : new TimeAxis(Double.NaN, 0, times.clone(), origin);
    }

    /// The numbers of an array as times in seconds, or null where they do not ascend.
    static @Nullable TimeAxis of(ArrayData array) {
        var times = new double[array.size()];
        Arrays.setAll(times, array::at);
        return at(times, Origin.START);
    }

    /// The same kind of positions at another rate.
    TimeAxis withRate(double other) {
        return new TimeAxis(other, within, null, Origin.START);
    }

    /// This axis with times since its first position.
    TimeAxis fromStart() {
        if (times == null || origin == Origin.START) {
            return this;
        }
        var moved = Arrays.stream(times).map(t -> t - times[0]).toArray();
        return new TimeAxis(Double.NaN, 0, moved, Origin.START);
    }

    Origin origin() {
        return origin;
    }

    /// Positions per second, or NaN where each has a time of its own.
    double rate() {
        return rate;
    }

    /// Whether there is a time for each of so many positions and no more.
    boolean covers(int length) {
        return times == null || times.length == length;
    }

    double at(int position) {
        return times == null ? (position + within) / rate : times[position];
    }

    /// The first of `length` positions that is not before `time`; `length` where all are.
    int from(double time, int length) {
        return search(time, length, false);
    }

    /// The first of `length` positions that is after `time`; `length` where none is.
    int after(double time, int length) {
        return search(time, length, true);
    }

    private int search(double time, int length, boolean beyond) {
        int low = 0;
        int high = length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            double there = at(middle);
            if (there > time || (there == time && !beyond)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
