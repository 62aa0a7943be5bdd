package lossloupe.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PythonLiteralTest {
    private static final String SERIES = "[0, 1, 1, 0, 23, 22, 20, 14, 9, 2, 0, 0]";
    private static final String ROW_1 = "[0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]";
    private static final String ROW_2 = "[0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0]";
    private static final String ROW_3 = "[0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0]";
    private static final String ROW_N = "[1, 1, 1, 0, 0, 0, 0, 0, 1, 1, 1, 1]";
    private static final List<String> NAMES = List.of("class 1", "class 2", "class 3", "class n");

    private static final String LISTING = """
        import numpy as np
        series = np.array(%s)
        mask = np.array([
            %s, # class 1
            %s, # class 2
            %s, # class 3
            %s, # class n
        ])
        """.formatted(SERIES, ROW_1, ROW_2, ROW_3, ROW_N);

    private static double[] values(ArrayData array) {
        return IntStream.range(0, array.size()).mapToDouble(array::at).toArray();
    }

    private static ArrayData only(String text) throws BadFileException {
        var arrays = PythonLiteral.read(text).arrays();
        assertEquals(1, arrays.size(), arrays::toString);
        return arrays.getFirst();
    }

    private static void assertListing(ArraySet set, String series, String labels) {
        assertEquals(
                List.of(series, labels),
                set.arrays().stream().map(ArrayData::name).toList());
        assertArrayEquals(
                new double[] {0, 1, 1, 0, 23, 22, 20, 14, 9, 2, 0, 0},
                values(set.arrays().getFirst()));
        var grid = set.arrays().getLast();
        assertArrayEquals(new int[] {4, 12}, grid.shape());
        assertEquals(1, grid.at(36));
        assertEquals(0, grid.at(39));
        assertEquals(16, IntStream.range(0, 48).filter(i -> grid.at(i) == 1).count());
        assertEquals(NAMES, set.classNames());
    }

    @Test
    void theListingThatStartedItAllPastesAsSeriesLabelsAndClassNames() throws BadFileException {
        assertListing(PythonLiteral.read(LISTING), "series", "mask");
        assertListing(PythonLiteral.read(LISTING.replace("\n", "\r\n")), "series", "mask");
    }

    @Test
    void promptsOfThePythonShellAreNoPartOfTheCode() throws BadFileException {
        var lines = LISTING.lines().toList();
        var shell = new StringBuilder(">>> " + lines.get(0) + "\n>>> " + lines.get(1) + "\n>>> " + lines.get(2));
        lines.subList(3, lines.size()).forEach(l -> shell.append("\n... ").append(l));
        assertListing(PythonLiteral.read(shell.toString()), "series", "mask");
    }

    @Test
    void commentsAboveTheRowsNameClassesToo() throws BadFileException {
        var text =
                "input = %s\nmask = [\n  # class 1\n  %s,\n  # class 2\n  %s,\n  # class 3\n  %s,\n  # class n\n  %s]"
                        .formatted(SERIES, ROW_1, ROW_2, ROW_3, ROW_N);
        assertListing(PythonLiteral.read(text), "input", "mask");
    }

    @Test
    void theLastRowsCommentStandsBehindAllBrackets() throws BadFileException {
        var set = PythonLiteral.read(
                "y = np.array([[0,1,1,0],  # walk\n              [1,0,0,1]])  # run\nx = [[1,2],\n[3,4]]");
        assertEquals(List.of("walk", "run"), set.classNames());
        assertEquals(2, set.arrays().size());
        var bare = PythonLiteral.read("[5,6,7,8]\n\n[[0,1,1,0], # walk\n # ...\n [1,0,0,1]] # run\n");
        assertEquals(List.of("walk", "run"), bare.classNames());
    }

    @Test
    void bareListsOneAfterAnotherAreTheSeriesAndItsLabels() throws BadFileException {
        var text = "%s\n%s # class 1\n%s # class 2\n%s # class 3\n%s # class n\n"
                .formatted(SERIES, ROW_1, ROW_2, ROW_3, ROW_N);
        assertListing(PythonLiteral.read(text), "series", "labels");
        assertListing(PythonLiteral.read(text.replace("]", "],")), "series", "labels");
    }

    @Test
    void bareListsUnderCommentsTakeTheirNames() throws BadFileException {
        var set = PythonLiteral.read("# up\n[0, 1]\n# down\n[1, 0]");
        assertArrayEquals(new int[] {2, 2}, set.arrays().getFirst().shape());
        assertEquals(List.of("up", "down"), set.classNames());
    }

    @Test
    void aCommentAboveAnAssignmentIsNoClass() throws BadFileException {
        assertEquals(
                List.of(),
                PythonLiteral.read("# the labels\nmask = [[0, 1], [1, 0]]").classNames());
        assertEquals(
                List.of(),
                PythonLiteral.read("mask = [[0, 1], # only one has a name\n [1, 0]]")
                        .classNames());
    }

    @Test
    void dictionariesNameArraysAndClasses() throws BadFileException {
        var set = PythonLiteral.read("data = {'series': %s, \"labels\": [%s, %s], 'classes': ['P', 'QRS'], 'rate': 500}"
                .formatted(SERIES, ROW_1, ROW_2));
        assertEquals(
                List.of("series", "labels"),
                set.arrays().stream().map(ArrayData::name).toList());
        assertEquals(List.of("P", "QRS"), set.classNames());
        var rows = PythonLiteral.read("{'P': [0, 1, 0], 'QRS': [1, 0, 0]}");
        assertEquals(
                "labels [2, 3]",
                rows.arrays().getFirst().name() + " " + rows.arrays().getFirst().shapeText());
        assertEquals(List.of("P", "QRS"), rows.classNames());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        np.array([[0.5, -1], [2, 3]], dtype=np.float32)                             | float32
        array([[0.5, -1.],\\n       [2., 3.]])                                      | float64
        np.asarray([[0.5, -1], [2, 3]], np.float64)                                 | float64
        numpy.array(((.5, -1,), (2, 3e0)))                                          | float64
        torch.tensor([[0.5000, -1.0000],\\n        [2.0, 3.0]], device='cuda:0', grad_fn=<AddBackward0>) | float32
        tensor([[0.5, -1], [2, 3]], dtype=torch.float64)                            | float64
        tf.constant([[0.5, -1], [2, 3]])                                            | float32
        <tf.Tensor: shape=(2, 2), dtype=float32, numpy=\\narray([[0.5, -1.],\\n       [2., 3.]], dtype=float32)> | float32
        tf.Tensor(\\n[[ 0.5 -1. ]\\n [ 2.   3. ]], shape=(2, 2), dtype=float32)    | float32
        Array([[0.5, -1.], [2., 3.]], dtype=float16)                                | float16
        jnp.array([[0.5, -1], [2, 3]]).astype(np.float32)                           | float32
        [[ 0.5 -1. ]\\n [ 2.   3. ]]                                                | float64
        [[0.5, -1], # a comment\\n\\n # another\\n [2, 3]];                         | float64
        logits: [[+0.5, -1], [2, 3]]                                                | float64
        x: np.ndarray = np.array([[0.5, -1], [2, 3]])                               | float64
        x = y = 3\\nz = [[0.5, -1], [2, 3]]\\nplt.plot(z[0], label='a]')            | float64
        x = [np.array([0.5, -1]), np.array([2, 3])]                                 | float64
        [[np.float64(0.5), np.float64(-1.0)], [np.float64(2.0), np.float64(3.0)]]   | float64
        [[5e-1, −1], [2_0e-1, 3L]]                                                  | float64
        """)
    void theManyWaysOfWritingTwoRows(String text, String dtype) throws BadFileException {
        var array = only(text.replace("\\n", "\n"));
        assertArrayEquals(new int[] {2, 2}, array.shape());
        assertArrayEquals(new double[] {0.5, -1, 2, 3}, values(array));
        assertEquals(dtype, array.dtype());
    }

    @Test
    void wordsForSpecialNumbers() throws BadFileException {
        var array = only("[True, False, nan, np.nan, -inf, float('inf'), math.inf, None, 0x10]");
        var nan = Double.NaN;
        var inf = Double.POSITIVE_INFINITY;
        assertArrayEquals(new double[] {1, 0, nan, nan, -inf, inf, inf, nan, 16}, values(array));
        assertEquals("bool", only("[[True, False]]").dtype());
        assertEquals("int64", only("[[1, 0]]").dtype());
        assertEquals("uint8", only("np.array([1, 0], dtype='uint8')").dtype());
    }

    @Test
    void theLastAssignmentToANameCounts() throws BadFileException {
        assertArrayEquals(new double[] {3}, values(only("x = [1, 2]\nx = [3]")));
    }

    @Test
    void spreadsheetBlocksAreTables() throws BadFileException {
        assertArrayEquals(new int[] {2, 3}, only("0\t1\t1\n1\t0\t0\n").shape());
        assertArrayEquals(new int[] {5}, only("0 1 1 0 23").shape());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        [[1, 2, 3], [1, 2], [4, 5, 6]]             | error.nested.ragged     | [2, 2, 3]
        [[1, 2], [1, 2, 3], [4, 5, 6]]             | error.nested.ragged     | [1, 2, 3]
        [[[1, 2], [3, 4]], [[5, 6], [7]]]          | error.nested.ragged     | [2, 2, 1, 2]
        [[1, 2], 3]                                | error.nested.number     | [2]
        [1, [2, 3]]                                | error.nested.list       | [2]
        x = [0, 1, ..., 2, 3]                      | error.python.summarised | [1]
        array([0., 0., 0., ..., 1., 1., 1.])       | error.python.summarised | [1]
        \\nx = [0, 1                               | error.python.unclosed   | [2]
        np.array([1, 2], dtype=object)             | error.python.dtype      | [1, object]
        [1j, 2]                                    | error.python.number     | [1, 1j]
        x = np.random.rand(4, 12)[0]               | error.python.notLiteral | [1, x]
        x = 3                                      | error.python.notLiteral | [1, x]
        """)
    void whatIsWrongIsSaidOnce(String text, String key, String args) {
        var e = assertThrows(BadFileException.class, () -> PythonLiteral.read(text.replace("\\n", "\n")));
        assertEquals(key, e.key());
        assertEquals(args, e.args().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "  \n ", "[", "(", "{", "]", "array(", "'", "\"\"\"", "=", "x =", "{1:", "[...", "<", ".", "#",
                "[[[[", "{'a': {", "np.", "x.y = "
            })
    void scrapsAreRefusedWithoutACrash(String text) {
        assertThrows(BadFileException.class, () -> PythonLiteral.read(text));
    }

    @Test
    void bracketsWithoutEndDoNotOverflowTheStack() {
        assertThrows(BadFileException.class, () -> PythonLiteral.read("[".repeat(100_000)));
        assertThrows(BadFileException.class, () -> PythonLiteral.read("array(".repeat(100_000)));
        assertThrows(BadFileException.class, () -> PythonLiteral.read("{'a':".repeat(100_000)));
    }
}
