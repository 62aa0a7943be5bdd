package lossloupe.clash;

/// Two shapes that a framework was given together.
///
/// @param a labels, where the message tells them from logits
/// @param b logits likewise
/// @param rule what the framework asks of them
public record Clash(Rule rule, Framework framework, Operand a, Operand b) {
    /// What two shapes have to be.
    public enum Rule {
        /// The same shape.
        SAME,
        /// Labels are class indices: logits without their class axis.
        INDICES,
        /// Such that NumPy's rule stretches one over the other; nothing is said where that was not meant.
        BROADCAST,
        /// One weight for each class.
        CLASS_WEIGHTS
    }

    /// An array by the name that code gives it.
    public record Operand(String name, Dims dims) {}

    static Clash labelled(Rule rule, Framework framework, Dims labels, Dims logits) {
        return new Clash(rule, framework, new Operand("labels", labels), new Operand("logits", logits));
    }
}
