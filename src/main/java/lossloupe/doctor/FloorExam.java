package lossloupe.doctor;

import java.util.List;
import lossloupe.reduce.Reduction;

/// Whether the loss is as low as these labels allow: training longer changes nothing.
final class FloorExam implements Exam {
    private static final double LEAST_FLOOR = 0.01;
    private static final double NEAR = 0.01;

    @Override
    public List<Finding> of(Patient patient) {
        var result = patient.evaluation().a();
        double floor = result.floor(Reduction.MEAN);
        if (!(floor > LEAST_FLOOR)) {
            return List.of(); // Without the loss itself, which may not have been computed.
        }
        double value = result.reduced(Reduction.MEAN);
        boolean isAtFloor = value - floor < NEAR * floor;
        return isAtFloor ? List.of(Finding.of("atFloor", Severity.WARNING, 0.55, LayoutExam.number(value))) : List.of();
    }
}
