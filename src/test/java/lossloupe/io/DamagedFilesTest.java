package lossloupe.io;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files cut off and with bytes changed at random: they may still be read or be refused, and nothing else.
class DamagedFilesTest {
    private static final Path NPY = Path.of("src/test/resources/npy");
    private static final long SEED = 42;
    private static final int ROUNDS = 120;
    private static final long MOST_BYTES = 6_000_000;

    @TempDir
    private Path folder;

    @Test
    void numpyFiles() throws IOException {
        for (var name : List.of(
                "logits_f8_fortran_v2.npy",
                "batch_be_f8_fortran_v3.npy",
                "mask_b1.npy",
                "int_limits_i8.npy",
                "logits_f2.npy",
                "dtype_structured.npy",
                "dtype_unicode.npy")) {
            damage("a.npy", Files.readAllBytes(NPY.resolve(name)));
        }
    }

    @Test
    void archives() throws IOException {
        for (var name : List.of("series_labels_deflate.npz", "series_labels_stored.npz", "streamed_zip64.npz")) {
            damage("a.npz", Files.readAllBytes(NPY.resolve(name)));
        }
    }

    @Test
    void texts() throws IOException {
        damage("a.csv", bytes("time,P,QRS\n2014-01-01 00:00,0.5,1\n\"x, y\",-1e3,0\n".repeat(20)));
        damage(
                "a.json",
                bytes("{\"x\": [0, 1.5, \"NaN\"], \"labels\": [[0, 1, 1], [1, 0, 0]], \"classes\": [\"a\", \"b\"]}"));
        damage("a.py", bytes("""
            import numpy as np
            x = np.array([[0, 1.5], # a
             [nan, -3e2]], dtype=np.float32) # b
            y = {'a': (1, 2)}\
            """));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void damage(String name, byte[] good) throws IOException {
        var random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            var bad = good.clone();
            for (int k = random.nextInt(4); k >= 0; k--) {
                bad[random.nextInt(bad.length)] =
                        (byte) (random.nextBoolean() ? random.nextInt(256) : "0(9{'\"[,".charAt(random.nextInt(8)));
            }
            if (random.nextInt(3) == 0) {
                bad = Arrays.copyOf(bad, random.nextInt(bad.length));
            }
            read(name, bad, round);
        }
    }

    private void read(String name, byte[] bytes, int round) throws IOException {
        var file = Files.write(folder.resolve(name), bytes);
        long spent = spent(file, round);
        if (spent >= MOST_BYTES) {
            // Classes that are loaded with the first of a kind are not the file's.
            spent = spent(file, round);
        }
        assertTrue(spent < MOST_BYTES, "seed " + SEED + ", round " + round + " of " + name + " allocated " + spent);
    }

    /// Bytes allocated by reading a file, or by refusing it as one should.
    private static long spent(Path file, int round) {
        var name = String.valueOf(file.getFileName());
        long before = allocated();
        try {
            ArraySource.read(file);
        } catch (BadFileException e) {
            assertTrue(e.fileName().startsWith(name), e::toString);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            fail("seed " + SEED + ", round " + round + " of " + name + ": " + e, e);
        }
        return allocated() - before;
    }

    private static long allocated() {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads.getThreadAllocatedBytes(Thread.currentThread().threadId());
    }
}
