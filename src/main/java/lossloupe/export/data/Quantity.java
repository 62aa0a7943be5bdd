package lossloupe.export.data;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import lossloupe.compute.Evaluation;
import lossloupe.tensor.Axis;

/// What can be written of a document. Ids are the enum's names in lower case, and names of arrays.
public enum Quantity {
    SERIES,
    LABELS,
    LOGITS,
    WEIGHTS,
    LOSS_A,
    LOSS_B,
    GRADIENT_A,
    GRADIENT_B,
    PROBABILITIES_A,
    PROBABILITIES_B;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// A number by coordinates.
    public interface Reader {
        double at(int example, int cls, int position);
    }

    /// What a person made, without what was never there: a series, labels or logits that are zero throughout.
    public static List<Quantity> made(Evaluation evaluation) {
        var document = evaluation.document();
        return Stream.of(SERIES, LABELS, LOGITS, WEIGHTS)
                .filter(q -> switch (q) {
                    case SERIES -> document.hasSeries();
                    case LABELS ->
                        document.examples().stream()
                                .flatMap(e -> e.labels().stream())
                                .anyMatch(p -> !p.isZero());
                    case LOGITS ->
                        document.examples().stream()
                                .flatMap(e -> e.logits().stream())
                                .anyMatch(p -> !p.isZero());
                    default -> !document.weights().isNone();
                })
                .toList();
    }

    /// Whether it has no class axis.
    boolean dropsClasses() {
        return this == SERIES;
    }

    boolean has(Axis axis) {
        return axis != Axis.CLASS || !dropsClasses();
    }

    /// The numbers of an evaluation.
    Reader of(Evaluation evaluation) {
        var document = evaluation.document();
        return switch (this) {
            case SERIES -> (e, c, p) -> document.example(e).series().get(p);
            case LABELS -> evaluation.labels()::get;
            case LOGITS -> evaluation.logits()::get;
            case WEIGHTS -> evaluation.weights()::get;
            case LOSS_A -> evaluation.a().terms()::get;
            case LOSS_B -> evaluation.b().terms()::get;
            case GRADIENT_A -> evaluation.a().gradient()::get;
            case GRADIENT_B -> evaluation.b().gradient()::get;
            case PROBABILITIES_A -> evaluation.a().probabilities()::get;
            case PROBABILITIES_B -> evaluation.b().probabilities()::get;
        };
    }

    /// The quantity of this id.
    ///
    /// @throws IllegalArgumentException where there is none
    public static Quantity named(String id) {
        return Arrays.stream(values())
                .filter(q -> q.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(id));
    }
}
