package lossloupe.io;

/// The numbers of an array in C order (the last index runs fastest), in the narrowest Java array that holds each of
/// them
/// exactly. The arrays are not copied and must not be written.
public sealed interface Values {
    /// float64, and integers beyond 2^24.
    @SuppressWarnings("ArrayRecordComponent") // millions of numbers; told apart by reference, as it should be
    record Doubles(double[] array) implements Values {
        @Override
        public double at(int i) {
            return array[i];
        }

        @Override
        public int size() {
            return array.length;
        }

        @Override
        public void copy(int from, double[] into, int count) {
            System.arraycopy(array, from, into, 0, count);
        }
    }

    /// float32, float16, and integers up to 2^24 in size of which some are negative or above 255.
    @SuppressWarnings("ArrayRecordComponent") // millions of numbers; told apart by reference, as it should be
    record Floats(float[] array) implements Values {
        @Override
        public double at(int i) {
            return array[i];
        }

        @Override
        public int size() {
            return array.length;
        }

        @Override
        public void copy(int from, double[] into, int count) {
            for (int i = 0; i < count; i++) {
                into[i] = array[from + i];
            }
        }
    }

    /// bool, and integers of which all lie in 0 to 255: bytes without sign.
    @SuppressWarnings("ArrayRecordComponent") // millions of numbers; told apart by reference, as it should be
    record Bytes(byte[] array) implements Values {
        @Override
        public double at(int i) {
            return array[i] & 0xFF;
        }

        @Override
        public int size() {
            return array.length;
        }

        @Override
        public void copy(int from, double[] into, int count) {
            for (int i = 0; i < count; i++) {
                into[i] = array[from + i] & 0xFF;
            }
        }
    }

    double at(int i);

    int size();

    /// Copies `count` numbers, the first of them at `from`.
    void copy(int from, double[] into, int count);
}
