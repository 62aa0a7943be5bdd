package lossloupe.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;

/// Asks every question and ranks the answers.
public final class Doctor {
    private static final List<Exam> EXAMS = List.of(
            new LabelExam(),
            new LogitExam(),
            new ClassExam(),
            new LayoutExam(),
            new EdgeExam(),
            new TailExam(),
            new WeightExam(),
            new MeanExam(),
            new FloorExam(),
            new ShapeExam());

    private Doctor() {}

    /// The findings, the gravest and surest first. Large data are sampled: stretches spread over every row.
    public static List<Finding> examine(Patient patient) {
        return examine(patient, () -> false, fraction -> {});
    }

    /// What numbers and shapes tell by themselves, before anyone has said that they are taken: what is likely not
    /// meant, and axes that no shape can tell apart.
    public static List<Finding> glance(Patient patient) {
        var findings = new ArrayList<Finding>();
        findings.addAll(new LabelExam().of(patient));
        findings.addAll(new LogitExam().of(patient));
        findings.removeIf(f -> !f.isAbove(Severity.NOTE));
        findings.sort(Finding.RANK);
        findings.addAll(ShapeExam.squares(patient.document().shape()));
        return List.copyOf(findings);
    }

    /// As [#examine(Patient)], to be cancelled between questions.
    ///
    /// @param progress told from 0 to 1
    /// @throws CancellationException where `isCancelled` says so
    public static List<Finding> examine(Patient patient, BooleanSupplier isCancelled, DoubleConsumer progress) {
        var findings = new ArrayList<Finding>();
        for (int i = 0; i < EXAMS.size(); i++) {
            if (isCancelled.getAsBoolean()) {
                throw new CancellationException("no longer asked");
            }
            progress.accept((double) i / EXAMS.size());
            findings.addAll(EXAMS.get(i).of(patient));
        }
        findings.sort(Finding.RANK);
        return List.copyOf(findings);
    }
}
