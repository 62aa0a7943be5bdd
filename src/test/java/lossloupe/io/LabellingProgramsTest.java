package lossloupe.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import lossloupe.document.ClassInfo;
import lossloupe.document.Document;
import lossloupe.document.LossSetup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What labelling programs and benchmarks write opens as series and labels.
class LabellingProgramsTest {
    private static final Path FORMATS = Path.of("src/test/resources/formats");

    @TempDir
    private Path folder;

    private static Document open(Path... files) throws BadFileException {
        var gathering = new Gathering();
        for (var file : files) {
            gathering.add(String.valueOf(file.getFileName()), ArraySource.read(file));
        }
        return gathering.plan(null, null).toDocument(LossSetup.DEFAULT);
    }

    private static Document open(String... names) throws BadFileException {
        return open(Arrays.stream(names).map(FORMATS::resolve).toArray(Path[]::new));
    }

    /// Names of classes with the positions that they are at.
    private static List<String> labels(Document document, int example) {
        var rows = document.example(example).labels();
        return document.classes().stream()
                .map(ClassInfo::name)
                .map(n -> {
                    var text = new StringBuilder(n).append(' ');
                    var row = rows.get(document.classes().stream()
                            .map(ClassInfo::name)
                            .toList()
                            .indexOf(n));
                    for (int p = 0; p < row.length(); p++) {
                        text.append((int) row.get(p));
                    }
                    return text.toString();
                })
                .toList();
    }

    @Test
    void windowsAreThoseOfTheSeriesBesideThem() throws BadFileException {
        var document = open("windows.json", "pulse.csv");
        assertEquals(List.of("anomaly 0110"), labels(document, 0), "both ends belong to a window");
        assertEquals(7, document.example(0).series().get(1));
        var alone = assertThrows(BadFileException.class, () -> open("windows.json"));
        assertEquals("error.runs.ofMany", alone.key());
    }

    @Test
    void eachSeriesOfALongTableIsAnExample() throws BadFileException {
        var document = open("trainset.csv");
        assertEquals(
                "[b, n, l] = [2, 2, 2]",
                document.layout().symbols() + " = " + document.layout().text());
        assertEquals(List.of("bar 01", "foo 00"), labels(document, 0));
        assertEquals(List.of("bar 00", "foo 10"), labels(document, 1));
        assertEquals(-3, document.example(1).series().get(1));
    }

    @Test
    void aTaskAndItsAnnotationsGoTogether() throws BadFileException {
        var document = open("studio_task.json", "studio_annotations.json");
        assertEquals(List.of("Voice 0110"), labels(document, 0));
        assertEquals(1.5, document.example(0).series().get(1));
        assertTrue(Double.isNaN(document.example(0).series().get(2)));
    }

    @Test
    void anExportHoldsBoth() throws BadFileException {
        var document = open("studio_export.json");
        assertEquals(List.of("anomaly 011"), labels(document, 0));
        assertEquals(6, document.example(0).series().get(2));
    }

    private Path tasks() throws IOException {
        return Files.writeString(folder.resolve("tasks.json"), """
                [{"id": 7, "data": {"ts": {"time": [10, 20, 30], "v": [1, 2, 3]}}, "annotations": [{"result": [
                  {"value": {"start": 20, "end": 30, "timeserieslabels": ["beat"]}}]}]},
                 {"id": 9, "data": {"ts": {"time": [0, 1, 2], "v": [4, 5, 6]}}, "annotations": [{"result": [
                  {"value": {"start": 0, "end": 0, "timeserieslabels": ["rest"]}}]}]}]
                """);
    }

    @Test
    void tasksOfOneLengthAreABatchEachOnItsOwnTimes() throws BadFileException, IOException {
        var document = open(tasks());
        assertEquals(2, document.shape().batch());
        assertEquals(List.of("beat 011", "rest 000"), labels(document, 0));
        assertEquals(List.of("beat 000", "rest 100"), labels(document, 1));
        assertEquals(6, document.example(1).series().get(2));
    }

    @Test
    void oneTaskOfSeveralIsAskedForByItsId() throws BadFileException, IOException {
        var document = open(Path.of(tasks() + ":9"));
        assertEquals(1, document.shape().batch());
        assertEquals(List.of("rest 100"), labels(document, 0));
        var none = Path.of(tasks() + ":8");
        assertEquals(
                "error.file.member",
                assertThrows(BadFileException.class, () -> ArraySource.read(none))
                        .key());
    }

