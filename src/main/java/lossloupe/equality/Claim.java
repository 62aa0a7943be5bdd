package lossloupe.equality;

import java.util.List;

/// The eleven comparisons of the script, in its order and with its code.
public enum Claim {
    E1("e1", "(l1 == t_l1.T).all()", List.of(Tensor.L1), List.of(Tensor.T_L1), 0),
    E2("e2", "(l2 == t_l2.T).all()", List.of(Tensor.L2), List.of(Tensor.T_L2), 1),
    EA("ea", "([l1, l2] == bl).all()", List.of(Tensor.L1, Tensor.L2), List.of(Tensor.BL, Tensor.BL), 0),
    T_EA(
            "t_ea",
            "([t_l1, t_l2] == t_bl).all()",
            List.of(Tensor.T_L1, Tensor.T_L2),
            List.of(Tensor.T_BL, Tensor.T_BL),
            0),
    EB(
            "eb",
            "(bl == t_bl.transpose(0,2,1)).all()",
            List.of(Tensor.BL, Tensor.BL),
            List.of(Tensor.T_BL, Tensor.T_BL),
            0),
    L_E1("l_e1", Tensor.L1),
    L_E2("l_e2", Tensor.L2),
    L_EB("l_eb", Tensor.BL),
    L_T_E1("l_t_e1", Tensor.T_L1),
    L_T_E2("l_t_e2", Tensor.T_L2),
    L_T_EB("l_t_eb", Tensor.T_BL);

    private final String id;
    private final String code;
    private final List<Tensor> left;
    private final List<Tensor> right;
    private final int first;

    Claim(String id, String code, List<Tensor> left, List<Tensor> right, int first) {
        this.id = id;
        this.code = code;
        this.left = left;
        this.right = right;
        this.first = first;
    }

    Claim(String id, Tensor tensor) {
        this(
                id,
                "reduce_mean(" + tensor.code() + ") == tf.losses(" + tensor.code() + ")",
                List.of(tensor),
                List.of(),
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
        return right.isEmpty();
    }

    /// The tensor on the left that holds a cell.
    public Tensor left(Draw draw, int cell) {
        return left.get(isOfMeans() ? 0 : draw.example(cell) - first);
    }

    /// The tensor on the right that holds a cell; for means the same tensor.
    public Tensor right(Draw draw, int cell) {
        return isOfMeans() ? left(draw, cell) : right.get(draw.example(cell) - first);
    }

    /// The first cell compared, and the one after the last.
    public int from(Draw draw) {
        return first * draw.perExample();
    }

    public int to(Draw draw) {
        return from(draw) + left.size() * draw.perExample();
    }
}
