package lossloupe.reduce;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lossloupe.tensor.Axis;
import lossloupe.tensor.Chunk;
import lossloupe.tensor.DType;
import lossloupe.tensor.Layout;
import lossloupe.tensor.Plane;
import lossloupe.tensor.Shape;
import lossloupe.tensor.Span;

/// Weights by the axes they vary along, whatever the layout: 0 leaves a cell out, as an ignore mask does. Rows are
/// planes, so that an edit shares what it does not touch.
///
/// @param axes along which factors differ
/// @param rows by example and class, with one entry along an axis, and planes of length 1, where it is not among `axes`
public record WeightGrid(Set<Axis> axes, List<List<Plane>> rows) implements Weights {
    static final WeightGrid NONE = new WeightGrid(Set.of(), List.of(List.of(Plane.of(1))));

    public WeightGrid {
        axes = Collections.unmodifiableSet(axes.isEmpty() ? EnumSet.noneOf(Axis.class) : EnumSet.copyOf(axes));
        rows = rows.stream().map(List::copyOf).toList();
    }

    /// No weights.
    public static WeightGrid none() {
        return NONE;
    }

    /// Factors 1 along some axes of a shape.
    public static WeightGrid ones(Set<Axis> axes, Shape shape) {
        return generate(axes, shape, (e, c, p) -> 1);
    }

    /// These factors along other axes: what differed along an axis that goes has its first value, what is new is
    /// repeated.
    public WeightGrid along(Set<Axis> wanted, Shape shape) {
        int length = shape.only(wanted).length();
        return ofRows(wanted, shape, (e, c) -> {
            var old = row(e, c);
            return old.length() == length
                    ? old
                    : Plane.generate(old.dtype(), length, p -> old.get(old.length() == 1 ? 0 : p));
        });
    }

    public boolean fits(Shape shape) {
        var own = shape.only(axes);
        return rows.size() == own.batch()
                && rows.stream().allMatch(r -> r.size() == own.classes())
                && planes().allMatch(p -> p.length() == own.length());
    }

    @Override
    public boolean isNone() {
        return this == NONE;
    }

    @Override
    public boolean fits(Output output, List<Axis> outputAxes) {
        return outputAxes.containsAll(axes);
    }

    @Override
    public Broadcast over(Output output, List<Axis> outputAxes) {
        if (!fits(output, outputAxes)) {
            throw new IllegalArgumentException("weights along " + symbols(axes)
                    + " cannot be broadcast against a loss over " + symbols(outputAxes));
        }
        return new Broadcast(this, output.count(outputAxes));
    }

    private static String symbols(Collection<Axis> some) {
        return some.stream().map(Axis::symbol).collect(Collectors.joining(", ", "[", "]"));
    }

    /// The factors of a row of cells: of length 1 where they are the same for all positions.
    public Plane row(int example, int cls) {
        var ofExample = rows.get(rows.size() == 1 ? 0 : example);
        return ofExample.get(ofExample.size() == 1 ? 0 : cls);
    }

    public double at(int example, int cls, int position) {
        var plane = row(example, cls);
        return plane.get(plane.length() == 1 ? 0 : position);
    }

    /// One factor on a run of positions of a class: along axes that these weights lack, everything with it.
    public WeightGrid with(int example, int cls, Span span, double value) {
        int e = rows.size() == 1 ? 0 : example;
        int c = rows.get(e).size() == 1 ? 0 : cls;
        var plane = rows.get(e).get(c);
        var there = plane.length() == 1 ? new Span(0, 1) : span;
        var ofExample = new ArrayList<>(rows.get(e));
        ofExample.set(c, plane.with(there, p -> value));
        var copy = new ArrayList<>(rows);
        copy.set(e, ofExample);
        return new WeightGrid(axes, copy);
    }

    /// Sizes as an array of the layout has them, without leading ones: `[n, 1]` for classes in channels_first,
    /// `[n]` in channels_last.
    public int[] shapeIn(Layout layout) {
        return layout.axes().stream()
                .dropWhile(a -> !axes.contains(a))
                .mapToInt(layout.shape().only(axes)::size)
                .toArray();
    }

