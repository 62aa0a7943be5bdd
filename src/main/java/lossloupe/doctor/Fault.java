package lossloupe.doctor;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import lossloupe.compute.Overlap;
import lossloupe.document.Document;
import lossloupe.document.LossChoice;
import lossloupe.document.ShapeEdit;
import lossloupe.document.WeightPresets;
import lossloupe.kernel.Functions;
import lossloupe.kernel.NumberFormat;
import lossloupe.reduce.Reduction;
import lossloupe.reduce.WeightGrid;
import lossloupe.tensor.Axis;
import lossloupe.tensor.DType;
import lossloupe.tensor.Layout;
import lossloupe.tensor.Plane;
import lossloupe.tensor.Span;

/// Mistakes that are made with labels, logits and losses, to be made on purpose. Its name is `fault.<id>` in the
/// bundles.
public enum Fault {
    LABELS_RESHAPED("labelsReshaped", "labelsTransposed"),
    LOGITS_RESHAPED("logitsReshaped", "logitsTransposed"),
    BOTH_RESHAPED("bothReshaped", "classesAndPositionsSwapped"),
    CLASSES_AND_POSITIONS_SWAPPED("classesAndPositionsSwapped"),
    EXAMPLES_AND_CLASSES_SWAPPED("examplesAndClassesSwapped"),
    LABELS_LATE("labelsLate"),
    LABELS_EARLY("labelsEarly"),
    LABELS_ONE_CLASS_LATE("labelsOneClassLate", "labelsOneClassEarly"),
    SOFTMAX_OVER_POSITIONS("softmaxOverPositions"),
    OVERLAPS_UNDER_SOFTMAX("overlaps"),
    NO_BACKGROUND("noBackground"),
    SIGMOID_TWICE("logitsAreSigmoid"),
    SOFTMAX_TWICE("logitsAreSoftmax"),
    LABELS_TO_255("labelsTo255"),
    LABELS_AS_INDICES("labelsAreIndices"),
    PADDING_COUNTED("paddingCounted"),
    MEAN_OF_MEANS("meanOfMeans"),
    LOGITS_IN_BFLOAT16("logitsCoarse"),
    WEIGHTS_ON_TIME("weightsAlongPositions"),
    NOT_FINITE("logitsNotFinite"),
    CONSTANT_ROW("logitRowsConstant");

    private static final LossChoice SOFTMAX = LossChoice.of("softmax_cross_entropy");

    @SuppressWarnings("ImmutableEnumChecker") // Set.of gives sets that cannot be changed.
    private final Set<String> findings;

    Fault(String... findings) {
        this.findings = Set.of(findings);
    }

    /// As in keys of the bundles.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The findings that name it.
    public Set<String> findings() {
        return findings;
    }

    /// Whether it changes anything of a document of this shape and these labels.
    public boolean appliesTo(Document document, Overlap overlap) {
        var shape = document.shape();
        return switch (this) {
            case LABELS_RESHAPED, LOGITS_RESHAPED, BOTH_RESHAPED, CLASSES_AND_POSITIONS_SWAPPED -> shape.classes() > 1;
            case EXAMPLES_AND_CLASSES_SWAPPED -> shape.batch() > 1 && shape.classes() > 1;
            case LABELS_ONE_CLASS_LATE, SOFTMAX_OVER_POSITIONS, SOFTMAX_TWICE, CONSTANT_ROW -> shape.classes() > 1;
            case OVERLAPS_UNDER_SOFTMAX -> overlap.overlaps() > overlap.gaps();
            case NO_BACKGROUND -> shape.classes() > 1 && overlap.gaps() > overlap.overlaps();
            case LABELS_AS_INDICES -> shape.classes() > 2 && overlap.isExclusive();
            case WEIGHTS_ON_TIME -> shape.classes() > 1 && shape.classes() == shape.length();
            case MEAN_OF_MEANS ->
                shape.batch() > 1 && shape.length() >= 4 && document.weights().isNone();
            case LABELS_LATE, LABELS_EARLY, SIGMOID_TWICE, LABELS_TO_255, PADDING_COUNTED, NOT_FINITE -> true;
            case LOGITS_IN_BFLOAT16 -> shape.size() >= 48;
        };
    }

