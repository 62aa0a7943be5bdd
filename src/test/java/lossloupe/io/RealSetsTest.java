package lossloupe.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lossloupe.compute.LossEngine;
import lossloupe.document.Document;
import lossloupe.document.LossSetup;
import lossloupe.reduce.Reduction;
import lossloupe.tensor.DType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Recorded series open without help, and their losses are those that others computed.
class RealSetsTest {
    private static final Path FOLDER = Path.of("../shared/real");
    private static final double TOLERANCE = 1e-11;

    @BeforeEach
    void recordingsAreHere() {
        assumeTrue(Files.isDirectory(FOLDER), "no " + FOLDER.toAbsolutePath().normalize() + " on this machine");
    }

    private static Document open(String set, String... files) throws BadFileException {
        return plan(set, files).toDocument(LossSetup.DEFAULT);
    }

    private static ImportPlan plan(String set, String... files) throws BadFileException {
        var gathering = new Gathering();
        for (var file : files) {
            gathering.add(file, ArraySource.read(FOLDER.resolve(set).resolve(file)));
        }
        return gathering.plan(null, null);
    }

    private static void check(String set, Document document, String layout, String... path) throws IOException {
        assertEquals(
                layout, document.layout().symbols() + " = " + document.layout().text());
        JsonNode expected = expected(set);
        for (var key : path) {
            expected = expected.path(key);
        }
        var evaluation =
                new LossEngine().evaluate(document.withSetup(document.setup().withDType(DType.FLOAT64)), null);
        var sigmoid = expected.path("sigmoid_cross_entropy");
        close(sigmoid.path("mean"), evaluation.a().reduced(Reduction.MEAN));
        close(sigmoid.path("sum"), evaluation.a().reduced(Reduction.SUM));
        var means = evaluation.a().perClassMean();
        var sums = evaluation.a().perClassSum();
        assertEquals(sigmoid.path("per_class_mean").size(), means.length);
        for (int c = 0; c < means.length; c++) {
            close(sigmoid.path("per_class_mean").path(c), means[c]);
            close(sigmoid.path("per_class_sum").path(c), sums[c]);
        }
        var softmax = expected.path("softmax_cross_entropy");
        close(softmax.path("mean_over_positions"), evaluation.b().reduced(Reduction.MEAN));
        close(softmax.path("sum"), evaluation.b().reduced(Reduction.SUM));
    }

    private static JsonNode expected(String set) throws IOException {
        return new ObjectMapper()
                .readTree(FOLDER.resolve(set).resolve("expected.json").toFile());
    }

    /// Positions per class, and positions by the number of classes there.
    private static void checkCounts(JsonNode expected, Document document) {
        var labels = document.example(0).labels();
        var perClass = new int[labels.size()];
        var byNumber = new int[labels.size() + 1];
        for (int p = 0; p < document.shape().length(); p++) {
            int active = 0;
            for (int c = 0; c < perClass.length; c++) {
                int here = labels.get(c).get(p) > 0 ? 1 : 0;
                perClass[c] += here;
                active += here;
            }
            byNumber[active]++;
        }
        assertEquals(expected.path("positions").asInt(), document.shape().length());
        for (int c = 0; c < perClass.length; c++) {
            assertEquals(expected.path("active_positions_per_class").path(c).asInt(), perClass[c]);
        }
        expected.path("positions_by_number_of_active_classes")
                .properties()
                .forEach(e -> assertEquals(e.getValue().asInt(), byNumber[Integer.parseInt(e.getKey())]));
    }

    private static void close(JsonNode expected, double actual) {
        assertTrue(expected.isNumber(), "no such figure");
        double value = expected.asDouble();
        assertEquals(value, actual, TOLERANCE * Math.max(1, Math.abs(value)));
    }

    @Test
    void heartBeatsOfHoursInThreeFiles() throws BadFileException, IOException {
        var document = open("mitbih_100", "mask.npy", "logits.npy", "ecg_mlii.npy");
        check("mitbih_100", document, "[n, l] = [3, 650000]");
        assertEquals(DType.FLOAT32, document.example(0).logits().getFirst().dtype());
        assertTrue(document.example(0).series().get(0) > 900);
    }

    @Test
    void aBatchInOneArchiveWithNamedClasses() throws BadFileException, IOException {
        var document = open("ludb_lead_ii", "ludb_lead_ii.npz");
        check("ludb_lead_ii", document, "[b, n, l] = [200, 4, 1024]");
        assertEquals("QRS", document.classes().get(2).name());
    }

    @Test
    void eyeMovementsWithChannelsLast() throws BadFileException, IOException {
        check("eye_movements", open("eye_movements", "mask.npy", "logits.npy"), "[l, n] = [81002, 4]");
    }

    @Test
    void eyeMovementsWithTheirRecordsOfSeveralFields() throws BadFileException, IOException {
        var document = open("eye_movements", "logits.npy", "lookAtPoint_EL_S2.npy", "mask.npy");
        check("eye_movements", document, "[l, n] = [81002, 4]");
        checkCounts(expected("eye_movements"), document);
        var series = document.example(0).series();
        int missing = 0;
        for (int p = 0; p < series.length(); p++) {
            missing += Double.isNaN(series.get(p)) ? 1 : 0;
        }
        assertEquals(expected("eye_movements").path("nan_in_x").asInt(), missing);
    }

    @Test
    void heartBeatsBesideTheirListOfBeats() throws BadFileException, IOException {
        var document = open("mitbih_100", "beats.csv", "ecg_mlii.npy", "logits.npy", "mask.npy");
        check("mitbih_100", document, "[n, l] = [3, 650000]");
        assertTrue(document.example(0).series().get(0) > 900);
    }

