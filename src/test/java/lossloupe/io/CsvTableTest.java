package lossloupe.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTableTest {
    @TempDir
    private Path folder;

    private ArraySet read(String text) throws IOException, BadFileException {
        return CsvTable.read(Files.writeString(folder.resolve("table.csv"), text));
    }

    private static double[] values(ArrayData array) {
        return IntStream.range(0, array.size()).mapToDouble(array::at).toArray();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "!", textBlock = """
        1,2,3~4,5,6
        1;2;3~4;5;6
        1\\t2\\t3~4\\t5\\t6
        1|2|3~4|5|6
        1 2 3~4 5 6
          1.0e+00   2 3 ~ 4  5.00 6
        "1","2","3"~"4","5","6"
        1, 2, 3~~4, 5, 6~
        # by hand~1,2,3~# more~4,5,6
        """)
    void everyUsualDelimiter(String text) throws IOException, BadFileException {
        var set = read(text.replace("~", "\n").replace("\\t", "\t"));
        var array = set.arrays().getFirst();
        assertArrayEquals(new int[] {2, 3}, array.shape());
        assertArrayEquals(new double[] {1, 2, 3, 4, 5, 6}, values(array));
        assertEquals("table", array.name());
        assertEquals(List.of(), set.classNames());
    }

    @Test
    void aHeaderNamesTheClasses() throws IOException, BadFileException {
        var set = read("P,QRS\n0.25,-1\n3,nan\n");
        assertEquals(List.of("P", "QRS"), set.classNames());
        assertArrayEquals(
                new double[] {0.25, -1, 3, Double.NaN}, values(set.arrays().getFirst()));
        assertEquals(List.of("P", "QRS"), read("# P QRS\n0.25 -1\n").classNames());
        assertEquals(List.of("P", "QRS"), read("\uFEFFP,QRS\r\n0.25,-1\r\n").classNames());
    }

    @Test
    void columnsOfLabelsStandApartFromTheSeries() throws IOException, BadFileException {
        var set = read("""
            Time,Aggregate,Kettle_Status,Washer_Status
            2014-03-13 00:00:00,148.0,0,1
            2014-03-13 00:01:00,147.6,0,0
            """);
        assertEquals("[series float64[2], labels int64[2, 2]]", set.arrays().toString());
        assertEquals(List.of("Kettle", "Washer"), set.classNames());
        assertEquals(List.of("Time"), set.skipped());
    }

    @Test
    void columnsOfLogitsAreAGridBesideThatOfTheLabels() throws IOException, BadFileException {
        var set = read("signal\tlogits_up\tlogits_down\tlabels_up\tlabels_down\n3\t1.5\t2\t0.9\t0\n4\t-1\t0.5\t1\t0\n");
        assertEquals(
                "[series int64[2], labels float64[2, 2], logits float64[2, 2]]",
                set.arrays().toString());
        assertEquals(List.of("up", "down"), set.classNames());
        var alone = read("up.logit,down.logit\n1.5,2\n-1,0.5\n");
        assertEquals("[logits float64[2, 2]]", alone.arrays().toString());
        assertEquals(List.of("up", "down"), alone.classNames());
    }

    @Test
    void aLabelColumnIsFoundByItsName() throws IOException, BadFileException {
        var set = read("timestamp,value,anomaly_score,label,zero\na 1,10844,0.03,0,0\nb 2,8127,1.0,1,0\n");
        assertEquals(
                "[series int64[2], labels int64[2], anomaly_score float64[2], zero int64[2]]",
                set.arrays().toString());
    }

    @Test
    void rowsMayBeginWithTheirNames() throws IOException, BadFileException {
        var set = read("up,0,1,1\ndown,1,0,0\n");
        assertEquals(List.of("up", "down"), set.classNames());
        assertEquals("[table int64[2, 3]]", set.arrays().toString());
    }

    @Test
    void theIndexThatPandasWritesIsNoData() throws IOException, BadFileException {
        assertEquals(
                "[table float64[3, 2]]",
                read(",a,b\n0,0.5,2.5\n1,0.5,1\n2,0.5,1\n").arrays().toString());
        assertEquals(
                "[table float64[3, 2]]",
                read(",0,1\n0,0.5,2.5\n1,0.5,1\n2,0.5,1\n").arrays().toString());
    }

    @Test
    void oneRowOrOneColumnIsASeries() throws IOException, BadFileException {
        assertEquals("[table int64[3]]", read("1,2,3").arrays().toString());
        assertEquals("[table int64[3]]", read("1\n2\n3\n").arrays().toString());
        assertEquals("[table int64[3]]", read("value\n1\n2\n3\n").arrays().toString());
    }

    @Test
    void missingCellsAreNotANumber() throws IOException, BadFileException {
        assertArrayEquals(
                new double[] {1, Double.NaN, 3, 4},
                values(read("a,b\n1,\n3,4\n").arrays().getFirst()));
    }

    @Test
    void aSpreadsheetsSixteenBitTextIsRead() throws IOException, BadFileException {
        var file = Files.write(folder.resolve("t.txt"), "\uFEFF1\t2\n3\t4\n".getBytes(StandardCharsets.UTF_16LE));
        assertEquals("[t int64[2, 2]]", ArraySource.read(file).arrays().toString());
    }

    @Test
    void rowsOfAHundredThousandPositionsAreNotTooWide() throws IOException, BadFileException {
        var row =
                IntStream.range(0, 100_000).mapToObj(i -> String.valueOf(i % 2)).collect(Collectors.joining(","));
        assertEquals("[table int64[2, 100000]]", read(row + "\n" + row).arrays().toString());
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "!", textBlock = """
        1,2,3~4,5~7,8,9              ! error.csv.ragged       ! [2, 2, 3]
        1,2~4,5,6~7,8,9              ! error.csv.ragged       ! [1, 2, 3]
        a,b,c~1,2~3,4                ! error.csv.ragged       ! [1, 3, 2]
        a,b,c~1,2,3~4,5              ! error.csv.ragged       ! [3, 2, 3]
        a,b~1,2~3,x4                 ! error.csv.notNumber    ! [3, b, x4]
        1;0,5~2;0,25                 ! error.csv.decimalComma ! [1, 2, 0,5]
        a;b~1;2~1;0,5                ! error.csv.decimalComma ! [3, b, 0,5]
        a,b~c,d                      ! error.csv.noNumbers    ! []
        a,b                          ! error.csv.noNumbers    ! []
        """)
    void whatIsWrongIsSaidWithItsPlace(String text, String key, String args) {
        var e = assertThrows(BadFileException.class, () -> read(text.replace("~", "\n")));
        assertEquals(key, e.key());
        assertEquals(args, e.args().toString());
        assertEquals("table.csv", e.fileName());
    }
}
