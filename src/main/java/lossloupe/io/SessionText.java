package lossloupe.io;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Function;
import lossloupe.document.ClassInfo;
import lossloupe.document.Document;
import lossloupe.document.Example;
import lossloupe.document.LabelMode;
import lossloupe.document.LossChoice;
import lossloupe.document.LossSetup;
import lossloupe.loss.Losses;
import lossloupe.reduce.Reduction;
import lossloupe.reduce.WeightGrid;
import lossloupe.tensor.Batching;
import lossloupe.tensor.DType;
import lossloupe.tensor.DataFormat;
import lossloupe.tensor.Layout;
import lossloupe.tensor.Plane;

/// The description of a session, as a tree. Every value is checked, for a person may have edited it; keys that are
/// missing have their defaults, keys that are not known are passed over.
record SessionText(JsonNode tree) {
    private static final int VERSION = 1;

    static ObjectNode of(Document document) {
        var tree = JsonNodeFactory.instance.objectNode();
        tree.put("format", "lossloupe-session");
        tree.put("version", VERSION);
        tree.put("name", document.name());
        tree.put("batching", id(document.batching()));
        var classes = tree.putArray("classes");
        for (var info : document.classes()) {
            classes.addObject().put("name", info.name()).put("colour", String.format(Locale.ROOT, "#%06X", info.rgb()));
        }
        var setup = tree.putObject("setup");
        setup.set("a", choice(document.setup().a()));
        setup.set("b", choice(document.setup().b()));
        setup.put("reduction", document.setup().reduction());
        setup.put("data_format", document.setup().format().id());
        setup.put("dtype", document.setup().dtype().id());
        setup.put("label_mode", id(document.setup().labelMode()));
        var storage = tree.putObject("storage");
        storage.set("series", types(document, e -> List.of(e.series())));
        storage.set("labels", types(document, Example::labels));
        storage.set("logits", types(document, Example::logits));
        return tree;
    }

    /// The document that `arrays` are the numbers of.
    Document document(ArraySet arrays) throws BadFileException {
        checkVersion();
        var setup = setup();
        var grids = new ArrayList<ArrayData>();
        for (var name : List.of("logits", "labels", "series")) {
            grids.add(arrays.named(name).orElseThrow(() -> BadFileException.of("error.session.member", name)));
        }
        var plan = ImportPlan.propose(grids, List.of(), setup.format());
        int rank = batching() == Batching.BATCHED ? 3 : 2;
        for (var item : plan.items()) {
            if (item.rank() != (item.array().name().equals("series") ? 2 : rank)) {
                throw BadFileException.of(
                        "error.session.shape", item.array().name(), item.array().shapeText());
            }
        }
        var read = plan.toDocument(setup);
        return document(stored(read.examples()), weights(arrays, new Layout(read.shape(), setup.format())));
    }

    /// The document of these numbers.
    Document document(List<Example> examples, WeightGrid weights) throws BadFileException {
        checkVersion();
        return new Document(
                tree.path("name").asText(""),
                classes(examples.getFirst().labels().size()),
                examples,
                batching(),
                setup(),
                weights);
    }

    private void checkVersion() throws BadFileException {
        int version = tree.path("version").asInt(0);
        if (version != VERSION) {
            throw BadFileException.of(
                    "error.session.version", tree.path("version").asText("–"), VERSION);
        }
    }

    private Batching batching() throws BadFileException {
        return constant(Batching.class, tree.path("batching"), Batching.UNBATCHED, "batching");
    }

    /// Weights have the rank of the grids, and length 1 along the axes where they do not differ.
    private static WeightGrid weights(ArraySet arrays, Layout layout) throws BadFileException {
        var array = arrays.named("weights");
        if (array.isEmpty()) {
            return WeightGrid.none();
        }
        var given = array.get();
        var axes = layout.format().axes();
        var own = axes.subList(Math.max(0, axes.size() - given.rank()), axes.size());
        if (!WeightArrays.fits(given, own, layout.shape())) {
            throw BadFileException.of("error.session.shape", given.name(), given.shapeText());
        }
        return WeightArrays.grid(given, own, layout.shape());
    }