    @Test
    void tasksWithAddressesLabelTheSeriesOfTheirName() throws BadFileException, IOException {
        var task = """
                {"data": {"csv": "/data/upload/1/%s"}, "annotations": [{"result": [
                 {"value": {"start": %d, "end": 2, "timeserieslabels": ["beat"]}}]}]}
                """;
        var tasks = Files.writeString(
                folder.resolve("tasks.json"),
                "[" + task.formatted("0123abcd-a.csv", 2) + "," + task.formatted("b.csv", 1) + "]");
        var series = Files.writeString(folder.resolve("a.csv"), "time,value\n0,5\n1,6\n2,7\n");
        assertEquals(List.of("beat 001"), labels(open(tasks, series), 0));
    }

    @Test
    void runsNeedNoHeaderWhereTheyAreUnmistakable() throws BadFileException, IOException {
        var runs = Files.writeString(folder.resolve("runs.csv"), "0,2,beat\n1,4,rest\n");
        assertEquals(List.of("beat 1100", "rest 0111"), labels(open(runs), 0));
        for (var other : List.of("5.1,3.5,setosa\n4.9,3,setosa\n", "1,2,a\n4,3,b\n1,2,a\n", "1,2,3\n1,2,4\n")) {
            var table = Files.writeString(folder.resolve("table.csv"), other);
            assertTrue(ArraySource.read(table).runs().isEmpty(), other);
        }
    }

    @Test
    void theCellsThatAreExportedComeBack() throws BadFileException, IOException {
        var table = Files.writeString(folder.resolve("cells.csv"), """
                example,class,position,z,x,p,loss,grad
                0,QRS,1,1,2.5,0,0,0
                0,QRS,0,0,-1,0,0,0
                0,P,0,1,0.5,0,0,0
                0,P,1,0,-0.25,0,0,0
                """);
        var document = open(table);
        assertEquals(List.of("QRS 01", "P 10"), labels(document, 0));
        assertEquals(-0.25, document.example(0).logits().get(1).get(1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
        a.json ! {"a.csv": [["2014-07-01", "2014-06-01"]]}                        ! error.windows.reversed
        a.json ! {"a.csv": [["2014-07-01", "soon"]]}                              ! error.windows.time
        a.json ! [{"id": 1, "data": {"csv": "http://x"}}]                         ! error.studio.nothing
        a.json ! [{"data": {"a": [1]}}, {"data": {"a": [1, 2]}}]                  ! error.studio.tasks
        a.json ! [{"data": {"a": [1]}}, {"data": {"b": [1]}}]                     ! error.studio.tasks
        a.json ! [{"data": {"csv": "http://x"}}, {"data": {"csv": "http://y"}}]   ! error.studio.nothing
        a.json ! [{"data": {"ts": {"time": [1, 2], "v": [1, "x"]}}}]              ! error.studio.value
        a.json ! {"annotations": [{"result": [{"value": {"start": 3, "end": 1, "timeserieslabels": ["A"]}}]}]} ! error.studio.region
        a.csv  ! series,timestamp,value,label|a,2019-01-01,1,|a,2019-01-02,1,|b,2019-01-01,1, ! error.trainset.lengths
        a.csv  ! series,timestamp,value,label|a,now,1,                            ! error.runs.time
        a.csv  ! series,timestamp,value,label|a,2019-01-01,high,                  ! error.csv.notNumber
        a.csv  ! series,timestamp,value,label                                     ! error.csv.noRows
        a.csv  ! example,class,position,z,x|0,P,0,1,2|0,Q,1,1,2                   ! error.cells.missing
        a.csv  ! example,class,position,z,x|0,P,0,1,2|0,P,0,1,2|0,P,3,1,2|0,P,3,1,2 ! error.cells.missing
        a.csv  ! example,class,position,z|0,P,first,1                             ! error.csv.notNumber
        """)
    void whatIsWrongIsSaid(String name, String lines, String key) throws IOException {
        var file = Files.writeString(folder.resolve(name), lines.replace('|', '\n') + "\n");
        var e = assertThrows(BadFileException.class, () -> ArraySource.read(file));
        assertEquals(key, e.key());
        assertEquals(name, e.fileName());
    }
}
