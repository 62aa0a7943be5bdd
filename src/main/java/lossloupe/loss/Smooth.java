package lossloupe.loss;

/// Where an overlap loss adds its smoothing s.
public enum Smooth {
    /// Above and below, so that an empty mask, rightly predicted, costs 0.
    BOTH,
    /// Below only, as Keras: an empty mask costs 1 whatever is predicted.
    DENOMINATOR;

    static final Param PARAM =
            Param.number("smooth", Param.Kind.NUMBER, "1", 0, Double.POSITIVE_INFINITY, 0.5, Param.Unit.CELLS);
    static final Param PLACE = Param.choice("smooth_in", "both", "both", "denominator");

    static Smooth of(Params params) {
        return params.text(PLACE).equals("both") ? BOTH : DENOMINATOR;
    }

    String id() {
        return this == BOTH ? "both" : "denominator";
    }

    double above(double smooth) {
        return this == BOTH ? smooth : 0;
    }
}
