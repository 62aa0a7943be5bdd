package lossloupe.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import lossloupe.compute.Evaluation;
import lossloupe.compute.LossEngine;
import lossloupe.compute.LossResult;
import lossloupe.compute.Pass;
import lossloupe.document.LossChoice;
import lossloupe.export.snippet.Framework;
import lossloupe.export.snippet.Snippet;
import lossloupe.export.snippet.SnippetData;
import lossloupe.export.snippet.SnippetFile;
import lossloupe.io.BadFileException;
import lossloupe.io.ImportPlan.Role;
import lossloupe.io.ImportPlan.Said;
import lossloupe.reduce.Reduction;
import lossloupe.reduce.Weights;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// A program of another framework that asserts the numbers of `evaluate`.
@Command(
        name = "snippet",
        description = "Python code that computes the losses of a file in a framework and asserts their numbers.",
        sortOptions = false,
        usageHelpAutoWidth = true)
final class SnippetCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    InputOptions input = new InputOptions();

    @Option(
            names = "--framework",
            paramLabel = "F",
            description = "numpy, tensorflow, tf1, keras, pytorch or jax (default numpy)")
    String framework = "numpy";

    @Mixin
    LossOptions loss = new LossOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT.py",
            description = "the file (default: standard output); many numbers go to OUT.npz beside it")
    @Nullable
    Path output;

    @Mixin
    Common common = new Common();

    SnippetCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try {
            return write();
        } catch (UsageException e) {
            console.say(common.words(e.said()));
            return Exit.USAGE;
        } catch (IOException e) {
            console.say(common.words(Objects.requireNonNull(output), e));
            return Exit.NOT_WRITTEN;
        }
    }

    private int write() throws UsageException, IOException {
        var target = Common.word(Framework.values(), Framework::id, "--framework", framework);
        loss.check();
        var inputs = input.inputs();
        if (inputs.isEmpty()) {
            throw new UsageException("cli.noInput");
        }
        if (inputs.size() > 1) {
            throw new UsageException("snippet.oneFile");
        }
        var one = inputs.getFirst();
        try {
            var data = new DatasetReader(
                            input.stated(), EnumSet.of(Role.LABELS, Role.LOGITS), console.in(), input.companions)
                    .read(one);
            data.remarks().forEach(r -> say(one, r));
            return write(one, data, target);
        } catch (BadFileException e) {
            console.say(common.words(one.name(), e));
            return Exit.BAD_DATA;
        }
    }

    private int write(Input one, Dataset data, Framework target) throws UsageException, IOException {
        var evaluations = new ArrayList<Evaluation>();
        var setup = data.document().setup();
        for (var choice : loss.choices(setup)) {
            try {
                evaluations.add(evaluated(data, choice));
            } catch (IllegalArgumentException e) {
                say(one, Said.of("cli.said", String.valueOf(e.getMessage())));
                return Exit.BAD_DATA;
            }
        }
        var asked = loss.reductions();
        var reductions = asked.isEmpty() ? Snippet.usual(data.document()) : asked;
        for (var evaluation : evaluations) {
            if (reductions.stream().noneMatch(evaluation.a()::takes)) {
                say(one, misfit(evaluation.a(), reductions));
                return Exit.BAD_DATA;
            }
        }
        return write(evaluations, new Program(target, one.stem(), reductions, data.weights()));
    }

    /// What the code is for, before it is known where its data are.
    private record Program(Framework framework, String stem, List<Reduction> reductions, Weights weights) {
        Program {
            reductions = List.copyOf(reductions);
        }
    }

    private int write(List<Evaluation> evaluations, Program program) throws UsageException, IOException {
        var document = evaluations.getFirst().document().named(program.stem);
        var results = evaluations.stream().map(Evaluation::a).toList();
        var snippet = new Snippet(program.framework, document, results, program.reductions, "");
        if (output != null) {
            SnippetFile.write(snippet, evaluations.getFirst(), program.weights, output);
            return Exit.DONE;
        }
        if (SnippetData.isLarge(document)) {
            throw new UsageException("snippet.needsFile", document.shape().size());
        }
        console.out().print(snippet.text());
        return console.out().checkError() ? Exit.NOT_WRITTEN : Exit.DONE;
    }

    private Evaluation evaluated(Dataset data, LossChoice choice) throws UsageException {
        var setup = data.document().setup();
        choice.lossFor(data.document().shape());
        var document =
                data.toEvaluate().withSetup(setup.withA(choice).withB(choice).withDType(loss.dtype(setup)));
        return new LossEngine().evaluate(document, null, Pass.PLAIN.with(data.weights()));
    }

    private static Said misfit(LossResult result, List<Reduction> reductions) {
        var shape = Arrays.toString(result.elementwiseShape());
        return result.weights().fits(result, result.axes())
                ? Said.of(
                        "cli.doesNotApply",
                        reductions.getFirst().id(),
                        result.info().id(),
                        shape)
                : Said.of("cli.weights", result.info().id(), shape);
    }

    private void say(Input one, Said said) {
        console.say(one.name() + ": " + common.words(said));
    }
}
