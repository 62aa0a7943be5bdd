package lossloupe.loss;

import java.util.Locale;
import java.util.Set;
import lossloupe.tensor.Axis;

/// Over what an overlap loss takes its sums before it divides: libraries differ in just this.
public enum SumsOver {
    /// Everything: one number.
    FLATTENED(Axis.BATCH, Axis.CLASS, Axis.POSITION),
    /// All examples and positions of a class, as segmentation_models.pytorch does.
    PER_CLASS(Axis.BATCH, Axis.POSITION),
    /// All classes and positions of an example.
    PER_EXAMPLE(Axis.CLASS, Axis.POSITION),
    /// The positions of a class in an example, as MONAI does.
    PER_EXAMPLE_PER_CLASS(Axis.POSITION);

    static final Param PARAM =
            Param.choice("sums_over", "flattened", "flattened", "per_class", "per_example", "per_example_per_class");

    private final Set<Axis> summed;

    SumsOver(Axis... summed) {
        this.summed = Set.of(summed);
    }

    static SumsOver of(Params params) {
        return valueOf(params.text(PARAM).toUpperCase(Locale.ROOT));
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The axes that are gone afterwards.
    public Set<Axis> summed() {
        return summed;
    }

    /// Whether classes have sums of their own.
    public boolean splitsClasses() {
        return !summed.contains(Axis.CLASS);
    }

    /// Whether examples have sums of their own.
    public boolean splitsExamples() {
        return !summed.contains(Axis.BATCH);
    }
}
