package lossloupe.view.dialog;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import lossloupe.compute.Evaluation;
import lossloupe.export.data.DataFile;
import lossloupe.export.data.Quantity;
import lossloupe.io.MemoryOrder;
import lossloupe.io.NumpyType;
import lossloupe.tensor.DataFormat;

/// What is chosen in the card that writes numbers.
final class DataChoice {
    /// Kinds of files, by what is in them and how they end.
    enum Kind {
        NPZ(".npz"),
        NPY(".npy"),
        JSON(".json"),
        CELLS(".csv"),
        RUNS(".runs.csv"),
        AUDACITY(".txt");

        private final String ending;

        Kind(String ending) {
            this.ending = ending;
        }

        String ending() {
            return ending;
        }

        /// Whether arrays are written, whose layout, type and order can be chosen.
        boolean hasArrays() {
            return this == NPZ || this == NPY || this == JSON;
        }

        /// Whether a file may hold several arrays.
        boolean holdsSeveral() {
            return this != NPY;
        }

        /// Whether memory order is of meaning.
        boolean hasOrder() {
            return this == NPZ || this == NPY;
        }
    }

    /// Types to write in; the first is that of what is stored.
    enum Type {
        STORED,
        FLOAT64,
        FLOAT32,
        FLOAT16,
        INT64,
        UINT8;

        static final List<Type> ALL = List.of(values());
    }

    final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.NPZ);
    final ObjectProperty<DataFormat> format;
    final ObjectProperty<Type> type = new SimpleObjectProperty<>(Type.STORED);
    final ObjectProperty<MemoryOrder> order = new SimpleObjectProperty<>(MemoryOrder.C);
    final ObjectProperty<Set<Quantity>> quantities;
    private final Evaluation evaluation;

    /// Everything a person made, in the layout that is shown.
    DataChoice(Evaluation evaluation) {
        this.evaluation = evaluation;
        this.format = new SimpleObjectProperty<>(evaluation.document().setup().format());
        var made = EnumSet.noneOf(Quantity.class);
        made.addAll(Quantity.made(evaluation));
        this.quantities = new SimpleObjectProperty<>(made);
    }

    /// Takes a quantity in or out; of a file that holds one, in place of the other.
    void toggle(Quantity quantity) {
        var next = EnumSet.noneOf(Quantity.class);
        next.addAll(quantities.get());
        boolean comes = !next.remove(quantity);
        if (comes && !kind.get().holdsSeveral()) {
            next.clear();
        }
        if (comes) {
            next.add(quantity);
        }
        quantities.set(next);
    }

    /// What a file is written of.
    DataFile.Request request() {
        var wanted =
                type.get() == Type.STORED ? null : NumpyType.valueOf(type.get().name());
        return new DataFile.Request(
                evaluation, quantities.get().stream().sorted().toList(), format.get(), wanted, order.get());
    }
}
