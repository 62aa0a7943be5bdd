package lossloupe.kernel;

/// Decides once which version runs.
final class KernelChoice {
    static final Kernels SCALAR = new ScalarKernels();
    static final Kernels BEST = SCALAR;

    private KernelChoice() {}
}