    private LossSetup setup() throws BadFileException {
        var node = tree.path("setup");
        var base = LossSetup.DEFAULT;
        var reduction = node.path("reduction").asText(base.reduction());
        try {
            Reduction.of(reduction);
        } catch (IllegalArgumentException e) {
            throw unknown("reduction", reduction);
        }
        return new LossSetup(
                choice(node.path("a"), base.a()),
                choice(node.path("b"), base.b()),
                reduction,
                format(node.path("data_format").asText(base.format().id())),
                dtype(node.path("dtype").asText(base.dtype().id())),
                constant(LabelMode.class, node.path("label_mode"), base.labelMode(), "label_mode"));
    }

    private List<ClassInfo> classes(int count) throws BadFileException {
        var result = new ArrayList<ClassInfo>();
        for (int c = 0; c < count; c++) {
            var node = tree.path("classes").path(c);
            var usual = ClassInfo.numbered(c);
            result.add(new ClassInfo(node.path("name").asText(usual.name()), colour(node.path("colour"), usual.rgb())));
        }
        return result;
    }

    private static int colour(JsonNode node, int usual) throws BadFileException {
        if (node.isMissingNode()) {
            return usual;
        }
        var text = node.asText();
        if (!text.matches("#[0-9A-Fa-f]{6}")) {
            throw unknown("colour", text);
        }
        return Integer.parseInt(text.substring(1), 16);
    }

    /// Planes in the types they had. A person may have changed the numbers in between: a type that cannot hold them
    /// is passed over.
    private List<Example> stored(List<Example> examples) throws BadFileException {
        var result = new ArrayList<Example>();
        var storage = tree.path("storage");
        for (int e = 0; e < examples.size(); e++) {
            var example = examples.get(e);
            result.add(new Example(
                    stored(example.series(), storage.path("series").path(e).path(0)),
                    stored(example.labels(), storage.path("labels").path(e)),
                    stored(example.logits(), storage.path("logits").path(e))));
        }
        return result;
    }

    private static List<Plane> stored(List<Plane> planes, JsonNode types) throws BadFileException {
        var result = new ArrayList<Plane>();
        for (int c = 0; c < planes.size(); c++) {
            result.add(stored(planes.get(c), types.path(c)));
        }
        return result;
    }

    private static Plane stored(Plane plane, JsonNode type) throws BadFileException {
        if (type.isMissingNode()) {
            return plane;
        }
        var wanted = dtype(type.asText());
        for (int p = 0; p < plane.length(); p++) {
            if (!wanted.holds(plane.get(p))) {
                return plane;
            }
        }
        return plane.as(wanted);
    }

    private static JsonNode types(Document document, Function<Example, List<Plane>> planes) {
        var all = JsonNodeFactory.instance.arrayNode();
        for (var example : document.examples()) {
            var row = all.addArray();
            planes.apply(example).forEach(p -> row.add(p.dtype().id()));
        }
        return all;
    }

    private static ObjectNode choice(LossChoice choice) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("loss", choice.id());
        var params = node.putObject("params");
        choice.params().forEach(params::put);
        return node;
    }

    private static LossChoice choice(JsonNode node, LossChoice usual) throws BadFileException {
        if (node.isMissingNode()) {
            return usual;
        }
        var params = new TreeMap<String, String>();
        node.path("params")
                .properties()
                .forEach(p -> params.put(p.getKey(), p.getValue().asText()));
        var choice = new LossChoice(node.path("loss").asText(), params);
        try {
            Losses.of(choice.id(), choice.params());
        } catch (IllegalArgumentException e) {
            throw unknown("loss", choice.id() + choice.params());
        }
        return choice;
    }

    private static DataFormat format(String id) throws BadFileException {
        return Arrays.stream(DataFormat.values())
                .filter(f -> f.id().equals(id))
                .findFirst()
                .orElseThrow(() -> unknown("data_format", id));
    }

    private static DType dtype(String id) throws BadFileException {
        return Arrays.stream(DType.values())
                .filter(t -> t.id().equals(id))
                .findFirst()
                .orElseThrow(() -> unknown("dtype", id));
    }

    private static <E extends Enum<E>> E constant(Class<E> type, JsonNode node, E usual, String key)
            throws BadFileException {
        if (node.isMissingNode()) {
            return usual;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(c -> id(c).equals(node.asText()))
                .findFirst()
                .orElseThrow(() -> unknown(key, node.asText()));
    }

    private static BadFileException unknown(String key, String value) {
        return BadFileException.of("error.session.value", key, value);
    }

    private static String id(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
