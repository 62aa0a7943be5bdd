package lossloupe.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lossloupe.document.ClassInfo;
import lossloupe.document.Document;
import lossloupe.document.LossSetup;
import lossloupe.io.ImportPlan.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Labels written as runs become grids on whatever positions stand beside them.
class RunLabelsTest {
    private static final Path FORMATS = Path.of("src/test/resources/formats");

    @TempDir
    private Path folder;

    private static ImportPlan plan(@Nullable Double rate, Path... files) throws BadFileException {
        var gathering = new Gathering();
        for (var file : files) {
            gathering.add(String.valueOf(file.getFileName()), ArraySource.read(file));
        }
        return gathering.plan(null, rate);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /// Rows of labels as digits.
    private static List<String> labels(ImportPlan plan) throws BadFileException {
        return labels(plan.toDocument(LossSetup.DEFAULT));
    }

    private static List<String> labels(Document document) {
        return document.example(0).labels().stream()
                .map(row -> {
                    var text = new StringBuilder();
                    for (int p = 0; p < row.length(); p++) {
                        text.append((int) row.get(p));
                    }
                    return text.toString();
                })
                .toList();
    }

    private static List<String> names(ImportPlan plan) throws BadFileException {
        return plan.toDocument(LossSetup.DEFAULT).classes().stream()
                .map(ClassInfo::name)
                .toList();
    }

    @Test
    void wholeNumbersAreHalfOpenRunsOfPositions() throws BadFileException {
        var plan = plan(null, FORMATS.resolve("runs.csv"));
        assertEquals(List.of("1110000001", "0011110000"), labels(plan));
        assertEquals(List.of("P", "QRS"), names(plan));
    }

    @Test
    void besideLogitsRunsTakeTheirLengthAndLayout() throws BadFileException, IOException {
        var logits = write("logits.csv", "0.5,1\n".repeat(12));
        var plan = plan(null, FORMATS.resolve("runs.csv"), logits);
        assertEquals(List.of("111000000100", "001111000000"), labels(plan));
        assertEquals("[l, n]", plan.toDocument(LossSetup.DEFAULT).layout().symbols());
    }

    @Test
    void secondsNeedARateThatIsAskedForOnce() throws BadFileException, IOException {
        var series = write("series.csv", "value\n" + "1.5\n".repeat(12));
        var guessed = plan(null, FORMATS.resolve("track.txt"), series);
        var timing = guessed.timing();
        assertNotNull(timing);
        assertTrue(timing.isAsked() && timing.isGuess());
        assertEquals(10, timing.rate(), "12 positions and a last end of 1 s");
        assertEquals(List.of("011000000100", "000110000000"), labels(guessed));
        var other = guessed.withRate(4);
        assertEquals(List.of("010000000000", "010000000000"), labels(other));
        assertFalse(other.timing() == null || other.timing().isGuess());
        assertEquals(labels(other), labels(plan(4.0, FORMATS.resolve("track.txt"), series)));
    }

    @Test
    void changedRolesSurviveAnotherRate() throws BadFileException, IOException {
        var mask = write("mask.csv", "0,0,1,1,1,0,0,0,0,0,0,0\n1,0,0,0,0,0,0,0,0,0,0,0\n");
        var plan = plan(10.0, FORMATS.resolve("track.txt"), mask);
        assertEquals("mask", plan.only(Role.LABELS).orElseThrow().array().name());
        assertTrue(plan.ambiguity().isPresent());
        var turned = plan.withRole(1, Role.LABELS).withRate(20);
        assertEquals("track", turned.only(Role.LABELS).orElseThrow().array().name());
        assertEquals(List.of("001111000000", "000001111100"), labels(turned));
    }

    @Test
    void theSameLabelsTwiceAreNoRivals() throws BadFileException, IOException {
        var mask = write("mask.csv", "1,1,1,0,0,0,0,0,0,1\n0,0,1,1,1,1,0,0,0,0\n");
        var plan = plan(null, mask, FORMATS.resolve("runs.csv"));
        assertTrue(plan.ambiguity().isEmpty());
        assertEquals(List.of("P", "QRS"), names(plan));
    }

    @Test
    void soundSaysTheRate() throws BadFileException, IOException {
        var track = write("t.txt", "0.01\t0.03\tcall\n");
        var plan = plan(null, FORMATS.resolve("pcm16_stereo.wav"), track);
        assertEquals(List.of("0110"), labels(plan));
        assertEquals(
                -0.25, plan.toDocument(LossSetup.DEFAULT).example(0).series().get(2));
    }

    @Test
    void aGridOfFramesIsTestedAtTheirMiddlesAndShowsThePeaks() throws BadFileException, IOException {
        var track = write("t.txt", "0.015\t0.031\tcall\n");
        var logits = write("logits.csv", "1.5,2\n");
        var plan = plan(null, FORMATS.resolve("pcm24.wav"), track, logits);
        assertEquals(List.of("01"), labels(plan));
        var series = plan.toDocument(LossSetup.DEFAULT).example(0).series();
        assertEquals(0.5, series.get(0));
        assertEquals(-1, series.get(1));
    }

    @Test
    void timesOfATableHoldForSecondsAndDates() throws BadFileException, IOException {
        var series = write("s.csv", "time,value\n10.0,1\n10.5,2\n11.5,3\n12.0,4\n");
        assertEquals(List.of("0110"), labels(plan(null, series, write("a.csv", "start_s,end_s,label\n10.2,12.0,x\n"))));
        var dated = write(
                "d.csv", "timestamp,value\n2014-07-01 00:00:00,5\n2014-07-01 00:30:00,6\n2014-07-01 01:00:00,7\n");
        var dates = write("b.csv", "start,end,label\n2014-07-01 00:30,2014-07-01T01:00:00Z,x\n");
        assertEquals(List.of("010"), labels(plan(null, dated, dates)));
        assertEquals(
                "error.runs.noTimes",
                assertThrows(BadFileException.class, () -> plan(null, dates)).key());
    }

    @Test
    void eventsHaveAnOnsetAndADuration() throws BadFileException {
        var plan = plan(4.0, FORMATS.resolve("events.tsv"));
        assertEquals(List.of("00100000", "00000000"), List.of(labels(plan).getFirst(), "00000000"));
        var longer = plan(8.0, FORMATS.resolve("events.tsv"), FORMATS.resolve("runs.csv"));
        assertEquals(List.of("go", "blink"), names(longer));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
        a.csv ! start,end,class|5,3,P           ! error.runs.reversed  ! [2, 5, 3]
        a.csv ! start,end,class|0,x,P           ! error.runs.time      ! [2, x]
        a.csv ! start,end,class|0,1,P|2,3       ! error.csv.ragged     ! [3, 2, 3]
        a.csv ! start,end,class                 ! error.runs.none      ! []
        a.txt ! 0.1\t0.2\tP|0.3\tQRS            ! error.audacity.line  ! [2, 0.3·QRS]
        a.txt ! 0.1\t0.2\tP|0.5\t0.3\tQRS       ! error.runs.reversed  ! [2, 0.5, 0.3]
        """)
    void whatIsWrongIsSaid(String name, String lines, String key, String args) throws IOException {
        var file = write(name, lines.replace('|', '\n') + "\n");
        var e = assertThrows(BadFileException.class, () -> ArraySource.read(file));
        assertEquals(key, e.key());
        assertEquals(args, e.args().toString());
        assertEquals(name, e.fileName());
    }

    @Test
    void tablesOfNumbersStayTables() throws BadFileException, IOException {
        var read = ArraySource.read(write("a.txt", "0.5\t1.5\t2\n1.5\t2.5\t3\n"));
        assertEquals("[a float64[2, 3]]", read.arrays().toString());
    }
}
