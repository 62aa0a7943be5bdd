package lossloupe.compute;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import lossloupe.reduce.WeightGrid;
import lossloupe.tensor.Chunk;
import lossloupe.tensor.DType;
import lossloupe.tensor.Extremes;
import lossloupe.tensor.Plane;
import lossloupe.tensor.Shape;

/// Weights stretched over the grid they are broadcast to, to be looked at like any other numbers.
final class WeightField implements Field {
    private final WeightGrid weights;
    private final Shape shape;
    private final Map<Chunk, Chunk> stretched = new ConcurrentHashMap<>();
    private final Cell<Extremes> range = new Cell<>(this::scan);

    WeightField(WeightGrid weights, Shape shape) {
        this.weights = weights;
        this.shape = shape;
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public DType dtype() {
        return DType.FLOAT64;
    }

    @Override
    public Chunk chunk(int example, int cls, int k) {
        var row = weights.row(example, cls);
        if (row.length() == shape.length()) {
            return row.chunk(k);
        }
        int length = Math.min(Chunk.SIZE, shape.length() - k * Chunk.SIZE);
        var whole = stretched.computeIfAbsent(row.chunk(0), one -> constant(one.get(0), Chunk.SIZE));
        return length == Chunk.SIZE ? whole : constant(whole.get(0), length);
    }

    private static Chunk constant(double value, int length) {
        var values = new double[length];
        Arrays.fill(values, value);
        return Chunk.of(values);
    }

    @Override
    public Object source(int example, int cls, int k) {
        var row = weights.row(example, cls);
        return row.chunk(row.length() == shape.length() ? k : 0);
    }

    @Override
    public Object rowSource(int example, int cls) {
        return weights.row(example, cls);
    }

    @Override
    public Extremes range() {
        return range.get();
    }

    private Extremes scan() {
        var all = new Extremes();
        for (var ofExample : weights.rows()) {
            for (Plane plane : ofExample) {
                plane.extremes(0, plane.length(), all);
            }
        }
        return all;
    }
}
