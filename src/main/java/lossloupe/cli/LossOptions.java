package lossloupe.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lossloupe.document.LossChoice;
import lossloupe.document.LossSetup;
import lossloupe.loss.LossInfo;
import lossloupe.loss.Losses;
import lossloupe.loss.Param;
import lossloupe.reduce.Reduction;
import lossloupe.tensor.DType;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which losses and reductions are computed, and how.
final class LossOptions {
    @Option(
            names = "--loss",
            paramLabel = "ID",
            description = "a loss (repeatable; default: sigmoid and softmax cross-entropy, or the two of a session)")
    List<String> losses = new ArrayList<>();

    @Option(names = "--param", paramLabel = "k=v", description = "a parameter of every loss that has it (repeatable)")
    Map<String, String> params = new LinkedHashMap<>();

    @Option(names = "--axis", paramLabel = "class|position", description = "the axis that softmax runs over")
    @Nullable
    String axis;

    @Option(
            names = "--reduction",
            paramLabel = "ID",
            description = "a reduction (repeatable; default of evaluate: all that apply and give at most 1000 numbers,"
                    + " of snippet: none and mean, or that of a session)")
    List<String> reductions = new ArrayList<>();

    @Option(
            names = "--dtype",
            paramLabel = "T",
            description = "float64 or float32, which losses are computed in (default: that of the logits)")
    @Nullable
    String dtype;

    /// The losses with the parameters that apply to each.
    List<LossChoice> choices(LossSetup setup) throws UsageException {
        var given = new LinkedHashMap<>(params);
        if (axis != null) {
            given.put("axis", axis);
        }
        var chosen = losses.isEmpty()
                ? List.of(setup.a(), setup.b())
                : losses.stream().map(LossChoice::of).toList();
        var unused = new ArrayList<>(given.keySet());
        var result = new ArrayList<LossChoice>();
        for (var choice : chosen) {
            try {
                var merged = new LinkedHashMap<>(choice.params());
                for (var param : Losses.info(choice.id()).params()) {
                    if (given.containsKey(param.id())) {
                        merged.put(param.id(), given.getOrDefault(param.id(), ""));
                        unused.remove(param.id());
                    }
                }
                Losses.of(choice.id(), merged);
                result.add(LossChoice.of(choice.id(), merged));
            } catch (IllegalArgumentException e) {
                throw new UsageException("cli.said", String.valueOf(e.getMessage()));
            }
        }
        if (!unused.isEmpty()) {
            throw new UsageException("cli.param", unused.getFirst(), described(result));
        }
        return result;
    }

    /// Finds what no input could make right, before any is read.
    void check() throws UsageException {
        reductions();
        dtype(LossSetup.DEFAULT);
        if (!losses.isEmpty()) {
            choices(LossSetup.DEFAULT);
        }
    }

    boolean areAsked() {
        return !losses.isEmpty();
    }

    /// The reductions asked for; none where all are wanted.
    List<Reduction> reductions() throws UsageException {
        try {
            return reductions.stream().map(Reduction::of).toList();
        } catch (IllegalArgumentException e) {
            throw new UsageException("cli.said", String.valueOf(e.getMessage()));
        }
    }

    DType dtype(LossSetup setup) throws UsageException {
        return dtype == null
                ? setup.dtype()
                : Common.word(new DType[] {DType.FLOAT64, DType.FLOAT32}, DType::id, "--dtype", dtype);
    }

    private static String described(List<LossChoice> choices) {
        return String.join(
                "; ",
                choices.stream()
                        .map(c -> described(Losses.info(c.id())))
                        .distinct()
                        .toList());
    }

    private static String described(LossInfo info) {
        var names = info.params().stream().map(Param::id).toList();
        return info.id() + ": " + (names.isEmpty() ? "–" : String.join(" ", names));
    }
}
