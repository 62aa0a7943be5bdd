package lossloupe.app;

/// What the stack in the middle of the window can show. Labels of tracks are `track.<id>` in the bundles.
public enum Track {
    SERIES("series", true),
    LABELS("labels", true),
    LOGITS("logits", true),
    WEIGHTS("weights", false),
    PROBABILITIES_A("probabilitiesA", false),
    PROBABILITIES_B("probabilitiesB", false),
    LOSS_A("lossA", true),
    LOSS_B("lossB", true),
    DIFFERENCE("difference", false),
    GRADIENT_A("gradientA", false),
    GRADIENT_B("gradientB", false),
    POSITION_LOSS("positionLoss", false),
    /// The labels of all positions, in the strip that stands below long series.
    OVERVIEW("overview", false);

    private final String id;
    private final boolean shownAtFirst;

    Track(String id, boolean shownAtFirst) {
        this.id = id;
        this.shownAtFirst = shownAtFirst;
    }

    public String id() {
        return id;
    }

    public boolean shownAtFirst() {
        return shownAtFirst;
    }

    /// Whether a person opens and closes it; the overview comes by itself.
    public boolean isOpenable() {
        return this != OVERVIEW;
    }

    /// Whether it is a grid of classes by positions; the others are lines over positions.
    public boolean isGrid() {
        return this != SERIES && this != POSITION_LOSS;
    }
}
