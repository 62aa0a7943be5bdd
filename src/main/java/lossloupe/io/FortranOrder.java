package lossloupe.io;

/// Where the elements of an array in Fortran order stand in C order: for each run of consecutive elements of the file,
/// their
/// flat indices in C order. Counts as an odometer does, so that no element costs a division.
final class FortranOrder {
    private final int[] lengths;
    private final int[] strides;
    private final int[] counter;
    private int flat;

    /// @param shape of an array that fits an `int`; rank 2 or more is the only interesting case, the others work
    /// too
    FortranOrder(long[] shape) {
        lengths = new int[shape.length];
        strides = new int[shape.length];
        counter = new int[shape.length];
        int stride = 1;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            lengths[axis] = Math.toIntExact(shape[axis]);
            strides[axis] = stride;
            stride *= lengths[axis];
        }
    }

    /// The places of the next `count` elements, in the order of the file.
    void next(int[] places, int count) {
        if (lengths.length == 0) {
            places[0] = 0;
            return;
        }
        int first = lengths[0];
        int step = strides[0];
        for (int i = 0; i < count; ) {
            int run = Math.min(count - i, first - counter[0]);
            for (int k = 0; k < run; k++) {
                places[i + k] = flat + k * step;
            }
            i += run;
            counter[0] += run;
            flat += run * step;
            if (counter[0] == first) {
                carry();
            }
        }
    }

    private void carry() {
        for (int axis = 0; axis + 1 < lengths.length && counter[axis] == lengths[axis]; axis++) {
            counter[axis] = 0;
            flat += strides[axis + 1] - lengths[axis] * strides[axis];
            counter[axis + 1]++;
        }
    }
}
