package lossloupe.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Four samples at 100 Hz, 0, 0.5, -0.5 and -1, in every coding.
class WavFileTest {
    private static final Path FORMATS = Path.of("src/test/resources/formats");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"pcm8", "pcm24", "pcm32", "float32"})
    void everyCodingGivesTheSameSound(String name) throws BadFileException {
        assertArrayEquals(new double[] {0, 0.5, -0.5, -1}, samples(FORMATS.resolve(name + ".wav")));
    }

    @Test
    void channelsAreAveraged() throws BadFileException {
        assertArrayEquals(new double[] {0, 0.25, -0.25, -0.5}, samples(FORMATS.resolve("pcm16_stereo.wav")));
    }

    @Test
    void theHeaderSaysTheRate() throws BadFileException {
        var times = ArraySource.read(FORMATS.resolve("pcm8.wav")).times();
        assertNotNull(times);
        assertEquals(100, times.rate());
    }

    @Test
    void damagedAndForeignSoundIsRefused() throws IOException {
        var good = Files.readAllBytes(FORMATS.resolve("pcm16_stereo.wav"));
        assertEquals("error.wav.truncated [16, 13]", refusal(Arrays.copyOf(good, good.length - 3)));
        assertEquals("error.wav.noData []", refusal(Arrays.copyOf(good, 30)));
        var compressed = good.clone();
        compressed[20] = 85;
        assertEquals("error.wav.coding [85, 16]", refusal(compressed));
        var silent = good.clone();
        silent[22] = 0;
        assertEquals("error.wav.noData []", refusal(silent));
    }

    private String refusal(byte[] bytes) throws IOException {
        var file = Files.write(folder.resolve("a.wav"), bytes);
        var e = assertThrows(BadFileException.class, () -> ArraySource.read(file));
        return e.key() + " " + e.args();
    }

    private static double[] samples(Path file) throws BadFileException {
        var array = ArraySource.read(file).arrays().getFirst();
        return IntStream.range(0, array.size()).mapToDouble(array::at).toArray();
    }
}
