package lossloupe.view;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import lossloupe.app.AppModel;
import lossloupe.app.Frame;
import lossloupe.app.FxThread;
import lossloupe.loss.Explanation;
import lossloupe.tensor.DataFormat;
import lossloupe.view.action.Actions;
import lossloupe.view.inspector.InspectorPane;
import lossloupe.view.track.ChipBar;
import lossloupe.view.track.OverviewStrip;
import lossloupe.view.track.TrackStack;

/// The window's panes in their places: one row of controls, the stack of tracks, the inspector, one status line.
public final class AppWindow {
    private static final double INSPECTOR_WIDTH = 344;
    private static final double NARROW_INSPECTOR = 300;
    private static final double NARROW = 1180;
    private final TrackStack stack;
    private final Actions actions;
    private final InspectorPane inspector;
    private final StackPane root = new StackPane();
    private final Scene scene;

    /// A window with all that it shows.
    public static AppWindow whole(Ui ui, double width, double height) {
        var window = new AppWindow(ui, width, height);
        window.complete();
        return window;
    }

    /// A window that can be shown sooner; [#complete] adds what may follow its first picture.
    public AppWindow(Ui ui, double width, double height) {
        stack = new TrackStack(ui);
        actions = new Actions(ui, stack::typeSelectedLogit);
        var panes = new BorderPane();
        panes.getStyleClass().add("window");
        panes.setTop(new ToolBarPane(ui, actions));
        var chips = new ChipBar(ui);
        panes.setCenter(middle(ui, chips));
        inspector = new InspectorPane(ui);
        inspector
                .highlightedSource()
                .subscribe(source -> stack.pointAt(source == null ? Explanation.Source.NONE : source));
        panes.setRight(inspector);
        panes.setBottom(new StatusLine(ui, () -> actions.byId("keys").run()));
        panes.widthProperty()
                .subscribe(w -> inspector.setPrefWidth(w.doubleValue() < NARROW ? NARROW_INSPECTOR : INSPECTOR_WIDTH));
        root.getStyleClass().add("app-root");
        // Over the panes, above the chips: what is under the pointer must not move because something is said.
        var notice = new NoticeBar(ui);
        notice.translateYProperty().bind(chips.heightProperty().negate());
        StackPane.setAlignment(notice, Pos.BOTTOM_LEFT);
        StackPane.setMargin(notice, new Insets(16, 16, 16 + StatusLine.HEIGHT, 16));
        root.getChildren().addAll(panes, notice);
        scene = new Scene(root, width, height);
        ui.looks().dress(scene);
        actions.install(scene);
    }

    public Scene scene() {
        return scene;
    }

    /// Adds the page of the inspector.
    public void complete() {
        inspector.openPage();
    }

    public Actions actions() {
        return actions;
    }

    private VBox middle(Ui ui, ChipBar chips) {
        AppModel model = ui.model();
        var scroll = new ScrollPane(stack);
        LiveScroll.uncache(scroll);
        scroll.getStyleClass().add("stack-scroll");
        scroll.setFocusTraversable(false);
        // After the layout pass that changed the bounds: a request for layout made within one is lost.
        scroll.viewportBoundsProperty()
                .subscribe(bounds -> FxThread.run(
                        () -> stack.setRoom(Math.floor(bounds.getWidth()), Math.floor(bounds.getHeight()))));
        model.frameProperty().subscribe(frame -> scroll.setHbarPolicy(sideways(frame)));
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var middle = new VBox(scroll, new OverviewStrip(ui), chips, new Drawer(ui, scroll));
        middle.getStyleClass().add("middle");
        middle.setPadding(new Insets(14, 6, 10, 16));
        middle.setMinWidth(0);
        model.viewProperty().subscribe(v -> middle.requestLayout());
        return middle;
    }

    /// Only tracks side by side may be wider than the window.
    private static ScrollPane.ScrollBarPolicy sideways(Frame frame) {
        boolean first = frame.evaluation().document().setup().format() == DataFormat.CHANNELS_FIRST;
        return first ? ScrollPane.ScrollBarPolicy.NEVER : ScrollPane.ScrollBarPolicy.AS_NEEDED;
    }
}
