package lossloupe.view.inspector;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import lossloupe.app.Frame;
import lossloupe.loss.Explanation.Source;
import lossloupe.view.LiveScroll;
import lossloupe.view.Segments;
import lossloupe.view.Ui;
import org.jspecify.annotations.Nullable;

/// The right-hand column: both reduced values on top, and below a switch between the selected cell, all reductions and
/// the history.
public final class InspectorPane extends VBox {
    private static final double WIDTH = 344;
    private static final double CARD = 151;
    private static final Insets SIDES = new Insets(0, 16, 0, 16);

    /// The sides of the switch.
    public enum Tab {
        CELL("inspector.tab.cell"),
        REDUCTIONS("inspector.tab.reductions"),
        HISTORY("inspector.tab.history");

        private final String key;

        Tab(String key) {
            this.key = key;
        }
    }

    private final ObjectProperty<@Nullable Source> highlighted = new SimpleObjectProperty<>();
    private final Ui ui;
    private final ScoreCard scoreA;
    private final ScoreCard scoreB;
    private final Segments<Tab> tabs = new Segments<>(List.of(Tab.values()), this::open);
    private final Map<Tab, Page> pages = new EnumMap<>(Tab.class);
    private final ScrollPane scroll = new ScrollPane();
    private final StackPane body = new StackPane();
    private Tab tab = Tab.CELL;

    public InspectorPane(Ui ui) {
        this.ui = ui;
        getStyleClass().add("inspector");
        setPrefWidth(WIDTH);
        setMinWidth(0);
        scoreA = new ScoreCard(ui, Side.A);
        scoreB = new ScoreCard(ui, Side.B);
        var scores = new HBox(scoreA, scoreB);
        scores.getStyleClass().add("scores");
        for (var card : List.of(scoreA, scoreB)) {
            HBox.setHgrow(card, Priority.ALWAYS);
            card.setPrefWidth(CARD);
            card.setMinWidth(0);
        }
        scroll.getStyleClass().add("inspector-scroll");
        scroll.setFitToWidth(true);
        LiveScroll.uncache(scroll);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().setAll(scores, switcher(), body);
        tabs.show(tab);
        ui.model().frameProperty().subscribe(this::show);
        ui.texts().stringsProperty().subscribe(s -> retell());
        LagMark.watch(ui.model(), this);
    }

    /// Where the factor of the formula under the pointer comes from, or null: tracks may light up the cells it
    /// stands for.
    public ObjectProperty<@Nullable Source> highlightedSource() {
        return highlighted;
    }

    /// Fills the side that the switch shows. Not done when the pane is made: most of a window's labels stand there,
    /// and its first picture comes a sixth sooner without them.
    public void openPage() {
        open(tab);
    }

    /// Turns to another side of the switch.
    public void open(Tab next) {
        tab = next;
        tabs.show(next);
        var page = page();
        if (page instanceof HistoryPane history) {
            // A list scrolls by itself.
            body.getChildren().setAll(history);
        } else {
            scroll.setContent((Node) page);
            scroll.setVvalue(0);
            body.getChildren().setAll(scroll);
        }
        page.show(ui.model().frame());
    }

    private Page page() {
        return pages.computeIfAbsent(tab, this::make);
    }

    private Page make(Tab of) {
        return switch (of) {
            case CELL -> new CellPane(ui, highlighted);
            case REDUCTIONS -> new ReductionsPane(ui);
            case HISTORY -> new HistoryPane(ui);
        };
    }

    private void show(Frame frame) {
        scoreA.show(frame);
        scoreB.show(frame);
        var page = pages.get(tab);
        if (page != null) {
            page.show(frame);
        }
    }

    private void retell() {
        scoreA.show(ui.model().frame());
        scoreB.show(ui.model().frame());
        pages.values().forEach(Page::retold);
    }

    private Segments<Tab> switcher() {
        tabs.getStyleClass().add("inspector-tabs");
        VBox.setMargin(tabs, SIDES);
        for (var t : Tab.values()) {
            var button = tabs.button(t);
            button.textProperty().bind(ui.texts().of(t.key));
            button.setId("tab-" + t.name());
            button.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(button, Priority.ALWAYS);
            button.setPrefWidth(0);
        }
        return tabs;
    }
}
