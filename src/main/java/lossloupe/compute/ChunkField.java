package lossloupe.compute;

import java.util.function.Supplier;
import java.util.stream.Stream;
import lossloupe.tensor.Chunk;
import lossloupe.tensor.DType;
import lossloupe.tensor.Extremes;
import lossloupe.tensor.Plane;
import lossloupe.tensor.Shape;
import org.jspecify.annotations.Nullable;

/// A field over chunks that are there or can be computed.
final class ChunkField implements Field {
    /// Where the chunks are.
    interface Source {
        /// The chunk, computed if need be.
        Chunk chunk(int example, int cls, int k);

        /// What stands for the chunk without computing it.
        Object token(int example, int cls, int k);

        /// What stands for a whole row of chunks.
        Object rowToken(int example, int cls);

        /// One value of the chunk.
        default double value(int example, int cls, int k, int i) {
            return chunk(example, cls, k).get(i);
        }
    }

    private final Shape shape;
    private final DType dtype;
    private final Source source;
    private final @Nullable Supplier<Stream<Digest>> digests;
    private final Cell<Extremes> range = new Cell<>(this::scan);

    ChunkField(Shape shape, DType dtype, Source source) {
        this(shape, dtype, source, null);
    }

    /// @param digests of rows, where they are kept anyway
    private ChunkField(Shape shape, DType dtype, Source source, @Nullable Supplier<Stream<Digest>> digests) {
        this.shape = shape;
        this.dtype = dtype;
        this.source = source;
        this.digests = digests;
    }

    /// A field over planes that are there.
    static Field ofPlanes(Shape shape, DType dtype, PlaneSource planes, Demand<Digest> ranges) {
        return new ChunkField(
                shape,
                dtype,
                new Source() {
                    @Override
                    public Chunk chunk(int example, int cls, int k) {
                        return planes.plane(example, cls).chunk(k);
                    }

                    @Override
                    public Object token(int example, int cls, int k) {
                        return chunk(example, cls, k);
                    }

                    @Override
                    public Object rowToken(int example, int cls) {
                        return planes.plane(example, cls);
                    }
                },
                () -> ranges.cells().rows().stream().map(row -> row.digest(d -> d)));
    }

    /// A field over the parts of cells, made when first asked for.
    static Field ofParts(Shape shape, DType dtype, Supplier<Cells<Part>> cells) {
        return new ChunkField(
                shape,
                dtype,
                new Source() {
                    @Override
                    public Chunk chunk(int example, int cls, int k) {
                        return cells.get().get(example, cls, k).values();
                    }

                    @Override
                    public Object token(int example, int cls, int k) {
                        return cells.get().at(example, cls, k);
                    }

                    @Override
                    public Object rowToken(int example, int cls) {
                        return cells.get().row(example, cls);
                    }
                },
                () -> cells.get().rows().stream().map(row -> row.digest(Part::digest)));
    }

    /// Rows of a document.
    interface PlaneSource {
        Plane plane(int example, int cls);
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public DType dtype() {
        return dtype;
    }

    @Override
    public Chunk chunk(int example, int cls, int k) {
        return source.chunk(example, cls, k);
    }

    @Override
    public double get(int example, int cls, int position) {
        return source.value(example, cls, position / Chunk.SIZE, position % Chunk.SIZE);
    }

    @Override
    public Object source(int example, int cls, int k) {
        return source.token(example, cls, k);
    }

    @Override
    public Object rowSource(int example, int cls) {
        return source.rowToken(example, cls);
    }

    @Override
    public Extremes range() {
        return range.get();
    }

    private Extremes scan() {
        var all = new Extremes();
        var known = digests;
        if (known != null) {
            known.get().forEach(d -> d.extremes(all));
            return all;
        }
        for (int e = 0; e < shape.batch(); e++) {
            for (int c = 0; c < shape.classes(); c++) {
                extremes(e, c, 0, shape.length(), all);
            }
        }
        return all;
    }
}
