package lossloupe.cli;

import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import lossloupe.document.LossSetup;
import lossloupe.io.ArrayData;
import lossloupe.io.ArraySet;
import lossloupe.io.ArraySource;
import lossloupe.io.BadFileException;
import lossloupe.io.Gathering;
import lossloupe.io.ImportPlan;
import lossloupe.io.ImportPlan.Item;
import lossloupe.io.ImportPlan.Role;
import lossloupe.io.ImportPlan.Said;
import lossloupe.io.SessionFile;
import lossloupe.io.WeightArrays;
import lossloupe.reduce.Weights;
import lossloupe.tensor.DataFormat;
import org.jspecify.annotations.Nullable;

/// Reads inputs. Without a stated layout it is channels_first unless the numbers plainly say otherwise, and then that
/// is
/// one of the remarks.
///
/// @param needed what must be there; anything else may be missing
/// @param companions read with every input
record DatasetReader(@Nullable DataFormat stated, Set<Role> needed, InputStream in, Companions companions) {
    /// Remarks of an import that matter to someone who reads numbers and not a preview.
    private static final Set<String> WORTH_SAYING = Set.of(
            "import.remark.widened",
            "import.remark.inexact",
            "import.remark.transposed",
            "import.remark.indices",
            "import.remark.indicesOutside",
            "import.remark.labelsOutside");

    Dataset read(Input input) throws BadFileException {
        return switch (input) {
            case Input.File file -> file(file.path());
            case Input.Parts parts -> parts(parts);
        };
    }

    private Dataset file(String path) throws BadFileException {
        if (!path.equals("-") && companions.with.isEmpty() && SessionFile.isSession(path(path))) {
            return new Dataset(SessionFile.read(path(path)), Weights.NONE, List.of());
        }
        var gathering = new Gathering();
        gathering.add(name(path), arrays(path));
        return dataset(gathering);
    }

    private Dataset parts(Input.Parts parts) throws BadFileException {
        var gathering = new Gathering();
        for (var part : parts.paths().entrySet()) {
            var set = arrays(part.getValue());
            boolean runs = part.getKey() == Role.LABELS && !set.runs().isEmpty();
            gathering.add(
                    name(part.getValue()),
                    runs
                            ? set.onlyRuns()
                            : set.only(
                                    single(set, part.getKey(), part.getValue()).named(word(part.getKey()))));
        }
        return dataset(gathering);
    }

    private Dataset dataset(Gathering gathering) throws BadFileException {
        for (var path : companions.with) {
            gathering.add(name(path), arrays(path));
        }
        return dataset(gathering.plan(stated, companions.rate));
    }

    /// The one array of a source, or the one whose name says that it is meant.
    private static ArrayData single(ArraySet set, Role role, String source) throws BadFileException {
        if (set.arrays().size() == 1) {
            return set.arrays().getFirst();
        }
        var plan = ImportPlan.propose(set.arrays(), set.classNames());
        var found = plan.ambiguity().isEmpty() ? plan.only(role) : Optional.<Item>empty();
        return found.orElseThrow(() -> BadFileException.of("cli.member", word(role), names(set.arrays()), source))
                .array();
    }

    private Dataset dataset(ImportPlan plan) throws BadFileException {
        if (plan.ambiguity().isPresent()) {
            throw BadFileException.of(
                    "cli.ambiguous",
                    names(plan.items().stream().map(Item::array).toList()));
        }
        var timing = plan.timing();
        if (timing != null && timing.isGuess()) {
            throw BadFileException.of("cli.rate", timing.runs().name());
        }
        for (var role : List.of(Role.LABELS, Role.LOGITS)) {
            if (needed.contains(role) && plan.only(role).isEmpty()) {
                throw BadFileException.of(
                        "cli.missing." + word(role),
                        names(plan.items().stream().map(Item::array).toList()));
            }
        }
        // Weights that go with no axes of the grid may still go with what a loss returns.
        var fitting = plan.problem() == null ? plan : plan.without(Role.WEIGHTS);
        var document = fitting.toDocument(LossSetup.DEFAULT);
        var remarks = new ArrayList<Said>();
        if (stated == null && plan.format() == DataFormat.CHANNELS_LAST) {
            remarks.add(Said.of(
                    "cli.layout", document.layout().symbols(), document.layout().text()));
        }
        if (timing != null && timing.isAsked() && companions.rate == null) {
            remarks.add(timing.evidence());
        }
        plan.remarks().stream().filter(r -> WORTH_SAYING.contains(r.key())).forEach(remarks::add);
        var weights =
                plan.only(Role.WEIGHTS).map(i -> WeightArrays.raw(i.array())).orElse(Weights.NONE);
        return new Dataset(document, weights, remarks);
    }

    private ArraySet arrays(String path) throws BadFileException {
        return path.equals("-") ? ArraySource.read(in, "stdin") : ArraySource.read(path(path));
    }

    private static String name(String path) throws BadFileException {
        return String.valueOf(path(path).getFileName());
    }

    private static Path path(String text) throws BadFileException {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw BadFileException.of("error.file.missing");
        }
    }

    private static String names(List<ArrayData> arrays) {
        return arrays.isEmpty()
                ? "–"
                : String.join(
                        ", ",
                        arrays.stream().map(a -> a.name() + " " + a.shapeText()).toList());
    }

    private static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
