package lossloupe.doctor;

import java.util.Set;
import lossloupe.document.Document;
import lossloupe.tensor.Axis;
import lossloupe.tensor.DataFormat;
import lossloupe.tensor.Layout;

/// What `array.T.reshape(n, l)` does to the labels of one example: the numbers stay in memory as channels_last has
/// them, and are read as if they lay in channels_first.
public final class ReshapeFilm {
    private final Document document;
    private final int example;
    private final Layout memory;
    private final Layout reading;

    public ReshapeFilm(Document document, int example) {
        this.document = document;
        this.example = example;
        var one = document.shape().without(Set.of(Axis.BATCH));
        this.memory = new Layout(one, DataFormat.CHANNELS_LAST);
        this.reading = new Layout(one, DataFormat.CHANNELS_FIRST);
    }

    /// How many numbers flow.
    public int size() {
        return document.shape().classes() * document.shape().length();
    }

    /// The cell that number `k` of the memory belongs to.
    public Layout.Cell from(int k) {
        return memory.cellAt(k);
    }

    /// The cell that it is read into.
    public Layout.Cell into(int k) {
        return reading.cellAt(k);
    }

    /// Number `k` of the memory.
    public double value(int k) {
        return label(from(k));
    }

    /// Whether the cell that number `k` is read into holds another value than it should.
    public boolean isWrong(int k) {
        return value(k) != label(into(k));
    }

    /// Cells that hold a wrong value once `count` numbers have flowed.
    public int wrongAfter(int count) {
        int wrong = 0;
        for (int k = 0; k < count; k++) {
            wrong += isWrong(k) ? 1 : 0;
        }
        return wrong;
    }

    private double label(Layout.Cell cell) {
        return document.example(example).labels().get(cell.cls()).get(cell.position());
    }
}
