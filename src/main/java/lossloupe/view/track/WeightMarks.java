package lossloupe.view.track;

import java.util.Set;
import lossloupe.app.Frame;
import lossloupe.app.Track;
import lossloupe.compute.LossResult;
import lossloupe.reduce.Broadcast;
import lossloupe.tensor.Axis;
import org.jspecify.annotations.Nullable;

/// Which cells of a track weights leave out, and which cells of the weights only repeat a factor that has its place
/// elsewhere: weights are drawn at their own shape and, paler, stretched over the grid.
final class WeightMarks {
    private final @Nullable Broadcast factors;
    private final @Nullable Set<Axis> own;
    private final int example;
    private final int first;

    /// @param first the first visible position
    WeightMarks(Track track, Frame frame, int first) {
        var evaluation = frame.evaluation();
        var result = switch (track) {
            case LOSS_A, GRADIENT_A -> evaluation.a();
            case LOSS_B, GRADIENT_B -> evaluation.b();
            default -> null;
        };
        this.factors = result == null ? null : factors(result);
        this.own = track == Track.WEIGHTS ? evaluation.document().weights().axes() : null;
        this.example =
                Math.min(frame.view().example(), evaluation.document().shape().batch() - 1);
        this.first = first;
    }

    private static @Nullable Broadcast factors(LossResult result) {
        return result.weights().isNone() ? null : result.weights().over(result, result.axes());
    }

    /// Whether what stands in a cell does not count.
    boolean isOut(int cls, int position) {
        return factors != null && factors.at(example, cls, position) == 0;
    }

    boolean isRepeated(int cls, int position) {
        return own != null
                && ((!own.contains(Axis.CLASS) && cls > 0) || (!own.contains(Axis.POSITION) && position > first));
    }
}
