package lossloupe.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import lossloupe.document.Samples;
import lossloupe.io.ArraySource;
import lossloupe.io.BadFileException;
import lossloupe.io.MemoryOrder;
import lossloupe.io.NpzWriter;
import lossloupe.io.NumpyType;
import lossloupe.io.SessionFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CliTest {
    /// Labels of the question, at logits that are all one half: product.md, lesson 8.
    private static final String HALVES = """
        {"labels": [[0,1,1,0,0,0,0,0,0,0,0,0],[0,0,0,0,1,1,1,1,0,0,0,0],
                    [0,0,0,0,0,0,0,1,1,1,0,0],[1,1,1,0,0,0,0,0,1,1,1,1]],
         "logits": [[.5,.5,.5,.5,.5,.5,.5,.5,.5,.5,.5,.5],[.5,.5,.5,.5,.5,.5,.5,.5,.5,.5,.5,.5],
                    [.5,.5,.5,.5,.5,.5,.5,.5,.5,.5,.5,.5],[.5,.5,.5,.5,.5,.5,.5,.5,.5,.5,.5,.5]]}
        """.replace("[.5", "[0.5").replace(",.5", ",0.5");

    private record Run(int exit, String out, String err) {
        JsonNode json() throws IOException {
            return new ObjectMapper().readTree(out);
        }
    }

    /// Notes what it is asked for.
    private static final class NotingDesktop implements Desktop {
        private final List<PictureRequest> pictures = new ArrayList<>();

        @Override
        public void open(List<Path> files) {
            throw new AssertionError("a window in a test");
        }

        @Override
        public void picture(PictureRequest request) {
            pictures.add(request);
        }
    }

    @TempDir
    Path folder;

    private final NotingDesktop desktop = new NotingDesktop();

    private Run run(String... args) {
        return reading("", args);
    }

    private Run reading(String input, String... args) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        int exit = Cli.run(out, err, in, desktop, args);
        return new Run(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private String halves() throws IOException {
        return Files.writeString(folder.resolve("halves.json"), HALVES).toString();
    }

    private String npz(String name, int[] shape, String... arrays) throws IOException {
        var file = folder.resolve(name);
        try (var npz = new NpzWriter(Files.newOutputStream(file), NpzWriter.Packing.STORED)) {
            for (var array : arrays) {
                IntToDoubleFunction at =
                        array.equals("labels") || array.equals("y") ? i -> i % 3 == 0 ? 1 : 0 : i -> Math.sin(i);
                npz.array(array, NumpyType.FLOAT64, MemoryOrder.C, shape, at);
            }
        }
        return file.toString();
    }

    @Test
    void jsonFollowsTheSchema() throws IOException {
        var run = run("evaluate", halves(), "--format", "json");
        assertEquals(0, run.exit());
        assertEquals("", run.err());
        assertEquals("lossloupe-evaluation/1", run.json().path("schema").asText());
        var sigmoid = run.json().path("results").path(0);
        assertEquals("sigmoid_cross_entropy", sigmoid.path("loss").asText());
        assertEquals("[4,12]", sigmoid.path("elementwise_shape").toString());
        assertEquals(38.755695, sigmoid.path("reduced").path("sum").asDouble(), 5e-7);
        assertEquals(.807410, sigmoid.path("reduced").path("mean").asDouble(), 5e-7);
        assertEquals(.890744, sigmoid.path("per_class").path(0).asDouble(), 5e-7);
        assertEquals(
                .724077, sigmoid.path("reduced").path("mean_over_class").path(2).asDouble(), 5e-7);
        assertEquals(0, sigmoid.path("floor").path("mean").asDouble());
        assertEquals(0, sigmoid.path("non_finite").path("elementwise").asInt());
        var softmax = run.json().path("results").path(1);
        assertEquals("[12]", softmax.path("elementwise_shape").toString());
        assertEquals(.577623, softmax.path("floor").path("mean").asDouble(), 5e-7);
    }

    @Test
    void numbersThatAreNoneAreStrings() throws IOException {
        var run = reading(
                "{\"labels\":[[0,1]],\"logits\":[[\"NaN\",\"-Infinity\"]]}",
                "evaluate",
                "-",
                "--format",
                "json",
                "--reduction",
                "none");
        var result = run.json().path("results").path(0);
        assertEquals(
                "[[\"NaN\",\"Infinity\"]]", result.path("reduced").path("none").toString());
        assertEquals(2, result.path("non_finite").path("logits").asInt());
        assertTrue(run.err().contains("0 in the labels, 2 in the logits"), run.err());
    }

    @Test
    void oneBadFileAmongManyIsOneSentence() throws IOException {
        var text = Files.writeString(folder.resolve("bad.npz"), "no archive").toString();
        var run = run(
                "evaluate",
                text,
                halves(),
                folder.resolve("none.npz").toString(),
                folder.toString(),
                "--format",
                "json");
        assertEquals(3, run.exit());
        assertEquals(2, run.json().path("results").size());
        var lines = run.err().lines().toList();
        assertEquals(3, lines.size(), run.err());
        assertTrue(lines.getFirst().startsWith("lossloupe: " + text + ": "), run.err());
    }

    @Test
    void lossesParametersReductionsAndTypesAreChosen() throws IOException {
        var run = run(
                "evaluate",
                halves(),
                "--loss",
                "softmax_cross_entropy",
                "--axis",
                "position",
                "--reduction",
                "mean",
                "--reduction",
                "torch.sum",
                "--dtype",
                "float32",
                "--format",
                "json");
        var result = run.json().path("results").path(0);
        assertEquals(1, run.json().path("results").size());
        assertEquals("position", result.path("params").path("axis").asText());
        assertEquals("[4]", result.path("elementwise_shape").toString());
        assertEquals("float32", result.path("dtype").asText());
        assertEquals(2, result.path("reduced").size());
    }

    @Test
    void wrongUsageIsSaidAndComputesNothing() throws IOException {
        var file = halves();
        for (var args : List.of(
                List.of("evaluate"),
                List.of("evaluate", file, "--loss", "nonsense"),
                List.of("evaluate", file, "--reduction", "nonsense"),
                List.of("evaluate", file, "--param", "k=v", "--loss", "sigmoid_cross_entropy"),
                List.of("evaluate", file, "--axis", "time"),
                List.of("evaluate", file, "--dtype", "float16"),
                List.of("evaluate", file, "--data-format", "NCL"),
                List.of("evaluate", file, "--format", "xml"),
                List.of("evaluate", file, "--labels", file),
                List.of("evaluate", "-", "-"),
                List.of("evaluate", file, file, "--save", folder.toString()),
                List.of("evaluate", "--nonsense"),
                List.of("typo"),
                List.of("screenshot"),
                List.of("screenshot", "-o", "a.png", "--size", "big"),
                List.of("screenshot", "-o", "a.png", "--scale", "100"),
                List.of("screenshot", "-o", "a.png", "--from", "9", "--to", "4"),
                List.of("screenshot", "-o", "a.png", "--theme", "blue"))) {
            var run = run(args.toArray(String[]::new));
            assertEquals(2, run.exit(), args + run.err());
            assertEquals(1, run.err().lines().count(), args + run.err());
            assertTrue(run.err().startsWith("lossloupe: "), run.err());
        }
        assertTrue(desktop.pictures.isEmpty());
    }

    @Test
    void moreClassesThanTheWindowShowsAreNoPicture() throws IOException {
        var file = npz("many.npz", new int[] {2, 5000}, "labels", "logits");
        var run = run("screenshot", file, "--data-format", "channels_last", "-o", "a.png");
        assertEquals(2, run.exit(), run.err());
        assertTrue(run.err().contains("5000 classes"), run.err());
        assertTrue(desktop.pictures.isEmpty());
        assertEquals(0, run("evaluate", file, "--data-format", "channels_last").exit());
    }

    @Test
    void aPictureOfBadDataNamesTheDataAndNotThePicture() throws IOException {
        var labels = folder.resolve("absent.npy").toString();
        var run = run("screenshot", "--labels", labels, "--logits", halves(), "-o", "picture.png");
        assertEquals(3, run.exit(), run.err());
        assertTrue(run.err().startsWith("lossloupe: " + labels), run.err());
    }

    @Test
    void savedArraysHaveTheLayoutAndTypeOfTheInput() throws IOException, BadFileException {
        var file = npz("two.npz", new int[] {2, 3, 5}, "labels", "logits");
        var run = run("evaluate", file, "--save", folder.resolve("out").toString(), "--reduction", "mean");
        assertEquals(0, run.exit(), run.err());
        var sigmoid = ArraySource.read(folder.resolve("out/two.sigmoid_cross_entropy.npz"));
        assertArrayEquals(
                new int[] {2, 3, 5}, sigmoid.named("elementwise").orElseThrow().shape());
        double x = Math.sin(7);
        assertEquals(
                Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))),
                sigmoid.named("elementwise").orElseThrow().at(7),
                1e-15);
        double p = 1 / (1 + Math.exp(-x));
        assertEquals(p, sigmoid.named("probabilities").orElseThrow().at(7), 1e-15);
        assertEquals(p / 30, sigmoid.named("gradient_of_mean").orElseThrow().at(7), 1e-15);
        assertEquals(p, sigmoid.named("gradient_of_sum").orElseThrow().at(7), 1e-15);
        var softmax = ArraySource.read(folder.resolve("out/two.softmax_cross_entropy.npz"));
        assertArrayEquals(
                new int[] {2, 5}, softmax.named("elementwise").orElseThrow().shape());
        assertArrayEquals(
                new int[] {2, 3, 5},
                softmax.named("gradient_of_mean").orElseThrow().shape());
    }

    @Test
    void whatCannotBeWrittenEndsWithFour() throws IOException {
        var run = run(
                "evaluate",
                halves(),
                "--save",
                Files.writeString(folder.resolve("file"), "").toString());
        assertEquals(4, run.exit());
        assertTrue(run.err().contains("file is a file and no folder"), run.err());
        assertFalse(run.err().contains("Exception"), run.err());
    }

    @Test
    void theLayoutIsSaidWhereItWasGuessedAndObeyedWhereItWasStated() throws IOException {
        var file = npz("last.npz", new int[] {400, 3}, "labels", "logits");
        var guessed = run("evaluate", file, "--format", "json");
        assertEquals(
                "channels_last",
                guessed.json().path("results").path(0).path("data_format").asText());
        assertTrue(guessed.err().contains("[l, n] = [400, 3]"), guessed.err());
        var stated = run("evaluate", file, "--format", "json", "--data-format", "channels_first");
        assertEquals(
                "channels_first",
                stated.json().path("results").path(0).path("data_format").asText());
        assertEquals("", stated.err());
    }

    @Test
    void classIndicesAreSaid() {
        var run = reading("{\"labels\":[0,1,1],\"logits\":[[1,2,3],[3,2,1]]}", "evaluate", "-");
        assertEquals(0, run.exit());
        assertTrue(run.err().contains("one-hot"), run.err());
    }

    @Test
    void partsComeFromFilesOfTheirOwnAndMembersOfArchives() throws IOException {
        var file = npz("parts.npz", new int[] {3, 4}, "a", "y", "b");
        var run = run("evaluate", "--labels", file + ":y", "--logits", file + ":b", "--format", "json");
        assertEquals(
                file + ":b", run.json().path("results").path(0).path("file").asText());
        var named = run("evaluate", "--labels", file, "--logits", file + ":b");
        assertEquals(0, named.exit(), named.err());
        var missing = run("evaluate", "--labels", file + ":z", "--logits", file + ":b");
        assertEquals(3, missing.exit());
        var unclear = run("evaluate", "--labels", file + ":y", "--weights", file, "--logits", file + ":b");
        assertEquals(3, unclear.exit(), unclear.err());
        assertTrue(unclear.err().contains("bundle.npz:name"), unclear.err());
    }

    @Test
    void twoThatCouldServeAreListed() throws IOException {
        var run = run("evaluate", npz("two.npz", new int[] {3, 4}, "labels", "y", "logits"));
        assertEquals(3, run.exit());
        assertTrue(run.err().contains("labels [3, 4], y [3, 4]"), run.err());
    }

    @Test
    void twoOfOneNameAreListedWithTheirFiles() throws IOException {
        var a = npz("a.npz", new int[] {3, 4}, "labels", "logits");
        var b = folder.resolve("b.json");
        Files.writeString(b, "{\"labels\": [[1,1,1,1],[0,0,0,0],[1,0,1,0]]}");
        var run = run("evaluate", a, "--with", b.toString());
        assertEquals(3, run.exit());
        assertTrue(run.err().contains("a.npz:labels [3, 4]"), run.err());
        assertTrue(run.err().contains("b.json:labels [3, 4]"), run.err());
        var chosen = run("evaluate", "--logits", a + ":logits", "--labels", b + ":labels");
        assertEquals(0, chosen.exit(), chosen.err());
    }

    @Test
    void missingLabelsOrLogitsAreNamed() throws IOException {
        assertTrue(run("evaluate", npz("a.npz", new int[] {3, 4}, "logits"))
                .err()
                .contains("holds no labels"));
        assertTrue(run("evaluate", npz("b.npz", new int[] {3, 4}, "labels"))
                .err()
                .contains("holds no logits"));
    }

    @Test
    void weightsScaleAndAreRefusedWhereTheyDoNotFit() throws IOException {
        var unit = "{\"labels\":[[0,1]],\"logits\":[[0,0]],\"weights\":%s}";
        var run = reading(
                unit.formatted("[3,0]"), "evaluate", "-", "--loss", "sigmoid_cross_entropy", "--format", "json");
        var reduced = run.json().path("results").path(0).path("reduced");
        assertEquals(
                3 * Math.log(2), reduced.path("exact.SUM_BY_NONZERO_WEIGHTS").asDouble(), 1e-15);
        assertEquals(Math.log(2), reduced.path("exact.MEAN").asDouble(), 1e-15);
        var one =
                reading(unit.formatted("2.5"), "evaluate", "-", "--loss", "sigmoid_cross_entropy", "--format", "json");
        assertEquals(
                5 * Math.log(2),
                one.json().path("results").path(0).path("reduced").path("sum").asDouble(),
                1e-15);
        var wrong = reading(unit.formatted("[3,0,1]"), "evaluate", "-", "--loss", "sigmoid_cross_entropy");
        assertEquals(3, wrong.exit());
        assertTrue(wrong.err().contains("broadcast"), wrong.err());
    }

    @Test
    void aFileThatWeightsPerClassDoNotFitLeavesTheOthersEvaluated() throws IOException {
        var two = npz("two.npz", new int[] {2, 4}, "labels", "logits");
        var three = npz("three.npz", new int[] {3, 4}, "labels", "logits");
        for (var files : List.of(List.of(two, three), List.of(three, two))) {
            var run = run(
                    "evaluate",
                    files.get(0),
                    files.get(1),
                    "--loss",
                    "sigmoid_cross_entropy",
                    "--param",
                    "pos_weight=1,2,3",
                    "--data-format",
                    "channels_first",
                    "--format",
                    "json");
            assertEquals(3, run.exit(), run.err());
            assertTrue(run.err().contains("two.npz") && run.err().contains("there are 2 classes"), run.err());
            var results = run.json().path("results");
            assertEquals(1, results.size(), run.out());
            assertTrue(results.path(0).path("file").asText().endsWith("three.npz"), run.out());
        }
    }

    @Test
    void aReductionThatDoesNotApplyIsSaid() throws IOException {
        var run = run(
                "evaluate",
                halves(),
                "--loss",
                "softmax_cross_entropy",
                "--reduction",
                "mean_over_class",
                "--format",
                "json");
        assertEquals(0, run.exit());
        assertTrue(run.err().contains("mean_over_class does not apply"), run.err());
        assertEquals(0, run.json().path("results").path(0).path("reduced").size());
    }

    @Test
    void sampleWeightsOfKerasFitKerasAlone() throws IOException {
        var data = "{\"labels\":[[[0,1,1],[1,0,0]]],\"logits\":[[[0.0,1.5,2],[3,4,5]]],\"weights\":[[1,3]]}";
        var reduced = reading(data, "evaluate", "-", "--loss", "sigmoid_cross_entropy", "--format", "json")
                .json()
                .path("results")
                .path(0)
                .path("reduced");
        assertEquals(4, reduced.size(), reduced.toString());
        assertTrue(reduced.path("keras.mean_with_sample_weight").isNumber(), reduced.toString());
    }

    @Test
    void sessionsBringTheirLayoutAndLosses() throws IOException {
        var file = folder.resolve("s.lossloupe");
        var seed = Samples.seed();
        SessionFile.write(
                seed.withSetup(
                        seed.setup().swapped().withFormat(seed.setup().format().other())),
                file);
        var results =
                run("evaluate", file.toString(), "--format", "json").json().path("results");
        assertEquals("softmax_cross_entropy", results.path(0).path("loss").asText());
        assertEquals("[12,4]", results.path(0).path("shape").toString());
    }

    @Test
    void csvHasARowPerNumber() throws IOException {
        var lines = run("evaluate", halves(), "--format", "csv", "--reduction", "mean_over_position")
                .out()
                .lines()
                .toList();
        assertEquals("file,loss,params,data_format,dtype,shape,quantity,index,value", lines.getFirst());
        assertTrue(
                lines.get(1).contains(",sigmoid_cross_entropy,,channels_first,float64,4 12,mean_over_position,0,0.89"),
                lines.get(1));
    }

    @Test
    void tableIsReadable() throws IOException {
        var out = run("evaluate", halves(), "--reduction", "mean").out();
        assertTrue(out.contains("sigmoid_cross_entropy"), out);
        assertTrue(out.contains("mean  "), out);
        assertFalse(out.contains("exact"), out);
    }

    @Test
    void messagesComeInJapaneseToo() {
        assertTrue(run("evaluate", "--lang", "ja").err().contains("指定してください"));
    }

    @Test
    void picturesAreAskedForWithAllTheirOptions() throws IOException {
        var run = run(
                "screenshot",
                halves(),
                "-o",
                "o.png",
                "--size",
                "800x600",
                "--scale",
                "2",
                "--theme",
                "dark",
                "--lang",
                "ja",
                "--loss",
                "softmax_cross_entropy",
                "--compare",
                "sigmoid_cross_entropy",
                "--track",
                "gradientA",
                "--from",
                "2",
                "--to",
                "9");
        assertEquals(0, run.exit(), run.err());
        var request = desktop.pictures.getFirst();
        assertEquals(800, request.width());
        assertEquals(2, request.scale());
        assertEquals(PictureRequest.Theme.DARK, request.theme());
        assertEquals("ja", request.locale().getLanguage());
        assertEquals(List.of("gradientA"), request.tracks());
        assertEquals(2, request.from());
        assertEquals(9, request.to());
        assertEquals("softmax_cross_entropy", request.document().setup().a().id());
        assertEquals("halves", request.document().name());
    }

    @Test
    void aPictureWithoutAFileShowsTheExampleInTheLayoutStated() {
        run("screenshot", "-o", "o.png", "--data-format", "channels_last");
        var request = desktop.pictures.getFirst();
        assertEquals("[12, 4]", request.document().layout().text());
        assertEquals(-1, request.from());
    }

    @Test
    void versionIsThatOfThePom() throws IOException {
        var pom = Files.readString(Path.of("pom.xml"));
        assertTrue(pom.contains("<version>" + Cli.VERSION + "</version>"));
        assertEquals("lossloupe " + Cli.VERSION + "\n", run("--version").out());
    }

    @Test
    void helpNamesEveryCommandAndGoesToStandardOutput() {
        var run = run("--help");
        assertEquals(0, run.exit());
        assertTrue(run.out().contains("evaluate") && run.out().contains("screenshot"), run.out());
        assertEquals("", run.err());
    }
}
