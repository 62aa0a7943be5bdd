package lossloupe.kernel;

/// Decides once which version runs. Apart from [Kernels], so that asking for the scalar twin loads no vector class.
final class KernelChoice {
    static final Kernels SCALAR = new ScalarKernels();
    static final Kernels BEST = best();
    static final Elementary ELEMENTARY =
            BEST instanceof ScalarKernels ? new ScalarElementary() : new VectorElementary();

    private KernelChoice() {}

    private static Kernels best() {
        boolean present = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        Kernels best = present ? new VectorKernels() : SCALAR;
        System.getLogger("lossloupe.kernel").log(System.Logger.Level.DEBUG, "kernels: {0}", best.name());
        return best;
    }
}
