package lossloupe.io;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The names that [PythonParser] takes in pasted text, and what they say about the numbers.
final class PythonNames {
    /// Calls that wrap numbers in an array.
    static final Set<String> ARRAYS = Set.of(
            "array",
            "asarray",
            "asanyarray",
            "matrix",
            "list",
            "tuple",
            "Series",
            "tensor",
            "Tensor",
            "as_tensor",
            "FloatTensor",
            "DoubleTensor",
            "LongTensor",
            "constant",
            "convert_to_tensor",
            "Variable",
            "Parameter",
            "Array",
            "DeviceArray");

    /// Methods that leave the values alone, and `astype`.
    static final Set<String> METHODS =
            Set.of("astype", "numpy", "tolist", "cpu", "cuda", "detach", "to", "copy", "clone", "contiguous");

    private PythonNames() {}

    /// Whether the call turns decimals into float32 unless another type is said: PyTorch, TensorFlow and JAX do.
    ///
    /// @param last the part of the dotted `name` after its last dot
    static boolean makesFloat32(String name, String last) {
        return (name.startsWith("t") && !last.equals("tuple")) || last.equals("Array");
    }

    /// The type of a dotted name. `torch.float` is float32 where NumPy's `float` is float64.
    static @Nullable NumpyType type(String name) {
        boolean torchDefault = name.equals("torch.float");
        return torchDefault
                ? NumpyType.FLOAT32
                : NumpyType.ofName(name.substring(name.lastIndexOf('.') + 1)).orElse(null);
    }
}
