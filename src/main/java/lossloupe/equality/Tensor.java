package lossloupe.equality;

/// The six loss tensors of the script by their names there: each example alone and both as a batch, in either layout.
public enum Tensor {
    L1("l1", 0, false),
    L2("l2", 1, false),
    BL("bl", -1, false),
    T_L1("t_l1", 0, true),
    T_L2("t_l2", 1, true),
    T_BL("t_bl", -1, true);

    private final String code;
    private final int example;
    private final boolean isTurned;

    Tensor(String code, int example, boolean isTurned) {
        this.code = code;
        this.example = example;
        this.isTurned = isTurned;
    }

    public String code() {
        return code;
    }

    /// Whether positions come before classes in memory: channels_last.
    public boolean isTurned() {
        return isTurned;
    }

    public boolean isBatch() {
        return example < 0;
    }

    public int size(Draw draw) {
        return isBatch() ? 2 * draw.perExample() : draw.perExample();
    }

    /// The cell at a place in memory.
    public int cell(Draw draw, int flat) {
        int per = draw.perExample();
        int inside = flat % per;
        int e = isBatch() ? flat / per : example;
        int turned = (inside % draw.classes()) * draw.length() + inside / draw.classes();
        return e * per + (isTurned ? turned : inside);
    }

    /// The place of a cell in memory; the inverse of [#cell].
    public int flat(Draw draw, int cell) {
        int per = draw.perExample();
        int inside = cell % per;
        int turned = (inside % draw.length()) * draw.classes() + inside / draw.length();
        return (isBatch() ? cell / per * per : 0) + (isTurned ? turned : inside);
    }
}
