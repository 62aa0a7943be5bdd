package lossloupe.cli;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import lossloupe.compute.Evaluation;
import lossloupe.doctor.Doctor;
import lossloupe.doctor.Finding;
import lossloupe.doctor.Patient;
import lossloupe.doctor.Patient.Expect;
import lossloupe.doctor.Severity;
import lossloupe.io.BadFileException;
import lossloupe.io.ImportPlan.Role;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What is odd about labels, logits and their layout, of any number of files.
@Command(
        name = "diagnose",
        description = "What is odd about labels, logits and their layout. Exit code 1 if anything is above a note.",
        sortOptions = false,
        usageHelpAutoWidth = true)
final class DiagnoseCommand implements Callable<Integer> {
    /// The words of --expect.
    enum Meant {
        softmax(Expect.SOFTMAX),
        sigmoid(Expect.SIGMOID);

        private final Expect expect;

        Meant(Expect expect) {
            this.expect = expect;
        }
    }

    private final Console console;

    @Mixin
    InputOptions input = new InputOptions();

    @Option(
            names = "--expect",
            paramLabel = "softmax|sigmoid",
            description = "the loss that the labels are meant for (default: nothing is expected of them)")
    @Nullable
    Meant meant;

    @Option(names = "--format", paramLabel = "table|json", description = "how findings are written (default table)")
    Diagnosis.Format format = Diagnosis.Format.table;

    @Mixin
    Common common = new Common();

    DiagnoseCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try {
            return diagnose();
        } catch (UsageException e) {
            console.say(common.words(e.said()));
            return Exit.USAGE;
        }
    }

    private int diagnose() throws UsageException {
        var inputs = input.inputs();
        if (inputs.isEmpty()) {
            throw new UsageException("cli.noInput");
        }
        var reader = new DatasetReader(input.stated(), EnumSet.of(Role.LABELS), console.in(), input.companions);
        var out = Diagnosis.of(format, console.out(), common);
        int exit = Exit.DONE;
        out.begin();
        for (var one : inputs) {
            exit = Math.max(exit, diagnose(one, reader, out));
        }
        out.end();
        return console.out().checkError() ? Exit.NOT_WRITTEN : exit;
    }

    private int diagnose(Input one, DatasetReader reader, Diagnosis out) {
        try {
            var data = reader.read(one);
            var evaluation = Evaluation.onDemand(data.document());
            var findings = new ArrayList<Finding>();
            data.remarks().stream()
                    .filter(r -> r.key().equals("import.remark.transposed"))
                    .forEach(r -> findings.add(Finding.of(
                            "labelsInOtherLayout",
                            Severity.FAULT,
                            1,
                            r.args().subList(1, 4).toArray())));
            findings.addAll(Doctor.examine(new Patient(evaluation, meant == null ? Expect.AS_CHOSEN : meant.expect)));
            out.write(one.name(), data.document().layout(), findings);
            return isClear(findings) ? Exit.DONE : Exit.FINDINGS;
        } catch (BadFileException e) {
            console.say(common.words(one.name(), e));
            return Exit.BAD_DATA;
        }
    }

    private static boolean isClear(List<Finding> findings) {
        return findings.stream().noneMatch(f -> f.isAbove(Severity.NOTE));
    }
}
