package lossloupe.equality;

/// A formula that cannot be read.
public final class FormulaException extends Exception {
    private static final long serialVersionUID = 1;

    /// What is wrong with it.
    public enum Reason {
        /// There is no equals sign, or more than one.
        NO_EQUATION,
        /// A name that stands for nothing.
        UNKNOWN_NAME,
        /// Something else belongs where this stands.
        UNEXPECTED,
        /// It ends too early.
        ENDS,
        /// A function with another number of arguments.
        ARGUMENTS
    }

    private final Reason reason;
    private final String found;

    /// @param found what stands there, or the name it is about
    FormulaException(Reason reason, String found) {
        super(reason + " " + found);
        this.reason = reason;
        this.found = found;
    }

    public Reason reason() {
        return reason;
    }

    public String found() {
        return found;
    }
}
