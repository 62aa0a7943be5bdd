package lossloupe.tensor;

/// The three axes of labels and logits, with the letter that shape texts use for their size.
public enum Axis {
    BATCH("b"),
    CLASS("n"),
    POSITION("l");

    private final String symbol;

    Axis(String symbol) {
        this.symbol = symbol;
    }

    public String symbol() {
        return symbol;
    }
}
