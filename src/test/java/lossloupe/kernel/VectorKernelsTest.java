package lossloupe.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Vectors of every width give the bits of the scalar twin.
class VectorKernelsTest {
    private static final long SEED = 4242;

    @Test
    void vectorsGiveTheBitsOfTheScalarTwin() {
        assertEquals(List.of(), BitsCheck.differences(SEED, 60), "seed " + SEED);
    }

    /// In a JVM of its own, since a JVM chooses its width once.
    @ParameterizedTest
    @ValueSource(ints = {16, 32})
    void soDoShorterVectors(int bytes) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-modules=jdk.incubator.vector",
                        "-XX:MaxVectorSize=" + bytes,
                        "-cp",
                        System.getProperty("java.class.path"),
                        BitsCheck.class.getName(),
                        Long.toString(SEED))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        assertTrue(output.contains("vector " + 8 * bytes), output);
    }

    @Test
    void lookupFindsVectorsWhereTheModuleIs() {
        boolean present = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        assertEquals(present, Kernels.lookup().name().startsWith("vector"));
        assertEquals("scalar", Kernels.scalar().name());
    }

    @Test
    void aKernelThatWarmsUpGivesTheSameBitsThroughout() {
        var x = new double[4096];
        for (int i = 0; i < x.length; i++) {
            x[i] = (i - 2048) / 64.0;
        }
        var expected = new double[4096];
        Kernels.scalar().sigmoid(x, expected, 0, 4096);
        Kernels warming = new VectorKernels();
        var out = new double[4096];
        for (int round = 0; round < 300; round++) {
            warming.sigmoid(x, out, 0, 4096);
            org.junit.jupiter.api.Assertions.assertArrayEquals(expected, out);
        }
    }
}
