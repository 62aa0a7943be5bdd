package lossloupe.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lossloupe.io.ImportPlan.Role;
import lossloupe.tensor.DataFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Which data a command works on.
final class InputOptions {
    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description =
                    "npz, lossloupe, csv, tsv or json with labels and logits, and weights if any; - is standard input."
                            + " Series may be wav, labels runs (start,end,class) or Audacity labels")
    List<String> files = new ArrayList<>();

    @Option(names = "--labels", paramLabel = "F", description = "labels in a file of their own, or bundle.npz:name")
    @Nullable
    String labels;

    @Option(names = "--logits", paramLabel = "F", description = "logits likewise")
    @Nullable
    String logits;

    @Option(names = "--series", paramLabel = "F", description = "series likewise")
    @Nullable
    String series;

    @Option(names = "--weights", paramLabel = "F", description = "weights likewise, broadcast against the loss")
    @Nullable
    String weights;

    @Option(
            names = "--data-format",
            paramLabel = "F",
            description = "what the arrays are: channels_first or channels_last (default: channels_first, unless sizes"
                    + " or contents plainly say otherwise, which is then reported)")
    @Nullable
    String dataFormat;

    @Mixin
    Companions companions = new Companions();

    /// The inputs, each a set of arrays that belong together.
    List<Input> inputs() throws UsageException {
        companions.check();
        var byRole = byRole();
        if (!byRole.isEmpty() && !files.isEmpty()) {
            throw new UsageException("cli.filesAndOptions");
        }
        var inputs = byRole.isEmpty()
                ? files.stream().map(f -> (Input) new Input.File(f)).toList()
                : List.<Input>of(new Input.Parts(byRole));
        if (Stream.concat(inputs.stream().flatMap(i -> i.sources().stream()), companions.with.stream())
                        .filter("-"::equals)
                        .count()
                > 1) {
            throw new UsageException("cli.stdinTwice");
        }
        return inputs;
    }

    @Nullable
    DataFormat stated() throws UsageException {
        return dataFormat == null
                ? null
                : Common.word(DataFormat.values(), DataFormat::id, "--data-format", dataFormat);
    }

    private Map<Role, String> byRole() {
        var map = new EnumMap<Role, String>(Role.class);
        put(map, Role.LABELS, labels);
        put(map, Role.LOGITS, logits);
        put(map, Role.SERIES, series);
        put(map, Role.WEIGHTS, weights);
        return map;
    }

    private static void put(Map<Role, String> map, Role role, @Nullable String source) {
        if (source != null) {
            map.put(role, source);
        }
    }
}
