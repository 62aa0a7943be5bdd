package lossloupe.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import lossloupe.i18n.Strings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every file that NumPy wrote or that somebody broke, against what its manifest says.
class NpyManifestTest {
    private static final Path FOLDER = Path.of("src/test/resources/npy");

    private static Stream<JsonNode> files(String expected) throws IOException {
        var manifest =
                new ObjectMapper().readTree(FOLDER.resolve("manifest.json").toFile());
        return StreamSupport.stream(manifest.get("files").spliterator(), false)
                .filter(f -> f.get("expect").asText().equals(expected));
    }

    static Stream<JsonNode> good() throws IOException {
        return files("ok");
    }

    static Stream<JsonNode> bad() throws IOException {
        return files("error");
    }

    @ParameterizedTest
    @MethodSource("good")
    void readsWhatNumpyWrote(JsonNode entry) throws BadFileException {
        var file = FOLDER.resolve(entry.get("file").asText());
        if (entry.get("kind").asText().equals("npy")) {
            assertArray(entry, NpyFile.read(file));
            return;
        }
        var set = NpzFile.read(file);
        var names = new HashSet<String>();
        entry.get("members").fieldNames().forEachRemaining(names::add);
        assertEquals(
                names, new HashSet<>(set.arrays().stream().map(ArrayData::name).toList()));
        for (var array : set.arrays()) {
            assertArray(entry.get("members").get(array.name()), array);
        }
    }

    @ParameterizedTest
    @MethodSource("bad")
    void refusesWhatIsDamagedOrForeignInOneSentence(JsonNode entry) {
        var file = FOLDER.resolve(entry.get("file").asText());
        long before = allocated();
        // As one array; that the fields of a record may be arrays of their own is another matter.
        boolean one = entry.get("kind").asText().equals("npy");
        var e = assertThrows(BadFileException.class, () -> {
            if (one) {
                NpyFile.read(file);
            } else {
                ArraySource.read(file);
            }
        });
        long spent = allocated() - before;
        assertTrue(spent < 4_000_000, "allocated " + spent);
        assertTrue(e.fileName().startsWith(entry.get("file").asText()), e.fileName());
        for (var locale : Strings.LOCALES) {
            var sentence = Strings.of(locale).text(e.key(), e.args().toArray());
            assertFalse(sentence.contains("{"), sentence);
            assertFalse(sentence.contains("\n"), sentence);
            if (locale.equals(Locale.ENGLISH)) {
                assertTrue(sentence.endsWith("."), sentence);
            }
        }
    }

    private static void assertArray(JsonNode expected, ArrayData actual) {
        assertEquals(expected.get("dtype").asText(), actual.descr());
        assertEquals(expected.get("fortran_order").asBoolean(), actual.order() == MemoryOrder.F);
        var shape = StreamSupport.stream(expected.get("shape").spliterator(), false)
                .mapToInt(JsonNode::asInt)
                .toArray();
        assertArrayEquals(shape, actual.shape());
        var values = IntStream.range(0, actual.size()).mapToDouble(actual::at).toArray();
        var flat = expected.get("values");
        var wanted = flat.isArray()
                ? StreamSupport.stream(flat.spliterator(), false)
                        .mapToDouble(NpyManifestTest::number)
                        .toArray()
                : new double[] {number(flat)};
        assertArrayEquals(wanted, values);
    }

    private static double number(JsonNode node) {
        if (node.isBoolean()) {
            return node.asBoolean() ? 1 : 0;
        }
        return switch (node.asText()) {
            case "NaN" -> Double.NaN;
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            case "-0.0" -> -0.0;
            default -> new BigDecimal(node.asText()).doubleValue();
        };
    }

    private static long allocated() {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads.getThreadAllocatedBytes(Thread.currentThread().threadId());
    }
}
