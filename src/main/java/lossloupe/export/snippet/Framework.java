package lossloupe.export.snippet;

import java.util.Locale;

/// What a snippet is written for.
public enum Framework {
    NUMPY("NumPy", new NumpyDialect()),
    TENSORFLOW("TensorFlow 2", new TensorFlowDialect()),
    TF1("TF1 compat", new Tf1Dialect()),
    KERAS("Keras 3", new KerasDialect()),
    PYTORCH("PyTorch", new PyTorchDialect()),
    JAX("JAX", new JaxDialect());

    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // Dialects hold nothing that changes.
    private final Dialect dialect;

    Framework(String title, Dialect dialect) {
        this.title = title;
        this.dialect = dialect;
    }

    /// As on the command line.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// As a person writes it; not translated.
    public String title() {
        return title;
    }

    Dialect dialect() {
        return dialect;
    }
}