    /// Whether the axes of classes and positions, or of examples and classes, have the same length while only one
    /// of them has weights: an array of these sizes then goes along the other without an error.
    public Set<Axis> mistakableFor(Shape shape) {
        var others = EnumSet.noneOf(Axis.class);
        for (var own : axes) {
            for (var other : Axis.values()) {
                if (!axes.contains(other) && shape.size(other) == shape.size(own) && shape.size(own) > 1) {
                    others.add(other);
                }
            }
        }
        return others;
    }

    /// The same numbers along `to` in place of `from`, which must be as long.
    public WeightGrid moved(Axis from, Axis to, Shape shape) {
        var wanted = EnumSet.copyOf(axes);
        wanted.remove(from);
        wanted.add(to);
        return generate(wanted, shape, (e, c, p) -> atMoved(from, to, new Layout.Cell(e, c, p)));
    }

    /// The factor of a cell.
    public interface Factor {
        double at(int example, int cls, int position);
    }

    /// One factor for each place along some axes of a shape.
    public static WeightGrid generate(Set<Axis> axes, Shape shape, Factor factor) {
        int length = shape.only(axes).length();
        return ofRows(axes, shape, (e, c) -> Plane.generate(DType.FLOAT64, length, p -> factor.at(e, c, p)));
    }

    private interface OfRow {
        Plane plane(int example, int cls);
    }

    private static WeightGrid ofRows(Set<Axis> axes, Shape shape, OfRow row) {
        var own = shape.only(axes);
        var rows = new ArrayList<List<Plane>>();
        for (int e = 0; e < own.batch(); e++) {
            int example = e;
            rows.add(IntStream.range(0, own.classes())
                    .mapToObj(c -> row.plane(example, c))
                    .toList());
        }
        return new WeightGrid(axes, rows);
    }

    private double atMoved(Axis from, Axis to, Layout.Cell cell) {
        var there = cell.with(from, cell.along(to)).with(to, 0);
        return at(there.example(), there.cls(), there.position());
    }

    /// Cut at the end, or continued with ones.
    public WeightGrid resized(int length) {
        return axes.contains(Axis.POSITION)
                ? mapRows(r -> r.stream().map(p -> resized(p, length)).toList())
                : this;
    }

    private static Plane resized(Plane plane, int length) {
        var cut = plane.resized(length);
        return length <= plane.length() ? cut : cut.with(new Span(plane.length(), length), p -> 1);
    }

    /// A change to the examples, as removing one is; nothing where all have the same weights.
    public WeightGrid mapExamples(UnaryOperator<List<List<Plane>>> change) {
        return axes.contains(Axis.BATCH) ? new WeightGrid(axes, change.apply(rows)) : this;
    }

    /// A change to the rows of every example, as moving a class is; nothing where all classes have the same
    /// weights.
    public WeightGrid mapClasses(UnaryOperator<List<Plane>> change) {
        return axes.contains(Axis.CLASS) ? mapRows(change) : this;
    }

    /// The rows of an example in which every factor is 1.
    public List<Plane> blank() {
        return rows.getFirst().stream()
                .map(p -> Plane.generate(p.dtype(), p.length(), i -> 1))
                .toList();
    }

    private WeightGrid mapRows(UnaryOperator<List<Plane>> change) {
        return new WeightGrid(axes, rows.stream().map(change).toList());
    }

    @Override
    public double sumAsGiven() {
        return overChunks(Chunk::sum);
    }

    long nonzero() {
        return (long) overChunks(Chunk::nonzero);
    }

    /// Number of factors.
    long size() {
        return (long) overChunks(Chunk::length);
    }

    /// Numbers of chunks added up in the order in which they are stored.
    private double overChunks(ToDoubleFunction<Chunk> number) {
        double sum = 0;
        for (var ofExample : rows) {
            for (var plane : ofExample) {
                for (int k = 0; k < plane.chunkCount(); k++) {
                    sum += number.applyAsDouble(plane.chunk(k));
                }
            }
        }
        return sum;
    }

    Stream<Plane> planes() {
        return rows.stream().flatMap(List::stream);
    }
}
