package lossloupe.clash;

import java.util.List;

/// Who wrote a message; decides where a class axis is looked for and how a repair is spelt.
public enum Framework {
    PYTORCH("%s.permute(%s)", "%s.argmax(dim=%d)", "%s.squeeze(%d)", "%s.unsqueeze(%d)", "%s.reshape(%s)"),
    TENSORFLOW(
            "tf.transpose(%s, [%s])",
            "tf.argmax(%s, axis=%d)", "tf.squeeze(%s, axis=%d)", "tf.expand_dims(%s, axis=%d)", "tf.reshape(%s, [%s])"),
    NUMPY(
            "np.transpose(%s, (%s))",
            "np.argmax(%s, axis=%d)", "np.squeeze(%s, axis=%d)", "np.expand_dims(%s, axis=%d)", "np.reshape(%s, (%s))"),
    JAX(
            "jnp.transpose(%s, (%s))",
            "jnp.argmax(%s, axis=%d)",
            "jnp.squeeze(%s, axis=%d)",
            "jnp.expand_dims(%s, axis=%d)",
            "jnp.reshape(%s, (%s))");

    private final String permute;
    private final String argmax;
    private final String squeeze;
    private final String unsqueeze;
    private final String reshape;

    Framework(String permute, String argmax, String squeeze, String unsqueeze, String reshape) {
        this.permute = permute;
        this.argmax = argmax;
        this.squeeze = squeeze;
        this.unsqueeze = unsqueeze;
        this.reshape = reshape;
    }

    /// Where the framework's cross-entropy looks for classes in an array of some rank: the second axis in PyTorch
    /// (`torch.nn.CrossEntropyLoss`: «input has to be of size (C), (N, C) or (N, C, d1, ...)»), the last elsewhere
    /// (`tf.nn.softmax_cross_entropy_with_logits`: «axis defaults to -1 which is the last dimension»).
    public int classAxis(int rank) {
        return this == PYTORCH && rank > 1 ? 1 : rank - 1;
    }

    String permute(String name, List<Integer> order) {
        return permute.formatted(name, list(order));
    }

    String argmax(String name, int axis) {
        return argmax.formatted(name, axis);
    }

    String squeeze(String name, int axis) {
        return squeeze.formatted(name, axis);
    }

    String unsqueeze(String name, int axis) {
        return unsqueeze.formatted(name, axis);
    }

    String reshape(String name, Dims dims) {
        return reshape.formatted(name, list(dims.sizes()));
    }

    /// Class indices `[b, l]` as zeros and ones `[b, l, n]`.
    String oneHot(String name, int classes) {
        return switch (this) {
            case PYTORCH -> "F.one_hot(%s, %d).float()".formatted(name, classes);
            case TENSORFLOW -> "tf.one_hot(%s, %d)".formatted(name, classes);
            case NUMPY -> "np.eye(%2$d)[%1$s]".formatted(name, classes);
            case JAX -> "jax.nn.one_hot(%s, %d)".formatted(name, classes);
        };
    }

    private static String list(List<Integer> numbers) {
        var text = numbers.toString();
        return text.substring(1, text.length() - 1);
    }
}
