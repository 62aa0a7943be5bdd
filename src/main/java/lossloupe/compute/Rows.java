package lossloupe.compute;

import java.util.List;
import java.util.stream.IntStream;
import lossloupe.document.Document;
import lossloupe.tensor.Chunk;
import lossloupe.tensor.DType;
import lossloupe.tensor.Plane;
import lossloupe.tensor.Shape;

/// The labels and logits of a document by example, class and chunk, and the type to compute in.
final class Rows {
    private final Document document;
    private final Shape shape;
    private final Field labels;
    private final Field logits;
    private final Cell<Long> nonFiniteLabels = new Cell<>(() -> NonFinite.count(labels()));
    private final Cell<Long> nonFiniteLogits = new Cell<>(() -> NonFinite.count(logits()));

    Rows(Document document) {
        this.document = document;
        this.shape = document.shape();
        var first = document.example(0);
        this.labels = ChunkField.ofPlanes(
                shape, first.labels().getFirst().dtype(), (e, c) -> document.example(e).labels().get(c));
        this.logits = ChunkField.ofPlanes(
                shape, first.logits().getFirst().dtype(), (e, c) -> document.example(e).logits().get(c));
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
        return document.example(example).logits().get(cls).chunk(k);
    }

    Chunk labels(int example, int cls, int k) {
        return document.example(example).labels().get(cls).chunk(k);
    }

    /// The chunks of all classes that share positions.
    List<Chunk> logits(int example, int k) {
        return document.example(example).logits().stream().map(p -> p.chunk(k)).toList();
    }

    List<Chunk> labels(int example, int k) {
        return document.example(example).labels().stream().map(p -> p.chunk(k)).toList();
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

    /// Indices of chunks.
    IntStream eachChunk() {
        return IntStream.range(0, chunks());
    }

    IntStream eachClass() {
        return IntStream.range(0, shape().classes());
    }
}
