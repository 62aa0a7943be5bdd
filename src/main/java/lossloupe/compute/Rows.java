package lossloupe.compute;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import lossloupe.document.Document;
import lossloupe.kernel.Sum;
import lossloupe.loss.SumsOver;
import lossloupe.tensor.Chunk;
import lossloupe.tensor.DType;
import lossloupe.tensor.Extremes;
import lossloupe.tensor.Plane;
import lossloupe.tensor.Shape;

/// The labels and logits of a document by example, class and chunk, and the type to compute in.
final class Rows {
    private final Document document;
    private final Shape shape;
    private final Demand<Digest> labelRanges;
    private final Demand<Digest> logitRanges;
    private final Field labels;
    private final Field logits;
    private final Cell<Long> nonFiniteLabels = new Cell<>(() -> NonFinite.count(labels()));
    private final Cell<Long> nonFiniteLogits = new Cell<>(() -> NonFinite.count(logits()));

    Rows(Document document, List<Rows> formers) {
        this.document = document;
        this.shape = document.shape();
        var first = document.example(0);
        this.labelRanges = ranges(
                this::labelPlane, formers.stream().map(f -> f.labelRanges).toList());
        this.logitRanges = ranges(
                this::logitPlane, formers.stream().map(f -> f.logitRanges).toList());
        this.labels = ChunkField.ofPlanes(shape, first.labels().getFirst().dtype(), this::labelPlane, labelRanges);
        this.logits = ChunkField.ofPlanes(shape, first.logits().getFirst().dtype(), this::logitPlane, logitRanges);
    }

    /// Extremes of whole planes, kept as long as the planes.
    private Demand<Digest> ranges(ChunkField.PlaneSource planes, List<Demand<Digest>> formers) {
        var plan = new Cells.Plan<Digest>(
                wholeRows(),
                (e, c) -> new Object[] {planes.plane(e, c)},
                (e, c, k) -> new Object[] {planes.plane(e, c)},
                (e, c, k) -> range(planes.plane(e, c)));
        return new Demand<>(old -> Cells.of(plan, old), formers);
    }

    private static Supplier<Digest> range(Plane plane) {
        return () -> {
            var range = new Extremes();
            plane.extremes(0, plane.length(), range);
            return new Digest(Sum.ZERO, range.min(), range.max(), range.hasNaN());
        };
    }

    Plane labelPlane(int example, int cls) {
        return document.example(example).labels().get(cls);
    }

    Plane logitPlane(int example, int cls) {
        return document.example(example).logits().get(cls);
    }

    Document document() {
        return document;
    }

    Shape shape() {
        return shape;
    }

    Field labels() {
        return labels;
    }

    Field logits() {
        return logits;
    }

    long nonFiniteLabels() {
        return nonFiniteLabels.get();
    }

    long nonFiniteLogits() {
        return nonFiniteLogits.get();
    }

    DType dtype() {
        return document.setup().dtype();
    }

    int chunks() {
        return Plane.chunkCount(shape().length());
    }

    Chunk logits(int example, int cls, int k) {
        return logitPlane(example, cls).chunk(k);
    }

    Chunk labels(int example, int cls, int k) {
        return labelPlane(example, cls).chunk(k);
    }

    /// The chunks of all classes that share positions.
    Chunk[] logits(int example, int k) {
        var chunks = new Chunk[shape.classes()];
        Arrays.setAll(chunks, c -> logits(example, c, k));
        return chunks;
    }

    Chunk[] labels(int example, int k) {
        var chunks = new Chunk[shape.classes()];
        Arrays.setAll(chunks, c -> labels(example, c, k));
        return chunks;
    }

    Object[] logitPlanes(int example) {
        return document.example(example).logits().toArray();
    }

    Object[] labelPlanes(int example) {
        return document.example(example).labels().toArray();
    }

    /// One cell per class and chunk.
    Cells.Extent byClass() {
        return new Cells.Extent(shape().batch(), shape().classes(), chunks());
    }

    /// One cell per chunk of positions, classes together.
    Cells.Extent acrossClasses() {
        return new Cells.Extent(shape().batch(), 1, chunks());
    }

    /// One cell per class, chunks together.
    Cells.Extent wholeRows() {
        return new Cells.Extent(shape().batch(), shape().classes(), 1);
    }

    /// One cell per region.
    Cells.Extent regions(SumsOver sums) {
        return new Cells.Extent(
                sums.splitsExamples() ? shape.batch() : 1, sums.splitsClasses() ? shape.classes() : 1, 1);
    }

    static List<Integer> indices(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    /// What each class has, as an array.
    Object[] eachClass(IntFunction<Object> item) {
        var items = new Object[shape.classes()];
        Arrays.setAll(items, item);
        return items;
    }

    /// What each class has, as a list.
    <T> List<T> listOfClasses(IntFunction<T> item) {
        return IntStream.range(0, shape.classes()).mapToObj(item).toList();
    }
}
