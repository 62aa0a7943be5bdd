package lossloupe.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import lossloupe.document.ClassInfo;
import lossloupe.document.Document;
import lossloupe.document.Example;
import lossloupe.reduce.WeightGrid;
import lossloupe.tensor.Axis;
import lossloupe.tensor.DType;
import lossloupe.tensor.Layout;
import lossloupe.tensor.Plane;
import lossloupe.tensor.Shape;

/// The same buffers read in another way: a hypothesis about what happened to them, without a copy until it is believed.
///
/// @param id names the finding that it would be
record Reading(String id, Moves moves, Shape shape, Numbers labels, Numbers logits) {
    /// Whether labels and logits are read anew in the same way.
    enum Moves {
        ONE,
        BOTH
    }

    /// Numbers by coordinates.
    interface Numbers {
        double at(int example, int cls, int position);
    }

    static Reading asIs(Document document) {
        return new Reading(
                "asIs",
                Moves.BOTH,
                document.shape(),
                (e, c, p) -> document.example(e).labels().get(c).get(p),
                (e, c, p) -> document.example(e).logits().get(c).get(p));
    }

    /// Every other reading that the shape allows.
    static List<Reading> others(Document document) {
        var now = asIs(document);
        var all = new ArrayList<Reading>();
        var shape = document.shape();
        boolean isSquare = shape.classes() == shape.length();
        // Of a square, to read in the other memory order is to transpose.
        if (shape.classes() > 1 && shape.length() > 1 && !isSquare) {
            all.add(now.with("labelsReshaped", reshaped(document, now.labels), now.logits));
            all.add(now.with("logitsReshaped", now.labels, reshaped(document, now.logits)));
            all.add(new Reading(
                    "bothReshaped", Moves.BOTH, shape, reshaped(document, now.labels), reshaped(document, now.logits)));
        }
        if (shape.classes() > 1 && shape.length() > 1) {
            all.add(new Reading(
                    "classesAndPositionsSwapped",
                    Moves.BOTH,
                    shape.exchanged(Axis.CLASS, Axis.POSITION),
                    (e, c, p) -> now.labels.at(e, p, c),
                    (e, c, p) -> now.logits.at(e, p, c)));
        }
        if (shape.classes() > 1 && isSquare) {
            all.add(now.with("labelsTransposed", (e, c, p) -> now.labels.at(e, p, c), now.logits));
            all.add(now.with("logitsTransposed", now.labels, (e, c, p) -> now.logits.at(e, p, c)));
        }
        if (shape.batch() > 1 && shape.batch() == shape.classes()) {
            all.add(now.with("labelsBatchSwapped", (e, c, p) -> now.labels.at(c, e, p), now.logits));
        }
        int n = shape.classes();
        if (n > 1) {
            all.add(now.with("labelsOneClassLate", (e, c, p) -> now.labels.at(e, (c + 1) % n, p), now.logits));
            if (n > 2) {
                all.add(now.with("labelsOneClassEarly", (e, c, p) -> now.labels.at(e, (c + n - 1) % n, p), now.logits));
            }
        }
        return all;
    }

    /// Examples and classes exchanged in both arrays: decided by what rows have in common, not by agreement.
    static Reading batchSwapped(Document document) {
        var now = asIs(document);
        var shape = document.shape();
        return new Reading(
                "examplesAndClassesSwapped",
                Moves.BOTH,
                shape.exchanged(Axis.BATCH, Axis.CLASS),
                (e, c, p) -> now.labels.at(c, e, p),
                (e, c, p) -> now.logits.at(c, e, p));
    }

    /// What stood in the other layout and was reshaped where it should have been transposed: the cell lies where
    /// that layout has it.
    private static Numbers reshaped(Document document, Numbers numbers) {
        var own = document.layout();
        var other = new Layout(own.shape(), own.format().other());
        return (e, c, p) -> {
            var there = own.cellAt(other.flat(e, c, p));
            return numbers.at(there.example(), there.cls(), there.position());
        };
    }

    private Reading with(String name, Numbers newLabels, Numbers newLogits) {
        return new Reading(name, Moves.ONE, shape, newLabels, newLogits);
    }

    /// The document that this reading makes of `base`. Series stay where there is one for each example, else they
    /// are zero; classes that are new are numbered; weights go where the shape changes.
    Document document(Document base) {
        var old = base.shape();
        var classes = shape.classes() == old.classes()
                ? base.classes()
                : IntStream.range(0, shape.classes())
                        .mapToObj(ClassInfo::numbered)
                        .toList();
        var first = base.example(0);
        var examples = new ArrayList<Example>();
        for (int e = 0; e < shape.batch(); e++) {
            boolean same = shape.length() == old.length() && shape.batch() == old.batch();
            var series = same ? base.example(e).series() : Plane.zeros(DType.FLOAT64, shape.length());
            examples.add(new Example(
                    series,
                    rows(labels, e, first.labels().getFirst().dtype()),
                    rows(logits, e, first.logits().getFirst().dtype())));
        }
        var weights = shape.equals(old) ? base.weights() : WeightGrid.none();
        return new Document(base.name(), classes, examples, base.batching(), base.setup(), weights);
    }

    private List<Plane> rows(Numbers numbers, int example, DType dtype) {
        return IntStream.range(0, shape.classes())
                .mapToObj(c -> Plane.generate(dtype, shape.length(), p -> numbers.at(example, c, p)))
                .toList();
    }
}
