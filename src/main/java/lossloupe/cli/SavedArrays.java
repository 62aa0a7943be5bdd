package lossloupe.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import lossloupe.compute.Field;
import lossloupe.compute.LossResult;
import lossloupe.io.AtomicFile;
import lossloupe.io.MemoryOrder;
import lossloupe.io.NpzWriter;
import lossloupe.io.NumpyType;
import lossloupe.reduce.Reduction;
import lossloupe.tensor.Axis;
import lossloupe.tensor.DType;

/// The arrays of one result, in the layout of the input and the type they were computed in.
///
/// @param axes of the input, in memory order
record SavedArrays(LossResult result, List<Axis> axes) {
    /// Reads a cell of some array.
    private interface Reader {
        double at(int example, int cls, int position);
    }

    /// Writes `<stem>.<loss>.npz` into `folder`, which is made if it is not there.
    void write(Path folder, String stem) throws IOException {
        Files.createDirectories(folder);
        var fibres = result.fibres();
        Field elementwise = fibres == null ? result.terms() : fibres.values();
        AtomicFile.write(folder.resolve(stem + "." + result.info().id() + ".npz"), out -> {
            try (var npz = new NpzWriter(out, NpzWriter.Packing.STORED)) {
                array(npz, "elementwise", result.axes(), elementwise::get);
                array(npz, "probabilities", axes, result.probabilities()::get);
                array(npz, "gradient_of_mean", axes, gradient(Reduction.MEAN));
                array(npz, "gradient_of_sum", axes, gradient(Reduction.SUM));
            }
        });
    }

    private Reader gradient(Reduction reduction) {
        var gradient = result.gradient();
        double scale = result.gradientScale(reduction);
        var weights = result.weights();
        if (weights.isNone()) {
            return (e, c, p) -> gradient.get(e, c, p) * scale;
        }
        var factors = weights.over(result, reduction.weightedAxes(result));
        return (e, c, p) -> gradient.get(e, c, p) * scale * factors.at(e, c, p);
    }

    private void array(NpzWriter npz, String name, List<Axis> order, Reader reader) throws IOException {
        int[] sizes = order.stream().mapToInt(result::size).toArray();
        var type = result.gradient().dtype() == DType.FLOAT32 ? NumpyType.FLOAT32 : NumpyType.FLOAT64;
        npz.array(name, type, MemoryOrder.C, sizes, flat(order, sizes, reader));
    }

    /// Coordinates of a flat index; an axis that the array lacks is 0.
    private static IntToDoubleFunction flat(List<Axis> order, int[] sizes, Reader reader) {
        int example = order.indexOf(Axis.BATCH);
        int cls = order.indexOf(Axis.CLASS);
        int position = order.indexOf(Axis.POSITION);
        int[] strides = new int[sizes.length];
        int stride = 1;
        for (int i = sizes.length - 1; i >= 0; i--) {
            strides[i] = stride;
            stride *= sizes[i];
        }
        return i -> reader.at(
                along(example, i, strides, sizes), along(cls, i, strides, sizes), along(position, i, strides, sizes));
    }

    private static int along(int axis, int flat, int[] strides, int[] sizes) {
        return axis < 0 ? 0 : flat / strides[axis] % sizes[axis];
    }
}
