package lossloupe.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonArraysTest {
    @TempDir
    private Path folder;

    private ArraySet read(String text) throws IOException, BadFileException {
        return ArraySource.read(Files.writeString(folder.resolve("a.json"), text));
    }

    @Test
    void nestedListsAreOneArrayCalledAsTheFile() throws IOException, BadFileException {
        assertEquals("[a int64[2, 3]]", read("[[0, 1, 1], [1, 0, 0]]").arrays().toString());
        assertEquals("[a float64[1, 1, 2]]", read("[[[0.5, 1]]]").arrays().toString());
        assertEquals("[a float64[2, 0]]", read("[[], []]").arrays().toString());
        assertEquals("[a bool[2]]", read("[true, false]").arrays().toString());
    }

    @Test
    void anObjectNamesArraysAndClasses() throws IOException, BadFileException {
        var set = read(
                "{\"name\": \"x\", \"classes\": [\"P\", \"T\"], \"data\": {\"labels\": [[0], [1]]}, \"series\": [3],"
                        + " \"n\": 2, \"regions\": [{\"start\": [1]}]}");
        assertEquals("[data.labels int64[2, 1], series int64[1]]", set.arrays().toString());
        assertEquals(List.of("P", "T"), set.classNames());
    }

    @Test
    void notANumberAndInfinityInEverySpelling() throws IOException, BadFileException {
        var array = read("[\"NaN\", NaN, null, \"Infinity\", \"-Infinity\", -Infinity, 1e999]")
                .arrays()
                .getFirst();
        var inf = Double.POSITIVE_INFINITY;
        assertArrayEquals(
                new double[] {Double.NaN, Double.NaN, Double.NaN, inf, -inf, -inf, inf},
                IntStream.range(0, 7).mapToDouble(array::at).toArray());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
        [[0, 1], [1]]            ! error.nested.ragged  ! [2, 1, 2]
        [[0, 1], 1]              ! error.nested.number  ! [2]
        [{"a": 1}]               ! error.json.records   ! []
        {"a": 1}                 ! error.json.noArrays  ! []
        3                        ! error.json.noArrays  ! []
        [0, "x"]                 ! error.json.notNumber ! [x]
        [0] [1]                  ! error.json.more      ! [1, 6]
        {"a": [0], "a": [1]}     ! error.json.duplicate ! []
        """)
    void whatIsWrongIsSaid(String text, String key, String args) {
        var e = assertThrows(BadFileException.class, () -> read(text));
        assertEquals(key, e.key());
        assertEquals(args, e.args().toString());
    }

    @Test
    void brokenTextIsRefusedWithItsPlace() {
        for (var text :
                List.of("[", "[0, 1", "{\"a\": [0", "[0, 1}", "[0 1]", "{a: [1]}", "[".repeat(5000), "[0, \"x")) {
            assertThrows(BadFileException.class, () -> read(text), text);
        }
    }
}
