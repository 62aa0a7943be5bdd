package lossloupe.view.equality;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import lossloupe.tensor.DType;
import lossloupe.view.Presence;
import lossloupe.view.Segments;
import lossloupe.view.Tip;
import lossloupe.view.Ui;

/// The row of choices over the script: data, size, arithmetic, dtype, another draw, many draws.
final class Controls extends FlowPane {
    private final Ui ui;
    private final Segments<Boolean> data;
    private final Segments<Setting.Size> sizes;
    private final Segments<Integer> packets;
    private final Map<Integer, Tip> packetTips = new HashMap<>();
    private final Segments<DType> dtypes;
    private final Button next;
    private final Button many;
    private final Label why = new Label();
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
        Setting.PACKETS.forEach(this::name);
        dtypes = new Segments<>(List.of(DType.FLOAT64, DType.FLOAT32), v -> changed.accept(setting.withDtype(v)));
        dtypes.button(DType.FLOAT64).setText(DType.FLOAT64.id());
        dtypes.button(DType.FLOAT32).setText(DType.FLOAT32.id());
        next = button("equality-next", () -> changed.accept(setting.nextDraw()));
        many = button("equality-many", tally);
        many.textProperty().bind(ui.texts().of("equality.many"));
        var draws = new HBox(6, next, many);
        draws.setAlignment(Pos.CENTER_LEFT);
        why.getStyleClass().add("remark");
        why.setId("equality-why");
        why.textProperty().bind(ui.texts().of("equality.document.without"));
        getChildren().setAll(data, sizes, packets, dtypes, draws, why);
    }

    void show(Setting now) {
        setting = now;
        data.show(now.isDummy());
        sizes.show(now.size());
        sizes.setDisable(!now.isDummy());
        packets.show(now.packet());
        packets.button(Setting.RECORDED).setDisable(!now.isDummy());
        next.setDisable(!now.isDummy());
        many.setDisable(!now.isDummy());
        Presence.set(why, !now.isDummy());
        dtypes.show(now.dtype());
        retold();
    }

    private void name(int packet) {
        var button = packets.button(packet);
        packetTips.put(packet, new Tip(button));
        button.setId("equality-packet-" + packet);
    }

    private void retell(int packet) {
        var texts = ui.texts();
        var button = packets.button(packet);
        button.setText(
                switch (packet) {
                    case Setting.RECORDED -> "TensorFlow";
                    case 0 -> texts.now("equality.ours");
                    default -> "×" + packet;
                });
        Objects.requireNonNull(packetTips.get(packet))
                .setText(
                        switch (packet) {
                            case Setting.RECORDED -> texts.now("equality.tip.recorded");
                            case 0 -> texts.now("equality.tip.ours");
                            default -> texts.now("equality.tip.packet", Integer.toString(packet));
                        });
    }

    void retold() {
        Setting.PACKETS.forEach(this::retell);
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
