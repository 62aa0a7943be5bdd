package lossloupe.equality;

/// The eleven comparisons of the script, in its order and with its code.
public enum Claim {
    E1("e1", "(l1 == t_l1.T).all()", Tensor.L1, Tensor.L1, Tensor.T_L1, Tensor.T_L1, 0, 1),
    E2("e2", "(l2 == t_l2.T).all()", Tensor.L2, Tensor.L2, Tensor.T_L2, Tensor.T_L2, 1, 1),
    EA("ea", "([l1, l2] == bl).all()", Tensor.L1, Tensor.L2, Tensor.BL, Tensor.BL, 0, 2),
    T_EA("t_ea", "([t_l1, t_l2] == t_bl).all()", Tensor.T_L1, Tensor.T_L2, Tensor.T_BL, Tensor.T_BL, 0, 2),
    EB("eb", "(bl == t_bl.transpose(0,2,1)).all()", Tensor.BL, Tensor.BL, Tensor.T_BL, Tensor.T_BL, 0, 2),
    L_E1("l_e1", Tensor.L1),
    L_E2("l_e2", Tensor.L2),
    L_EB("l_eb", Tensor.BL),
    L_T_E1("l_t_e1", Tensor.T_L1),
    L_T_E2("l_t_e2", Tensor.T_L2),
    L_T_EB("l_t_eb", Tensor.T_BL);

    private final String id;
    private final String code;
    private final Tensor ofFirst;
    private final Tensor ofSecond;
    private final Tensor againstFirst;
    private final Tensor againstSecond;
    private final int from;
    private final int examples;

    Claim(
            String id,
            String code,
            Tensor ofFirst,
            Tensor ofSecond,
            Tensor againstFirst,
            Tensor againstSecond,
            int from,
            int examples) {
        this.id = id;
        this.code = code;
        this.ofFirst = ofFirst;
        this.ofSecond = ofSecond;
        this.againstFirst = againstFirst;
        this.againstSecond = againstSecond;
        this.from = from;
        this.examples = examples;
    }

    Claim(String id, Tensor tensor) {
        this(
                id,
                "reduce_mean(" + tensor.code() + ") == tf.losses(" + tensor.code() + ")",
                tensor,
                tensor,
                tensor,
                tensor,
                0,
                0);
    }

    public String id() {
        return id;
    }

    /// The comparison as Python.
    public String code() {
        return code;
    }

    /// Whether it compares `reduce_mean` with `tf.losses`, one number with one, and no elements.
    public boolean isOfMeans() {
        return examples == 0;
    }

    /// The tensor on the left that holds a cell.
    public Tensor left(Draw draw, int cell) {
        return draw.example(cell) == 0 ? ofFirst : ofSecond;
    }

    /// The tensor on the right that holds a cell; for means the same tensor.
    public Tensor right(Draw draw, int cell) {
        return draw.example(cell) == 0 ? againstFirst : againstSecond;
    }

    /// The first cell compared.
    public int from(Draw draw) {
        return from * draw.perExample();
    }

    /// The cell after the last one compared.
    public int to(Draw draw) {
        return (from + examples) * draw.perExample();
    }
}
