package lossloupe.compute;

import java.util.EnumSet;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import lossloupe.document.ClassEdit;
import lossloupe.document.ClassInfo;
import lossloupe.document.Document;
import lossloupe.document.Edit;
import lossloupe.document.History;
import lossloupe.document.LabelMode;
import lossloupe.document.LossChoice;
import lossloupe.document.ShapeEdit;
import lossloupe.document.WeightEdit;
import lossloupe.reduce.WeightGrid;
import lossloupe.tensor.Axis;
import lossloupe.tensor.DType;
import lossloupe.tensor.Span;

/// Draws edits of every kind, with undo and redo between them.
record RandomEdits(Random random) {
    History next(History history) {
        return switch (random.nextInt(8)) {
            case 0 -> history.undone();
            case 1 -> history.redone();
            default -> history.applying(edit(history.document()), History.NO_STROKE);
        };
    }

    private Edit edit(Document document) {
        var shape = document.shape();
        int e = random.nextInt(shape.batch());
        int c = random.nextInt(shape.classes());
        return switch (random.nextInt(15)) {
            case 0 -> labels(e, c, shape.length());
            case 1 -> values(Edit.Target.LABELS, e, c, shape.length(), 0.5);
            case 2 -> values(Edit.Target.LOGITS, e, c, shape.length(), Double.NaN);
            case 3 -> values(Edit.Target.LOGITS, e, c, shape.length(), Double.NEGATIVE_INFINITY);
            case 4 -> setup(document);
            case 5 -> new ClassEdit.Add(c, ClassInfo.numbered(c));
            case 6 -> shape.classes() > 2 ? new ClassEdit.Remove(c) : new ClassEdit.Move(c, 0);
            case 7 -> new ShapeEdit.Length(4_000 + random.nextInt(6_000));
            case 8 -> shape.batch() < 3 ? new ShapeEdit.DuplicateExample(e) : new ShapeEdit.RemoveExample(e);
            case 9 -> along();
            case 10, 11 -> weights(e, c, shape.length());
            default -> values(Edit.Target.LOGITS, e, c, shape.length(), 4 * random.nextGaussian());
        };
    }

    private Edit along() {
        var axes = EnumSet.noneOf(Axis.class);
        for (var axis : Axis.values()) {
            if (random.nextBoolean()) {
                axes.add(axis);
            }
        }
        return axes.isEmpty() ? new WeightEdit.Put(WeightGrid.none()) : new WeightEdit.Along(axes);
    }

    private Edit weights(int e, int c, int length) {
        int from = random.nextInt(length);
        var span = new Span(from, Math.min(length, from + 1 + random.nextInt(300)));
        return new WeightEdit.Paint(e, c, span, random.nextInt(4) / 2.0);
    }

    private Edit labels(int e, int c, int length) {
        int from = random.nextInt(length);
        var span = new Span(from, Math.min(length, from + 1 + random.nextInt(300)));
        var mode = random.nextBoolean() ? LabelMode.EXCLUSIVE : LabelMode.OVERLAPPING;
        return new Edit.Labels(e, c, span, random.nextInt(2), mode);
    }

    private Edit values(Edit.Target target, int e, int c, int length, double value) {
        int count = 1 + random.nextInt(64);
        var values = new double[count];
        java.util.Arrays.fill(values, value);
        return new Edit.Values(target, e, c, random.nextInt(length - count), values);
    }

    private Edit setup(Document document) {
        var setup = document.setup();
        var axis = new LossChoice("softmax_cross_entropy", new TreeMap<>(Map.of("axis", "position")));
        var sparse = LossChoice.of("sparse_softmax_cross_entropy").with("ignore_index", "1");
        var changed = switch (random.nextInt(7)) {
            case 0 -> setup.swapped();
            case 1 -> setup.withB(axis);
            case 2 -> setup.withB(LossChoice.of("softmax_cross_entropy"));
            case 3 -> setup.withB(LossChoice.of("softmax_cross_entropy").with("label_smoothing", "0.1"));
            case 4 -> setup.withB(sparse.with("label_smoothing", "0.1"));
            case 5 -> setup.withDType(setup.dtype() == DType.FLOAT64 ? DType.FLOAT32 : DType.FLOAT64);
            default -> setup.withFormat(setup.format().other());
        };
        return new Edit.Setup(changed, "edit.setup");
    }
}
