package lossloupe.loss;

import java.util.Locale;
import java.util.Set;
import lossloupe.tensor.Axis;

/// Over what an overlap loss takes its sums before it divides: libraries differ in just this.
public enum SumsOver {
    /// Everything: one number.
    FLATTENED,
    /// All examples and positions of a class, as segmentation_models.pytorch does.
    PER_CLASS,
    /// All classes and positions of an example.
    PER_EXAMPLE,
    /// The positions of a class in an example, as MONAI does.
    PER_EXAMPLE_PER_CLASS;

    static final Param PARAM =
            Param.choice("sums_over", "flattened", "flattened", "per_class", "per_example", "per_example_per_class");

    static SumsOver of(Params params) {
        return of(params.text(PARAM));
    }

    static SumsOver of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The axes that are gone afterwards.
    public Set<Axis> summed() {
        return switch (this) {
            case FLATTENED -> Set.of(Axis.BATCH, Axis.CLASS, Axis.POSITION);
            case PER_CLASS -> Set.of(Axis.BATCH, Axis.POSITION);
            case PER_EXAMPLE -> Set.of(Axis.CLASS, Axis.POSITION);
            case PER_EXAMPLE_PER_CLASS -> Set.of(Axis.POSITION);
        };
    }

    /// Whether classes have sums of their own.
    public boolean splitsClasses() {
        return !summed().contains(Axis.CLASS);
    }

    /// Whether examples have sums of their own.
    public boolean splitsExamples() {
        return !summed().contains(Axis.BATCH);
    }
}
