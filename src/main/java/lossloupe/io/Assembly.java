package lossloupe.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import lossloupe.document.ClassInfo;
import lossloupe.document.Document;
import lossloupe.document.Example;
import lossloupe.document.LossSetup;
import lossloupe.io.ImportPlan.Item;
import lossloupe.io.ImportPlan.Role;
import lossloupe.reduce.WeightGrid;
import lossloupe.tensor.Axis;
import lossloupe.tensor.Batching;
import lossloupe.tensor.Chunk;
import lossloupe.tensor.DType;
import lossloupe.tensor.Plane;
import lossloupe.tensor.Shape;
import org.jspecify.annotations.Nullable;

/// Sorts the numbers of a plan's arrays into planes, chunk by chunk, without an intermediate copy. Labels that are
/// exactly 0 and 1 become bytes whatever type they came in; float32 stays float32; other integers become float64.
final class Assembly {
    private final ImportPlan plan;
    private final @Nullable Item labels;
    private final @Nullable Item logits;
    private final @Nullable Item series;
    private final int batch;
    private final int classes;
    private final int length;

    /// @param plan without a problem
    Assembly(ImportPlan plan) {
        this.plan = plan;
        this.labels = plan.only(Role.LABELS).orElse(null);
        this.logits = plan.only(Role.LOGITS).orElse(null);
        this.series = plan.only(Role.SERIES).orElse(null);
        var lead = lead(plan);
        this.batch = lead.size(Axis.BATCH);
        this.length = lead.size(Axis.POSITION);
        this.classes = classes(plan);
    }

    /// Number of classes of the document.
    static int classes(ImportPlan plan) {
        if (plan.only(Role.LOGITS).isEmpty() && Agreement.areIndices(plan)) {
            int greatest = (int)
                    Math.clamp(plan.only(Role.LABELS).orElseThrow().traits().max(), 0, 4095);
            return Math.max(greatest + 1, plan.classNames().size());
        }
        var lead = lead(plan);
        return lead.role() == Role.SERIES ? Math.max(1, plan.classNames().size()) : lead.size(Axis.CLASS);
    }

    Document document(LossSetup base) {
        var examples = new ArrayList<Example>();
        for (int b = 0; b < batch; b++) {
            examples.add(new Example(seriesPlane(b), labelPlanes(b), logitPlanes(b)));
        }
        boolean batched = plan.items().stream().anyMatch(i -> ImportPlan.isGrid(i) && i.has(Axis.BATCH)) || batch > 1;
        var arithmetic = logits == null ? base.dtype() : dtype(logits);
        return new Document(
                lead(plan).array().name(),
                classInfos(),
                examples,
                batched ? Batching.BATCHED : Batching.UNBATCHED,
                base.withFormat(plan.format()).withDType(arithmetic),
                weights(new Shape(batch, classes, length, Batching.BATCHED)));
    }

    private WeightGrid weights(Shape shape) {
        return plan.only(Role.WEIGHTS)
                .map(item -> WeightArrays.grid(item.array(), item.axes(), shape))
                .orElse(WeightGrid.none());
    }

    private static Item lead(ImportPlan plan) {
        return plan.only(Role.LOGITS)
                .or(() -> plan.only(Role.LABELS))
                .or(() -> plan.only(Role.SERIES))
                .orElseThrow();
    }

    private List<ClassInfo> classInfos() {
        var names = plan.classNames();
        boolean fitting = names.size() == classes;
        return IntStream.range(0, classes)
                .mapToObj(
                        c -> fitting ? new ClassInfo(names.get(c), ClassInfo.defaultColour(c)) : ClassInfo.numbered(c))
                .toList();
    }

    private Plane seriesPlane(int example) {
        return series == null
                ? Plane.zeros(DType.FLOAT64, length)
                : row(series, dtype(series), series.has(Axis.BATCH) ? example : 0, 0);
    }

    private List<Plane> logitPlanes(int example) {
        var type = logits == null ? DType.FLOAT64 : dtype(logits);
        return IntStream.range(0, classes)
                .mapToObj(c -> logits == null ? Plane.zeros(type, length) : row(logits, type, example, c))
                .toList();
    }

    private List<Plane> labelPlanes(int example) {
        if (labels == null) {
            return IntStream.range(0, classes)
                    .mapToObj(c -> Plane.zeros(DType.UINT8, length))
                    .toList();
        }
        if (Agreement.areIndices(plan)) {
            int start = labels.has(Axis.BATCH) ? example * stride(labels, Axis.BATCH) : 0;
            int step = stride(labels, Axis.POSITION);
            return IntStream.range(0, classes)
                    .mapToObj(c -> Plane.generate(
                            DType.UINT8, length, p -> labels.array().at(start + p * step) == c ? 1 : 0))
                    .toList();
        }
        var type = labels.traits().isBinary() ? DType.UINT8 : dtype(labels);
        return IntStream.range(0, classes)
                .mapToObj(c -> row(labels, type, example, c))
                .toList();
    }

    /// The type that keeps an array's numbers: float32 for single and half precision, float64 for the rest.
    private static DType dtype(Item item) {
        return item.array().type().kind() == NumpyType.Kind.FLOAT32 ? DType.FLOAT32 : DType.FLOAT64;
    }

    private Plane row(Item item, DType type, int example, int cls) {
        int start = example * stride(item, Axis.BATCH) + cls * stride(item, Axis.CLASS);
        int step = stride(item, Axis.POSITION);
        var values = item.array().values();
        var chunks = new Chunk[Plane.chunkCount(length)];
        for (int k = 0; k < chunks.length; k++) {
            int first = start + k * Chunk.SIZE * step;
            chunks[k] = chunk(values, type, first, step, Math.min(Chunk.SIZE, length - k * Chunk.SIZE));
        }
        return Plane.ofChunks(type, chunks);
    }

    private static Chunk chunk(Values values, DType type, int first, int step, int count) {
        if (step == 1 && type == DType.FLOAT32 && values instanceof Values.Floats floats) {
            return Chunk.of(Arrays.copyOfRange(floats.array(), first, first + count));
        }
        if (step == 1 && type == DType.UINT8 && values instanceof Values.Bytes bytes) {
            return Chunk.of(Arrays.copyOfRange(bytes.array(), first, first + count));
        }
        return switch (type) {
            case FLOAT64 -> {
                var out = new double[count];
                for (int i = 0; i < count; i++) {
                    out[i] = values.at(first + i * step);
                }
                yield Chunk.of(out);
            }
            case FLOAT32 -> {
                var out = new float[count];
                for (int i = 0; i < count; i++) {
                    out[i] = (float) values.at(first + i * step);
                }
                yield Chunk.of(out);
            }
            case UINT8 -> {
                var out = new byte[count];
                for (int i = 0; i < count; i++) {
                    out[i] = (byte) values.at(first + i * step);
                }
                yield Chunk.of(out);
            }
        };
    }

    /// Distance between neighbours along `axis` in C order; 0 where the array has no such axis.
    private static int stride(Item item, Axis axis) {
        int dimension = item.axes().indexOf(axis);
        if (dimension < 0) {
            return 0;
        }
        int stride = 1;
        for (int d = item.rank() - 1; d > dimension; d--) {
            stride *= item.array().length(d);
        }
        return stride;
    }
}
