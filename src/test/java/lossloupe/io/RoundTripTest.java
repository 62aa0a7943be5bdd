package lossloupe.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoundTripTest {
    private static final List<int[]> SHAPES = List.of(
            new int[0],
            new int[] {1},
            new int[] {7},
            new int[] {3, 0},
            new int[] {4, 12},
            new int[] {12, 4},
            new int[] {2, 3, 5},
            new int[] {2, 3, 4, 5},
            new int[] {3, 70_001});

    @TempDir
    private Path folder;

    /// A whole number that the type holds, different at neighbouring places.
    private static IntToDoubleFunction numbers(NumpyType type) {
        return switch (type) {
            case BOOL -> i -> i * 7 % 3 == 0 ? 1 : 0;
            case UINT8 -> i -> i % 256;
            case INT8 -> i -> i % 256 - 128;
            case UINT16, UINT32, UINT64 -> i -> i % 65_536;
            case INT16 -> i -> i % 65_536 - 32_768;
            case INT32, INT64 -> i -> i * 2_654_435_761L % 4_294_967_296L - 2_147_483_648L;
            case FLOAT16 -> i -> i % 2048 - 1024;
            case FLOAT32 -> i -> (float) Math.sin(i);
            case FLOAT64 -> Math::sin;
        };
    }

    @Test
    void everyTypeOrderAndShapeComesBackAsItWas() throws IOException, BadFileException {
        for (var type : NumpyType.values()) {
            for (var order : MemoryOrder.values()) {
                for (var shape : SHAPES) {
                    var file = folder.resolve("a.npy");
                    var at = numbers(type);
                    AtomicFile.write(file, out -> NpyFile.write(out, type, order, shape, at));
                    var back = NpyFile.read(file);
                    var text = type + " " + order + " " + Arrays.toString(shape);
                    assertArrayEquals(shape, back.shape(), text);
                    assertEquals(type, back.type(), text);
                    assertEquals(order, back.order(), text);
                    assertEquals(0, back.inexact(), text);
                    for (int i = 0; i < back.size(); i++) {
                        assertEquals(at.applyAsDouble(i), back.at(i), text);
                    }
                }
            }
        }
    }

    @Test
    void headersEndAtAMultipleOf64AsNumpyWritesThem() throws IOException {
        for (var shape : SHAPES) {
            var file = folder.resolve("a.npy");
            AtomicFile.write(file, out -> NpyFile.write(out, NumpyType.UINT8, MemoryOrder.C, shape, i -> 0));
            long data = Arrays.stream(shape).asLongStream().reduce(1, (a, b) -> a * b);
            assertEquals(0, (Files.size(file) - data) % 64);
        }
    }

    @Test
    void archivesComeBackAndAreTheSameBytesEachTime() throws IOException, BadFileException {
        for (var packing : NpzWriter.Packing.values()) {
            var first = archive("a.npz", packing);
            var second = archive("b.npz", packing);
            assertEquals(-1, Files.mismatch(first, second));
            var set = NpzFile.read(first);
            assertEquals(
                    "[logits float32[3, 5], labels uint8[3, 5]]", set.arrays().toString());
            assertEquals(0.25f * 14, set.arrays().getFirst().at(14));
            assertEquals(MemoryOrder.F, set.arrays().getFirst().order());
            assertEquals(List.of("session.json"), set.skipped());
            assertEquals(List.of("logits", "labels"), NpzFile.names(first));
            assertEquals(
                    "[labels uint8[3, 5]]",
                    ArraySource.read(folder.resolve("a.npz:labels")).arrays().toString());
        }
    }

    private Path archive(String name, NpzWriter.Packing packing) throws IOException {
        var file = folder.resolve(name);
        int[] shape = {3, 5};
        AtomicFile.write(file, out -> {
            try (var zip = new NpzWriter(out, packing)) {
                zip.array("logits", NumpyType.FLOAT32, MemoryOrder.F, shape, i -> 0.25 * i);
                zip.array("labels", NumpyType.UINT8, MemoryOrder.C, shape, i -> i % 2);
                zip.bytes("session.json", "{}".getBytes(StandardCharsets.UTF_8));
            }
        });
        return file;
    }

    @Test
    void integersAreKeptInTheNarrowestArrayThatHoldsThem() throws IOException, BadFileException {
        assertEquals(Values.Bytes.class, stored(i -> i % 2));
        assertEquals(Values.Bytes.class, stored(i -> i % 256));
        assertEquals(Values.Floats.class, stored(i -> i == 99_999 ? -1 : i % 2));
        assertEquals(Values.Floats.class, stored(i -> i));
        assertEquals(Values.Doubles.class, stored(i -> i == 99_999 ? 1 << 25 : -i));
    }

    private Class<?> stored(IntToDoubleFunction at) throws IOException, BadFileException {
        var file = folder.resolve("a.npy");
        AtomicFile.write(file, out -> NpyFile.write(out, NumpyType.INT64, MemoryOrder.C, new int[] {100_000}, at));
        var back = NpyFile.read(file);
        for (int i = 0; i < back.size(); i++) {
            assertEquals(at.applyAsDouble(i), back.at(i));
        }
        return back.values().getClass();
    }

    @Test
    void fortranOrderVisitsEveryPlaceOnce() {
        long seed = 20_261_125;
        var random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            var shape = random.ints(1 + random.nextInt(4), 1, 6).asLongStream().toArray();
            int size = (int) Arrays.stream(shape).reduce(1, (a, b) -> a * b);
            var order = new FortranOrder(shape);
            var places = new int[size];
            for (int done = 0; done < size; ) {
                int count = Math.min(size - done, 1 + random.nextInt(7));
                var some = new int[count];
                order.next(some, count);
                System.arraycopy(some, 0, places, done, count);
                done += count;
            }
            for (int i = 0; i < size; i++) {
                assertEquals(flatOf(i, shape), places[i], "seed " + seed + " shape " + Arrays.toString(shape));
            }
        }
    }

    /// The flat C index of the element that stands at `i` in Fortran order, by division.
    private static long flatOf(int i, long[] shape) {
        long rest = i;
        var index = new long[shape.length];
        for (int axis = 0; axis < shape.length; axis++) {
            index[axis] = rest % shape[axis];
            rest /= shape[axis];
        }
        long flat = 0;
        for (int axis = 0; axis < shape.length; axis++) {
            flat = flat * shape[axis] + index[axis];
        }
        return flat;
    }
}
