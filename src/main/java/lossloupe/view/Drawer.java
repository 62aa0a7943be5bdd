package lossloupe.view;

import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import lossloupe.app.FxThread;
import lossloupe.app.Panel;
import org.jspecify.annotations.Nullable;

/// The place under the tracks for one panel at a time: its upper edge is dragged, its header doubles as a handle, and
/// it can take the whole height from the tracks.
final class Drawer extends VBox {
    private static final double HEIGHT = 340;
    private static final double LEAST = 140;
    /// What is left of the tracks at least, while the edge is dragged or the window made smaller.
    private static final double TRACKS = 120;

    private final Ui ui;
    private final Node tracks;
    private final Label title = new Label();
    private final Button enlarge = new Button();
    private final StackPane body = new StackPane();
    private final Map<Panel, PanelView> made = new EnumMap<>(Panel.class);
    private @Nullable Panel open;
    private double height = HEIGHT;
    private double grip;
    private boolean isLarge;

    /// @param tracks gives way while the drawer is enlarged
    Drawer(Ui ui, Node tracks) {
        this.ui = ui;
        this.tracks = tracks;
        getStyleClass().add("drawer");
        setId("drawer");
        setMinHeight(Region.USE_PREF_SIZE);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().setAll(header(), body);
        body.setMinSize(0, 0);
        // After the layout pass that changed the bounds: a request for layout made within one is lost.
        tracks.layoutBoundsProperty().subscribe((old, now) -> FxThread.run(this::fit));
        ui.model().viewProperty().subscribe(v -> open(v.panel()));
        ui.model().frameProperty().subscribe(f -> {
            var view = view();
            if (view != null) {
                view.show(f);
            }
        });
        ui.texts().stringsProperty().subscribe(s -> {
            made.values().forEach(PanelView::retold);
            name();
        });
    }

    private HBox header() {
        title.getStyleClass().add("drawer-title");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        dress(enlarge, "drawer-enlarge", Icons.UP, () -> setLarge(!isLarge));
        var shut = new Button();
        dress(shut, "drawer-shut", Icons.CLOSE, () -> ui.model().look(v -> v.withPanel(null)));
        var header = new HBox(title, gap, enlarge, shut);
        header.getStyleClass().add("drawer-header");
        header.setAlignment(Pos.CENTER_LEFT);
        header.setCursor(Cursor.V_RESIZE);
        header.setOnMousePressed(this::pressed);
        header.setOnMouseDragged(this::dragged);
        header.setOnMouseClicked(e -> {
            if (e.getClickCount() == 2) {
                setLarge(!isLarge);
            }
        });
        return header;
    }

    private void dress(Button button, String id, Icons icon, Runnable action) {
        var name = id.replace('-', '.');
        button.setId(id);
        button.setGraphic(icon.node());
        button.getStyleClass().addAll("icon-button", "small");
        button.setCursor(Cursor.DEFAULT);
        Tip.on(button, ui.texts().of(name));
        button.accessibleTextProperty().bind(ui.texts().of(name));
        button.setOnAction(e -> action.run());
    }

    private void open(@Nullable Panel panel) {
        Presence.set(this, panel != null);
        if (panel == open) {
            return;
        }
        open = panel;
        body.getChildren().clear();
        var view = view();
        if (view == null) {
            setLarge(false);
        } else {
            body.getChildren().setAll(view.node());
            view.show(ui.model().frame());
            fit();
        }
        name();
    }

    private @Nullable PanelView view() {
        return open == null ? null : made.computeIfAbsent(open, p -> Panels.make(p, ui));
    }

    private void name() {
        title.setText(open == null ? "" : ui.texts().now("panel." + open.id()));
    }

    private void setLarge(boolean large) {
        isLarge = large;
        Presence.set(tracks, !large);
        VBox.setVgrow(this, large ? Priority.ALWAYS : Priority.NEVER);
        enlarge.getGraphic().setRotate(large ? 180 : 0);
    }

    private void pressed(MouseEvent event) {
        grip = event.getScreenY() + getHeight();
    }

    private void dragged(MouseEvent event) {
        if (isLarge) {
            return;
        }
        height = Math.max(LEAST, Math.min(grip - event.getScreenY(), room()));
        fit();
    }

    /// The height that leaves the tracks what they need.
    private double room() {
        return Math.max(LEAST, tracks.getLayoutBounds().getHeight() + getHeight() - TRACKS);
    }

    /// As high as a person made it, or as the window allows.
    private void fit() {
        if (open != null && !isLarge) {
            setPrefHeight(Math.min(height, room()));
        }
    }
}
