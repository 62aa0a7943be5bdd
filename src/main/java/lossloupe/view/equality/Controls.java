package lossloupe.view.equality;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import lossloupe.tensor.DType;
import lossloupe.view.Segments;
import lossloupe.view.Ui;

/// The row of choices over the script: data, size, arithmetic, dtype, another draw, many draws.
final class Controls extends FlowPane {
    private final Ui ui;
    private final Segments<Boolean> data;
    private final Segments<Setting.Size> sizes;
    private final Segments<Integer> packets;
    private final Segments<DType> dtypes;
    private final Button next;
    private Setting setting = Setting.FIRST;

    /// @param changed told of every choice
    /// @param tally asked for many draws
    Controls(Ui ui, Consumer<Setting> changed, Runnable tally) {
        this.ui = ui;
        getStyleClass().add("equality-controls");
        data = new Segments<>(List.of(true, false), v -> changed.accept(setting.withDummy(v)));
        data.button(true).textProperty().bind(ui.texts().of("equality.dummy"));
        data.button(false).textProperty().bind(ui.texts().of("equality.document"));
        data.button(false).setId("equality-document");
        sizes = new Segments<>(Setting.SIZES, v -> changed.accept(setting.withSize(v)));
        Setting.SIZES.forEach(v -> sizes.button(v).setText(v.toString()));
        packets = new Segments<>(Setting.PACKETS, v -> changed.accept(setting.withPacket(v)));
        Setting.PACKETS.forEach(v -> packets.button(v).setText(v.toString()));
        packets.button(0).textProperty().bind(ui.texts().of("equality.ours"));
        packets.button(4).setId("equality-packet-4");
        packets.button(0).setId("equality-ours");
        dtypes = new Segments<>(List.of(DType.FLOAT64, DType.FLOAT32), v -> changed.accept(setting.withDtype(v)));
        dtypes.button(DType.FLOAT64).setText(DType.FLOAT64.id());
        dtypes.button(DType.FLOAT32).setText(DType.FLOAT32.id());
        var emulated = new Label();
        emulated.textProperty().bind(ui.texts().of("equality.packets"));
        var tip = new Tooltip();
        tip.textProperty().bind(ui.texts().of("equality.emulation"));
        tip.setWrapText(true);
        tip.setMaxWidth(420);
        emulated.setTooltip(tip);
        emulated.getStyleClass().add("remark");
        var arithmetic = new HBox(6, emulated, packets);
        arithmetic.setAlignment(Pos.CENTER_LEFT);
        next = button(
                "equality-next", () -> changed.accept(setting.withDummy(true).withSeed(setting.seed() + 1)));
        var many = button("equality-many", tally);
        many.textProperty().bind(ui.texts().of("equality.many"));
        var draws = new HBox(6, next, many);
        draws.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(data, sizes, arithmetic, dtypes, draws);
    }

    void show(Setting now) {
        setting = now;
        data.show(now.isDummy());
        sizes.show(now.size());
        sizes.setDisable(!now.isDummy());
        packets.show(now.packet());
        dtypes.show(now.dtype());
        retold();
    }

    void retold() {
        next.setText(ui.texts().now("equality.next", Long.toString(setting.seed())));
    }

    private static Button button(String id, Runnable action) {
        var button = new Button();
        button.getStyleClass().add("chip");
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(e -> action.run());
        return button;
    }
}
