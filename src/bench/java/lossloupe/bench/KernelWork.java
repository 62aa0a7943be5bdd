package lossloupe.bench;

import java.util.Arrays;
import lossloupe.kernel.Kernels;

/// What is timed: each kernel as the engine calls it, and the plain loop over [Math] that says the same. The plain
/// float32 loops compute in double and round, which is what Java code without kernels would do.
public enum KernelWork {
    SIGMOID_CE_64("sigmoid CE, float64", 1) {
        @Override
        void run(Kernels k, KernelData d) {
            k.sigmoidCrossEntropy(d.x[0], d.z[0], d.out, 0, d.length());
        }

        @Override
        void plain(KernelData d) {
            PlainLoops.sigmoidCrossEntropy(d.x[0], d.z[0], d.out);
        }
    },
    SIGMOID_CE_32("sigmoid CE, float32", 1) {
        @Override
        void run(Kernels k, KernelData d) {
            k.sigmoidCrossEntropy(d.xf[0], d.zf[0], d.outF, 0, d.length());
        }

        @Override
        void plain(KernelData d) {
            PlainLoops.sigmoidCrossEntropy(d.xf[0], d.zf[0], d.outF);
        }
    },
    SIGMOID_CE_MEAN_64("sigmoid CE + sum, float64", 1) {
        @Override
        void run(Kernels k, KernelData d) {
            k.sigmoidCrossEntropy(d.x[0], d.z[0], d.out, 0, d.length());
            d.max[0] = k.sum(d.out, 0, d.length()).value();
        }

        @Override
        void plain(KernelData d) {
            PlainLoops.sigmoidCrossEntropy(d.x[0], d.z[0], d.out);
            d.max[0] = Arrays.stream(d.out).sum();
        }
    },
    SIGMOID_CE_MEAN_32("sigmoid CE + sum, float32", 1) {
        @Override
        void run(Kernels k, KernelData d) {
            k.sigmoidCrossEntropy(d.xf[0], d.zf[0], d.outF, 0, d.length());
            d.max[0] = k.sum(d.outF, 0, d.length()).value();
        }

        @Override
        void plain(KernelData d) {
            PlainLoops.sigmoidCrossEntropy(d.xf[0], d.zf[0], d.outF);
            double sum = 0;
            for (float v : d.outF) {
                sum += v;
            }
            d.max[0] = sum;
        }
    },
    SIGMOID_GRADIENT_64("sigmoid CE gradient, float64", 1) {
        @Override
        void run(Kernels k, KernelData d) {
            k.sigmoidCrossEntropyGradient(d.x[0], d.z[0], d.out, 0, d.length());
        }

        @Override
        void plain(KernelData d) {
            PlainLoops.sigmoidGradient(d.x[0], d.z[0], d.out);
        }
    },
    SIGMOID_GRADIENT_32("sigmoid CE gradient, float32", 1) {
        @Override
        void run(Kernels k, KernelData d) {
            k.sigmoidCrossEntropyGradient(d.xf[0], d.zf[0], d.outF, 0, d.length());
        }

        @Override
        void plain(KernelData d) {
            PlainLoops.sigmoidGradient(d.xf[0], d.zf[0], d.outF);
        }
    },
    SOFTMAX_CE_4_64("softmax CE, 4 classes, float64", 4),
    SOFTMAX_CE_8_64("softmax CE, 8 classes, float64", 8),
    SOFTMAX_CE_4_32("softmax CE, 4 classes, float32", 4) {
        @Override
        void run(Kernels k, KernelData d) {
            softmaxFloats(k, d, 4);
        }
    },
    SOFTMAX_CE_8_32("softmax CE, 8 classes, float32", 8) {
        @Override
        void run(Kernels k, KernelData d) {
            softmaxFloats(k, d, 8);
        }
    },
    SOFTMAX_8_64("softmax, 8 classes, float64", 8) {
        @Override
        void run(Kernels k, KernelData d) {
            k.logSumExp(d.x, d.max, d.logSum, 0, d.length());
            for (int c = 0; c < 8; c++) {
                k.softmax(d.x[c], d.max, d.logSum, d.out, 0, d.length());
            }
        }

        @Override
        void plain(KernelData d) {
            PlainLoops.softmax(d, 8);
        }
    },
    SOFTMAX_8_32("softmax, 8 classes, float32", 8) {
        @Override
        void run(Kernels k, KernelData d) {
            k.logSumExp(d.xf, d.maxF, d.logSumF, 0, d.length());
            for (int c = 0; c < 8; c++) {
                k.softmax(d.xf[c], d.maxF, d.logSumF, d.outF, 0, d.length());
            }
        }

        @Override
        void plain(KernelData d) {
            PlainLoops.softmax(d, 8);
        }
    };

    private final String title;
    private final int classes;

    KernelWork(String title, int classes) {
        this.title = title;
        this.classes = classes;
    }

    String title() {
        return title;
    }

    int classes() {
        return classes;
    }

    void run(Kernels k, KernelData d) {
        k.logSumExp(Arrays.copyOf(d.x, classes), d.max, d.logSum, 0, d.length());
        for (int c = 0; c < classes; c++) {
            k.softmaxCrossEntropyTerms(d.x[c], d.z[c], d.max, d.logSum, d.out, 0, d.length());
        }
    }

    void plain(KernelData d) {
        PlainLoops.softmaxCrossEntropy(d, classes);
    }

    private static void softmaxFloats(Kernels k, KernelData d, int classes) {
        k.logSumExp(Arrays.copyOf(d.xf, classes), d.maxF, d.logSumF, 0, d.length());
        for (int c = 0; c < classes; c++) {
            k.softmaxCrossEntropyTerms(d.xf[c], d.zf[c], d.maxF, d.logSumF, d.outF, 0, d.length());
        }
    }
}
