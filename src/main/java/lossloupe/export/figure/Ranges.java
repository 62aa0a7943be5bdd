package lossloupe.export.figure;

/// Upper ends of colour scales, so that figures of a series share them; 0 to follow the data.
///
/// @param losses of both losses; their difference goes as far to both sides
/// @param gradients to both sides of 0
/// @param logits to both sides of 0
public record Ranges(double losses, double gradients, double logits) {
    public static final Ranges OF_DATA = new Ranges(0, 0, 0);
}
