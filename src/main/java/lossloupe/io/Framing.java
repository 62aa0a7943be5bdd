package lossloupe.io;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A grid that has one position for several samples of a sound, as networks on spectrograms give it.
///
/// @param samples of the sound
/// @param hop samples per position
/// @param length positions
/// @param rate samples per second
record Framing(int samples, int hop, int length, double rate) {
    /// The hop that gives so many positions, be it that the last one is full, cut or empty; a divisor of the rate
    /// or a power of two before others. Null where none does, or where each sample is a position.
    static @Nullable Framing of(int samples, int length, double rate) {
        int most = samples / Math.max(1, length - 1) + 1;
        var hops = IntStream.rangeClosed(2, Math.min(most, samples))
                .filter(h -> (samples - 1) / h + 1 == length || samples / h + 1 == length || samples / h == length)
                .toArray();
        for (int hop : hops) {
            if (rate % hop == 0 || Integer.bitCount(hop) == 1) {
                return new Framing(samples, hop, length, rate);
            }
        }
        return hops.length == 0 ? null : new Framing(samples, hops[0], length, rate);
    }

    double framesPerSecond() {
        return rate / hop;
    }

    /// The sound with one value per position: the sample of the greatest magnitude. Other arrays stay as they are.
    ArrayData bring(ArrayData sound) {
        if (sound.rank() != 1 || sound.size() != samples) {
            return sound;
        }
        var loudest = new double[length];
        for (int i = 0; i < samples; i++) {
            int p = Math.min(i / hop, length - 1);
            double value = sound.at(i);
            if (Math.abs(value) > Math.abs(loudest[p])) {
                loudest[p] = value;
            }
        }
        return NumberList.array(sound.name(), loudest, sound.type(), length);
    }
}