    @Test
    void aHouseWithLogitsOfTwoNetworksAsksWhich() throws BadFileException, IOException {
        var plan = plan(
                "refit_house2",
                "aggregate_and_status.csv",
                "logits_crnn_weak.npy",
                "logits_unet_nilm.npy",
                "probabilities_unet_nilm.csv");
        assertEquals(
                "import.problem.rivals.logits", plan.ambiguity().orElseThrow().key());
        check("refit_house2", plan.toDocument(LossSetup.DEFAULT), "[l, n] = [10080, 4]", "logits_crnn_weak.npy");
        int other = plan.items().stream().map(i -> i.array().name()).toList().indexOf("logits_unet_nilm");
        var turned = plan.withRole(other, ImportPlan.Role.LOGITS).toDocument(LossSetup.DEFAULT);
        check("refit_house2", turned, "[l, n] = [10080, 4]", "logits_unet_nilm.npy");
    }

    @Test
    void windowsOfAnomaliesInEveryCompany() throws BadFileException, IOException {
        var files = List.of(
                List.of("combined_windows.json", "logits.npy", "nyc_taxi.csv"),
                List.of("logits.npy", "nyc_taxi.csv", "combined_windows.json", "mask.npy"),
                List.of("combined_windows.json", "logits.npy", "mask.npy", "numenta_nyc_taxi.csv", "nyc_taxi.csv"));
        for (var some : files) {
            var plan = plan("nab_nyc_taxi", some.toArray(String[]::new));
            assertTrue(plan.ambiguity().isEmpty(), some + " " + plan.ambiguity());
            var document = plan.toDocument(LossSetup.DEFAULT);
            check("nab_nyc_taxi", document, "[n, l] = [1, 10320]");
            checkCounts(expected("nab_nyc_taxi"), document);
            assertEquals(10844, document.example(0).series().get(0));
        }
    }

    @Test
    void threeSeriesOfOneLongTable() throws BadFileException, IOException {
        var document = open("trainset_sample", "sample_trainset.csv");
        assertEquals("[3, 3, 1995]", document.layout().text());
        var expected = expected("trainset_sample").path("per_series");
        var names = List.of("series_a", "series_b", "series_c");
        for (int e = 0; e < 3; e++) {
            for (int c = 0; c < 3; c++) {
                var name = document.classes().get(c).name();
                assertEquals(expected.path(names.get(e)).path(name).asInt(), active(document, e, c), name);
            }
        }
        assertEquals(29.4375, document.example(0).series().get(0));
    }

    private static int active(Document document, int example, int cls) {
        var row = document.example(example).labels().get(cls);
        int count = 0;
        for (int p = 0; p < row.length(); p++) {
            count += row.get(p) > 0 ? 1 : 0;
        }
        return count;
    }

    @Test
    void tasksAndAnnotationsOfLabelStudio() throws BadFileException, IOException {
        for (var files : List.of(
                new String[] {"sample-sin.json", "sample-sin-annotations.json"},
                new String[] {"nyc_taxi_export.json"})) {
            var document = open("label_studio", files);
            var expected = expected("label_studio").path(String.join(" + ", files));
            assertEquals(expected.path("samples").asInt(), document.shape().length());
            for (int c = 0; c < document.classes().size(); c++) {
                var name = document.classes().get(c).name();
                assertEquals(expected.path("samples_per_label").path(name).asInt(), active(document, 0, c), name);
            }
            assertEquals(
                    expected.path("samples_per_label").size(),
                    document.classes().size());
        }
        var regions = open("label_studio", "run-walk-tasks.json");
        assertEquals("[2, 70]", regions.layout().text());
        assertEquals(20, active(regions, 0, 0));
        assertEquals(18, active(regions, 0, 1));
    }

    @Test
    void aTableWithAHeaderBesideLogits() throws BadFileException, IOException {
        for (var logits : List.of("logits_unet_nilm.npy", "logits_crnn_weak.npy")) {
            var document = open("refit_house2", "aggregate_and_status.csv", logits);
            check("refit_house2", document, "[l, n] = [10080, 4]", logits);
            assertEquals("Dishwasher", document.classes().get(1).name());
            assertEquals(148, document.example(0).series().get(0));
        }
    }

    @Test
    void aTableOfTimesAndValuesIsTheSeries() throws BadFileException, IOException {
        var document = open("nab_nyc_taxi", "nyc_taxi.csv", "mask.npy", "logits.npy");
        check("nab_nyc_taxi", document, "[n, l] = [1, 10320]");
        assertEquals(10844, document.example(0).series().get(0));
    }

    @Test
    void callsOfBirdsWithTheirSoundAndLabelTrack() throws BadFileException, IOException {
        for (var files : List.of(
                List.of("spinetail.wav", "spinetail.txt", "logits_10ms.npy"),
                List.of("logits_10ms.npy", "mask_10ms.npy", "spinetail.txt", "spinetail.wav"))) {
            var plan = plan("spinetail", files.toArray(String[]::new));
            assertTrue(plan.ambiguity().isEmpty());
            var document = plan.toDocument(LossSetup.DEFAULT);
            check("spinetail", document, "[n, l] = [2, 1955]", "frame_level");
            assertEquals("CRER", document.classes().getFirst().name());
        }
    }

    @Test
    void aLabelTrackOnEverySampleOfItsSound() throws BadFileException, IOException {
        var document = open("spinetail", "spinetail.wav", "spinetail.txt");
        checkCounts(expected("spinetail").path("sample_level"), document);
    }

    @Test
    void callsOfBirdsWithoutTheirSound() throws BadFileException, IOException {
        check("spinetail", open("spinetail", "mask_10ms.npy", "logits_10ms.npy"), "[n, l] = [2, 1955]", "frame_level");
    }
}
