package lossloupe.equality;

/// The numbers of Python's `random.seed(s)` and `random.random()`: the Mersenne Twister MT19937 of Matsumoto and
/// Nishimura (mt19937ar.c), seeded by an array, two 32-bit words to a double as in CPython's `_randommodule.c`. The
/// dummy data of the question come from it, so a draw here can be repeated in Python by its seed.
public final class PythonRandom {
    private static final int N = 624;
    private static final int M = 397;

    private final int[] state = new int[N];
    private int next = N;

    /// @param seed as in `random.seed(seed)`; not negative
    public PythonRandom(long seed) {
        if (seed < 0) {
            throw new IllegalArgumentException("seed " + seed + " is negative; give 0 or more");
        }
        int high = (int) (seed >>> 32);
        int[] key = high == 0 ? new int[] {(int) seed} : new int[] {(int) seed, high};
        fill(19650218);
        int i = 1;
        for (int k = 0; k < N; k++) {
            int j = k % key.length;
            state[i] = (state[i] ^ (mixed(i) * 1664525)) + key[j] + j;
            i = following(i);
        }
        for (int k = 0; k < N - 1; k++) {
            state[i] = (state[i] ^ (mixed(i) * 1566083941)) - i;
            i = following(i);
        }
        state[0] = 0x80000000;
    }

    /// The next number in [0, 1), with 53 random bits.
    public double random() {
        int a = word() >>> 5;
        int b = word() >>> 6;
        return (a * 67108864.0 + b) * (1.0 / 9007199254740992.0);
    }

    private void fill(int seed) {
        state[0] = seed;
        for (int i = 1; i < N; i++) {
            state[i] = 1812433253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
        }
    }

    private int mixed(int i) {
        return state[i - 1] ^ (state[i - 1] >>> 30);
    }

    private int following(int i) {
        if (i + 1 < N) {
            return i + 1;
        }
        state[0] = state[N - 1];
        return 1;
    }

    private int word() {
        if (next == N) {
            turn();
        }
        int y = state[next++];
        y ^= y >>> 11;
        y ^= (y << 7) & 0x9d2c5680;
        y ^= (y << 15) & 0xefc60000;
        return y ^ (y >>> 18);
    }

    private void turn() {
        for (int k = 0; k < N; k++) {
            int y = (state[k] & 0x80000000) | (state[(k + 1) % N] & 0x7fffffff);
            state[k] = state[(k + M) % N] ^ (y >>> 1) ^ ((y & 1) == 0 ? 0 : 0x9908b0df);
        }
        next = 0;
    }
}
