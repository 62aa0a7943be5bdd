package lossloupe.view.dialog;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import lossloupe.compute.Evaluation;
import lossloupe.export.data.DataFile;
import lossloupe.export.data.Quantity;
import lossloupe.io.MemoryOrder;
import lossloupe.tensor.DataFormat;
import lossloupe.view.Ui;

/// Asks which numbers are to be written, and how; the arrays that will be in the file are named before it is written.
final class DataDialog {
    private static final double WIDTH = 560;

    /// Given what is to be written and how the file ends.
    interface Accepted {
        void write(DataFile.Request request, String ending);
    }

    private final Ui ui;
    private final DataChoice choice;
    private final GridPane rows = new GridPane();
    private final Label arrays = new Label();

    DataDialog(Ui ui, Evaluation evaluation) {
        this.ui = ui;
        this.choice = new DataChoice(evaluation);
    }

    Card card(Accepted accepted) {
        var texts = ui.texts();
        var card = new Card("data", texts.of("dataOut.dialog"));
        var kinds = Forms.segments(
                "data-kind", List.of(DataChoice.Kind.values()), k -> texts.of("dataOut.kind." + id(k)), choice.kind);
        rows.setHgap(12);
        rows.setVgap(10);
        fill();
        choice.kind.subscribe(k -> fill());
        choice.quantities.subscribe(q -> summary());
        choice.format.subscribe(f -> summary());
        choice.type.subscribe(t -> summary());
        choice.order.subscribe(o -> summary());
        arrays.setId("data-arrays");
        arrays.getStyleClass().add("mono");
        arrays.setWrapText(true);
        arrays.setMaxWidth(WIDTH);
        var well = new VBox(6, Forms.label(texts.of("dataOut.holds"), "field-name"), arrays);
        well.getStyleClass().add("well");
        card.body(kinds).body(rows).body(well);
        card.cancel(texts.of("ask.cancel"), () -> {});
        var possible = Bindings.createBooleanBinding(
                () -> !choice.kind.get().hasArrays() || !choice.quantities.get().isEmpty(),
                choice.kind,
                choice.quantities);
        card.accept(texts.of("dataOut.save"), possible, () -> {
            card.close();
            accepted.write(choice.request(), choice.kind.get().ending());
        });
        return card;
    }

    private static String id(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private void fill() {
        rows.getChildren().clear();
        var kind = choice.kind.get();
        if (!kind.holdsSeveral() && choice.quantities.get().size() > 1) {
            choice.quantities.set(Set.of(Quantity.LOGITS));
        }
        if (kind.hasArrays()) {
            row(0, "dataOut.what", quantities());
            row(
                    1,
                    "dataOut.layout",
                    Forms.segments(
                            "data-format",
                            List.of(DataFormat.values()),
                            f -> new SimpleObjectProperty<>(f.id()),
                            choice.format));
            row(2, "dataOut.type", Forms.segments("data-type", DataChoice.Type.ALL, this::typeName, choice.type));
        }
        if (kind.hasOrder()) {
            row(
                    3,
                    "dataOut.order",
                    Forms.segments(
                            "data-order",
                            List.of(MemoryOrder.values()),
                            o -> ui.texts().of("dataOut.order." + id(o)),
                            choice.order));
        }
        summary();
    }

    private ObservableValue<String> typeName(DataChoice.Type type) {
        return type == DataChoice.Type.STORED
                ? ui.texts().of("dataOut.type.stored")
                : new SimpleObjectProperty<>(id(type));
    }

    private Node quantities() {
        var boxes = new FlowPane(14, 8);
        boxes.setPrefWrapLength(WIDTH - 130);
        for (var quantity : Quantity.values()) {
            var box = new CheckBox();
            box.setId("data-" + quantity.id());
            box.textProperty().bind(ui.texts().of("dataOut." + quantity.id()));
            choice.quantities.subscribe(chosen -> box.setSelected(chosen.contains(quantity)));
            box.setOnAction(e -> choice.toggle(quantity));
            boxes.getChildren().add(box);
        }
        return boxes;
    }

    private void row(int index, String key, Node control) {
        var name = Forms.label(ui.texts().of(key), "field-name");
        name.setMinWidth(Label.USE_PREF_SIZE);
        rows.addRow(index, name, control);
        GridPane.setValignment(name, VPos.CENTER);
        if (control instanceof FlowPane pane) {
            pane.setAlignment(Pos.CENTER_LEFT);
        }
    }

    private void summary() {
        var kind = choice.kind.get();
        if (!kind.hasArrays()) {
            arrays.setText(ui.texts().now("dataOut.kind." + id(kind) + ".holds"));
        } else if (choice.quantities.get().isEmpty()) {
            arrays.setText(ui.texts().now("dataOut.nothing"));
        } else {
            arrays.setText(choice.request().described().stream().collect(Collectors.joining("\n")));
        }
    }
}
