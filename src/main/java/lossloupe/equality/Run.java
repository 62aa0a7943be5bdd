package lossloupe.equality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import lossloupe.tensor.DType;

/// One run of the script: the losses of all six tensors, their means, and the eleven verdicts.
///
/// @param losses in memory order of each tensor
public record Run(
        Draw draw,
        Arithmetic arithmetic,
        Map<Tensor, double[]> losses,
        Map<Tensor, Double> means,
        Map<Tensor, Double> tfLosses,
        List<Verdict> verdicts) {
    /// The script on a draw, in an arithmetic.
    public static Run of(Draw draw, Arithmetic arithmetic) {
        var losses = new EnumMap<Tensor, double[]>(Tensor.class);
        for (var tensor : Tensor.values()) {
            losses.put(tensor, arithmetic.losses(memory(draw, tensor, draw::logit), memory(draw, tensor, draw::label)));
        }
        return ofLosses(draw, arithmetic, losses);
    }

    /// The rest of the script on losses that another program computed.
    public static Run ofLosses(Draw draw, Arithmetic arithmetic, Map<Tensor, double[]> losses) {
        var means = new EnumMap<Tensor, Double>(Tensor.class);
        var tfLosses = new EnumMap<Tensor, Double>(Tensor.class);
        losses.forEach((tensor, values) -> {
            var ordered = arithmetic.isOurs() ? inCellOrder(draw, tensor, values) : values;
            means.put(tensor, arithmetic.mean(ordered));
            tfLosses.put(tensor, arithmetic.tfLosses(ordered));
        });
        var verdicts = new ArrayList<Verdict>();
        for (var claim : Claim.values()) {
            verdicts.add(
                    claim.isOfMeans()
                            ? verdictOfMeans(draw, claim, arithmetic, means, tfLosses)
                            : verdictOfCells(draw, claim, arithmetic, losses));
        }
        return new Run(draw, arithmetic, losses, means, tfLosses, List.copyOf(verdicts));
    }

    public Verdict verdict(Claim claim) {
        return verdicts.stream().filter(v -> v.claim() == claim).findFirst().orElseThrow();
    }

    /// The loss of a cell in a tensor that holds it.
    public double loss(Tensor tensor, int cell) {
        return value(losses, tensor)[tensor.flat(draw, cell)];
    }

    /// Whether a cell falls into the scalar tail of a tensor.
    public boolean isTail(Tensor tensor, int cell) {
        return tensor.flat(draw, cell) >= arithmetic.tail(tensor.size(draw));
    }

    /// The left and the right number of a comparison, at a cell.
    public double left(Claim claim, int cell) {
        var tensor = claim.left(draw, cell);
        return claim.isOfMeans() ? value(means, tensor) : loss(tensor, cell);
    }

    public double right(Claim claim, int cell) {
        var tensor = claim.right(draw, cell);
        return claim.isOfMeans() ? value(tfLosses, tensor) : loss(tensor, cell);
    }

    /// e1, e2, ea, t_ea, eb as Python would print them.
    public List<Boolean> tuple() {
        return verdicts.stream()
                .filter(v -> !v.claim().isOfMeans())
                .map(Verdict::isTrue)
                .toList();
    }

    private static double[] memory(Draw draw, Tensor tensor, IntToDoubleFunction ofCell) {
        var values = new double[tensor.size(draw)];
        Arrays.setAll(values, i -> ofCell.applyAsDouble(tensor.cell(draw, i)));
        return values;
    }

    private static double[] inCellOrder(Draw draw, Tensor tensor, double[] memory) {
        var ordered = new double[memory.length];
        for (int i = 0; i < memory.length; i++) {
            ordered[tensor.isBatch() ? tensor.cell(draw, i) : tensor.cell(draw, i) % draw.perExample()] = memory[i];
        }
        return ordered;
    }

    private static Verdict verdictOfMeans(
            Draw draw, Claim claim, Arithmetic arithmetic, Map<Tensor, Double> means, Map<Tensor, Double> tfLosses) {
        var tensor = claim.left(draw, 0);
        return judge(claim, 0, 1, arithmetic, i -> value(means, tensor), i -> value(tfLosses, tensor));
    }

    private static Verdict verdictOfCells(Draw draw, Claim claim, Arithmetic arithmetic, Map<Tensor, double[]> losses) {
        return judge(
                claim,
                claim.from(draw),
                claim.to(draw),
                arithmetic,
                i -> at(draw, losses, claim.left(draw, i), i),
                i -> at(draw, losses, claim.right(draw, i), i));
    }

    private static double at(Draw draw, Map<Tensor, double[]> losses, Tensor tensor, int cell) {
        return value(losses, tensor)[tensor.flat(draw, cell)];
    }

    private static <T> T value(Map<Tensor, T> map, Tensor tensor) {
        var value = map.get(tensor);
        if (value == null) {
            throw new IllegalArgumentException("no losses of " + tensor.code() + "; all six tensors are needed");
        }
        return value;
    }

    private static Verdict judge(
            Claim claim, int from, int to, Arithmetic arithmetic, IntToDoubleFunction left, IntToDoubleFunction right) {
        var differing = new ArrayList<Integer>();
        int worst = -1;
        long ulps = 0;
        boolean isClose = true;
        for (int i = from; i < to; i++) {
            double a = left.applyAsDouble(i);
            double b = right.applyAsDouble(i);
            if (a == b) {
                continue;
            }
            differing.add(i);
            isClose &= Math.abs(a - b) <= 1e-8 + 1e-5 * Math.abs(b);
            long distance = arithmetic.dtype() == DType.FLOAT32 ? Bits.ulps((float) a, (float) b) : Bits.ulps(a, b);
            if (distance > ulps) {
                ulps = distance;
                worst = i;
            }
        }
        double largest = worst < 0 ? 0 : Math.abs(left.applyAsDouble(worst) - right.applyAsDouble(worst));
        return new Verdict(claim, to - from, List.copyOf(differing), worst, ulps, largest, isClose);
    }
}
