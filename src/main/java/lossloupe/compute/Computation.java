package lossloupe.compute;

import java.util.List;
import lossloupe.loss.ElementwiseLoss;
import lossloupe.loss.GroupedLoss;
import lossloupe.loss.Loss;
import lossloupe.loss.RankedLoss;
import lossloupe.loss.RegionLoss;
import lossloupe.reduce.Broadcast;
import lossloupe.tensor.Axis;
import lossloupe.tensor.Chunk;
import org.jspecify.annotations.Nullable;

/// One loss over one document, cell by cell. The kinds differ in what a cell's sources are: its own chunks, the chunks
/// of all classes, those of its whole row, or the sums of its region.
sealed interface Computation permits CellByCell, AcrossClasses, AlongPositions, Regions, Ranked {
    /// What all kinds give.
    Computed computed();

    /// What each fibre counts in PyTorch's mean; null where each counts one.
    default @Nullable Cells<Part> targetWeights() {
        return null;
    }

    /// Derivative by one logit of the sum of what the loss returns, each with its factor.
    ///
    /// @param ofSum derivatives of the plain sum
    default double weighted(Field ofSum, Broadcast factors, int example, int cls, int position) {
        return ofSum.get(example, cls, position) * factors.at(example, cls, position);
    }

    /// The cells that make a pass complete, in an order that computes them in small steps.
    List<Cells<?>> steps();

    /// A computation that takes over from former ones of the same loss and type what still holds.
    static Computation of(Loss loss, Rows rows, List<Computation> formers) {
        var alike = formers.stream()
                .filter(f -> f.computed().loss().equals(loss) && f.computed().dtype() == rows.dtype())
                .toList();
        return switch (loss) {
            case ElementwiseLoss l -> new CellByCell(l, rows, only(CellByCell.class, alike));
            case GroupedLoss l
            when l.axis() == Axis.CLASS -> new AcrossClasses(l, rows, only(AcrossClasses.class, alike));
            case GroupedLoss l -> new AlongPositions(l, rows, only(AlongPositions.class, alike));
            case RegionLoss l -> new Regions(l, rows, only(Regions.class, alike));
            case RankedLoss l -> new Ranked(l, rows, only(Ranked.class, alike));
        };
    }

    private static <C extends Computation> List<C> only(Class<C> kind, List<Computation> all) {
        return all.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /// Cells of single chunks as a source of a field.
    static ChunkField.Source source(Demand<Chunk> demand) {
        return new ChunkField.Source() {
            @Override
            public Chunk chunk(int example, int cls, int k) {
                return demand.cells().get(example, cls, k);
            }

            @Override
            public Object token(int example, int cls, int k) {
                return demand.cells().at(example, cls, k);
            }

            @Override
            public Object rowToken(int example, int cls) {
                return demand.cells().row(example, cls);
            }
        };
    }

    /// Cells that have the chunks of all classes as a source of a field.
    static ChunkField.Source sourceOfClasses(Demand<List<Chunk>> demand) {
        return new ChunkField.Source() {
            @Override
            public Chunk chunk(int example, int cls, int k) {
                return demand.cells().get(example, 0, k).get(cls);
            }

            @Override
            public Object token(int example, int cls, int k) {
                return demand.cells().at(example, 0, k);
            }

            @Override
            public Object rowToken(int example, int cls) {
                return demand.cells().row(example, 0);
            }
        };
    }
}