    /// The document with this mistake made.
    public Document in(Document document) {
        return switch (this) {
            case LABELS_RESHAPED -> reshaped(document, true, false);
            case LOGITS_RESHAPED -> reshaped(document, false, true);
            case BOTH_RESHAPED -> reshaped(document, true, true);
            case CLASSES_AND_POSITIONS_SWAPPED -> swapped(document);
            case EXAMPLES_AND_CLASSES_SWAPPED -> Reading.batchSwapped(document).document(document);
            case LABELS_LATE -> Repairs.shifted(document, 1);
            case LABELS_EARLY -> Repairs.shifted(document, -1);
            case LABELS_ONE_CLASS_LATE -> changed(document, Fault::rolled, rows -> rows);
            case SOFTMAX_OVER_POSITIONS -> withLoss(document, SOFTMAX.with("axis", "position"));
            case OVERLAPS_UNDER_SOFTMAX, NO_BACKGROUND -> withLoss(document, SOFTMAX);
            case SIGMOID_TWICE -> Repairs.logits(document, Functions::sigmoid);
            case SOFTMAX_TWICE -> changed(document, rows -> rows, Fault::softmax);
            case LABELS_TO_255 -> Repairs.labels(document, z -> 255 * z);
            case LABELS_AS_INDICES -> changed(document, Fault::indices, rows -> rows);
            case PADDING_COUNTED -> padded(document);
            case MEAN_OF_MEANS -> averagedTwice(document);
            case LOGITS_IN_BFLOAT16 -> Repairs.logits(document, NumberFormat.BFLOAT16::rounded);
            case WEIGHTS_ON_TIME ->
                document.withWeights(
                        WeightPresets.balanced(document).moved(Axis.CLASS, Axis.POSITION, document.shape()));
            case NOT_FINITE -> changed(document, rows -> rows, rows -> first(rows, Fault::withNaN));
            case CONSTANT_ROW ->
                changed(
                        document,
                        rows -> rows,
                        rows -> first(rows, r -> Plane.generate(r.dtype(), r.length(), p -> -3)));
        };
    }

    private static Document reshaped(Document document, boolean labels, boolean logits) {
        var own = document.layout();
        var other = new Layout(own.shape(), own.format().other());
        var now = Reading.asIs(document);
        return new Reading(
                        "fault",
                        Reading.Moves.ONE,
                        document.shape(),
                        labels ? scattered(own, other, now.labels()) : now.labels(),
                        logits ? scattered(own, other, now.logits()) : now.logits())
                .document(document);
    }

    private static Reading.Numbers scattered(Layout own, Layout other, Reading.Numbers numbers) {
        return (e, c, p) -> {
            var from = other.cellAt(own.flat(e, c, p));
            return numbers.at(from.example(), from.cls(), from.position());
        };
    }

    private static Document swapped(Document document) {
        return Reading.others(document).stream()
                .filter(r -> r.id().equals("classesAndPositionsSwapped"))
                .findFirst()
                .orElseThrow()
                .document(document);
    }

    private static Document withLoss(Document document, LossChoice choice) {
        return document.withSetup(document.setup().withA(choice));
    }

    private static Document changed(
            Document document, UnaryOperator<List<Plane>> onLabels, UnaryOperator<List<Plane>> onLogits) {
        return Repairs.rows(document, onLabels, onLogits);
    }

    private static List<Plane> rolled(List<Plane> rows) {
        return IntStream.range(0, rows.size())
                .mapToObj(c -> rows.get((c + rows.size() - 1) % rows.size()))
                .toList();
    }

    private static List<Plane> first(List<Plane> rows, UnaryOperator<Plane> change) {
        var copy = new ArrayList<>(rows);
        copy.set(0, change.apply(copy.getFirst()));
        return copy;
    }

    private static Plane withNaN(Plane row) {
        int middle = row.length() / 2;
        return row.with(Span.at(middle), p -> Double.NaN);
    }

    private static List<Plane> softmax(List<Plane> rows) {
        return rows.stream()
                .map(row -> Plane.generate(row.dtype(), row.length(), p -> {
                    double sum = 0;
                    for (var other : rows) {
                        sum += Math.exp(other.get(p) - row.get(p));
                    }
                    return 1 / sum;
                }))
                .toList();
    }

    private static List<Plane> indices(List<Plane> rows) {
        var index = Plane.generate(DType.FLOAT64, rows.getFirst().length(), p -> {
            int of = 0;
            for (int c = 0; c < rows.size(); c++) {
                of = rows.get(c).get(p) > 0 ? c : of;
            }
            return of;
        });
        return rows.stream().map(r -> index).toList();
    }

    /// Examples end earlier and earlier, the last after a quarter; each is averaged, then their means are. That is
    /// the mean with the weight of each position one over the length of its example.
    private static Document averagedTwice(Document document) {
        var shape = document.shape();
        int length = shape.length();
        var weights = WeightGrid.generate(EnumSet.of(Axis.BATCH, Axis.POSITION), shape, (e, c, p) -> {
            int counted = length - (int) ((long) e * (length - length / 4) / (shape.batch() - 1));
            return p < counted ? (double) length / counted : 0;
        });
        return document.withWeights(weights).withSetup(document.setup().withReduction(Reduction.EXACT_MEAN.id()));
    }

    /// A quarter more positions that no one labelled: their logits are 0.
    private static Document padded(Document document) {
        int length = document.shape().length();
        int longer = length + Math.max(4, length / 4);
        return new ShapeEdit.Length(longer).apply(document);
    }
}
