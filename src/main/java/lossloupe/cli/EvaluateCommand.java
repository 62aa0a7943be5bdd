package lossloupe.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import lossloupe.compute.LossEngine;
import lossloupe.compute.LossResult;
import lossloupe.compute.Pass;
import lossloupe.document.Document;
import lossloupe.document.LossChoice;
import lossloupe.io.BadFileException;
import lossloupe.io.ImportPlan.Role;
import lossloupe.io.ImportPlan.Said;
import lossloupe.reduce.Reduction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Numbers of losses for any number of files. A bad file is one sentence; the others are evaluated all the same.
@Command(
        name = "evaluate",
        description = "Losses, reductions and gradients of each file.",
        sortOptions = false,
        usageHelpAutoWidth = true)
final class EvaluateCommand implements Callable<Integer> {
    /// Reductions that return more numbers than this are written only if they are asked for.
    private static final long MOST_NUMBERS = 1000;

    private final Console console;

    @Mixin
    InputOptions input = new InputOptions();

    @Mixin
    LossOptions loss = new LossOptions();

    @Option(names = "--format", paramLabel = "table|json|csv", description = "how results are written (default table)")
    ResultFormat.Kind format = ResultFormat.Kind.table;

    @Option(
            names = "--save",
            paramLabel = "DIR",
            description = "write DIR/<stem>.<loss>.npz with elementwise, probabilities and gradients of mean and sum")
    @Nullable
    Path save;

    @Mixin
    Common common = new Common();

    EvaluateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try {
            return evaluate();
        } catch (UsageException e) {
            console.say(common.words(e.said()));
            return Exit.USAGE;
        }
    }

    private int evaluate() throws UsageException {
        var inputs = input.inputs();
        var reader =
                new DatasetReader(input.stated(), EnumSet.of(Role.LABELS, Role.LOGITS), console.in(), input.companions);
        loss.check();
        checkNames(inputs);
        if (inputs.isEmpty()) {
            throw new UsageException("cli.noInput");
        }
        int exit = Exit.DONE;
        var results = ResultFormat.of(format);
        results.begin(console.out());
        for (var one : inputs) {
            exit = Math.max(exit, evaluate(one, reader, results));
        }
        results.end(console.out());
        return console.out().checkError() ? Exit.NOT_WRITTEN : exit;
    }

    private int evaluate(Input one, DatasetReader reader, ResultFormat results) throws UsageException {
        try {
            var data = reader.read(one);
            data.remarks().forEach(r -> say(one, r));
            return evaluate(one, data, results);
        } catch (BadFileException e) {
            console.say(common.words(one.name(), e));
            return Exit.BAD_DATA;
        }
    }

    private void sayNonFinite(Input one, LossResult result) {
        var found = result.nonFinite();
        if (found.labels() + found.logits() > 0) {
            say(one, Said.of("cli.nonFinite", found.labels(), found.logits()));
        }
    }

    /// Weights that do not fit a loss are said; they are an error where that loss was asked for, or where they fit
    /// none.
    private int evaluate(Input one, Dataset data, ResultFormat results) throws UsageException {
        int exit = Exit.DONE;
        boolean any = false;
        boolean all = true;
        for (var choice : loss.choices(data.document().setup())) {
            var setup = data.document().setup();
            var document = data.toEvaluate()
                    .withSetup(setup.withA(choice).withB(choice).withDType(loss.dtype(setup)));
            var misfit = misfit(choice, document);
            if (misfit != null) {
                say(one, Said.of("cli.said", misfit));
                exit = Math.max(exit, Exit.BAD_DATA);
                continue;
            }
            var pass = Pass.PLAIN.with(data.weights());
            var result = new LossEngine().evaluate(document, null, pass).a();
            var reductions = reductions(one, result);
            if (reductions.isEmpty() && !result.weights().fits(result, result.axes())) {
                all = false;
                say(one, Said.of("cli.weights", choice.id(), Arrays.toString(result.elementwiseShape())));
            } else {
                if (result.weights().isNone() && !document.weights().isNone()) {
                    say(one, Said.of("cli.weights", choice.id(), Arrays.toString(result.elementwiseShape())));
                }
                if (!any) {
                    sayNonFinite(one, result);
                }
                any = true;
                results.write(Evaluated.of(one.name(), document, result, reductions), console.out());
                exit = Math.max(exit, saved(one, document, result));
            }
        }
        boolean asked = loss.areAsked();
        return (asked && all) || (!asked && any) ? exit : Exit.BAD_DATA;
    }

    /// Why the parameters do not go with what a file holds. That is the file's matter: the others are evaluated.
    private static @Nullable String misfit(LossChoice choice, Document document) {
        try {
            choice.lossFor(document.shape());
            return null;
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private int saved(Input one, Document document, LossResult result) {
        if (save == null) {
            return Exit.DONE;
        }
        if (!result.weights().fits(result, result.axes())) {
            say(one, Said.of("cli.weights", result.info().id(), Arrays.toString(result.elementwiseShape())));
            return Exit.BAD_DATA;
        }
        try {
            new SavedArrays(result, document.layout().axes()).write(save, one.stem());
            return Exit.DONE;
        } catch (IOException e) {
            console.say(common.words(save, e));
            return Exit.NOT_WRITTEN;
        }
    }

    /// The reductions to write, without those that the weights do not fit: Keras broadcasts them against fewer
    /// axes.
    private List<Reduction> reductions(Input one, LossResult result) throws UsageException {
        var asked = loss.reductions();
        for (var reduction : asked) {
            if (!reduction.appliesTo(result)) {
                say(
                        one,
                        Said.of(
                                "cli.doesNotApply",
                                reduction.id(),
                                result.info().id(),
                                Arrays.toString(result.elementwiseShape())));
            }
        }
        return Arrays.stream(Reduction.values())
                .filter(result::takes)
                .filter(r -> asked.isEmpty() ? isShort(r, result) : asked.contains(r))
                .toList();
    }

    private void say(Input one, Said said) {
        console.say(one.name() + ": " + common.words(said));
    }

    private static boolean isShort(Reduction reduction, LossResult result) {
        return reduction.isScalar() || result.count(reduction.axesLeft(result)) <= MOST_NUMBERS;
    }

    private void checkNames(List<Input> inputs) throws UsageException {
        var seen = new HashSet<String>();
        for (var one : inputs) {
            if (save != null && !seen.add(one.stem())) {
                throw new UsageException("cli.sameStem", one.stem());
            }
        }
    }
}
