package lossloupe.view.equality;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lossloupe.app.Frame;
import lossloupe.view.LiveScroll;
import lossloupe.view.PanelView;
import lossloupe.view.Presence;
import lossloupe.view.Segments;
import lossloupe.view.Ui;

/// The panel: the answer to the question on top, under it either the script or the statements.
public final class EqualityPanel implements PanelView {
    /// Above this height letters and rows grow, to be read from afar.
    private static final double ROOM = 520;
    private static final PseudoClass ROOMY = PseudoClass.getPseudoClass("roomy");

    private final VBox root = new VBox();
    private final ScriptPage script;
    private final StatementPage statements;

    public EqualityPanel(Ui ui) {
        script = new ScriptPage(ui);
        statements = new StatementPage(ui);
        var answer = new Label();
        answer.getStyleClass().add("equality-answer");
        answer.setWrapText(true);
        answer.setMinWidth(0);
        answer.setMinHeight(Region.USE_PREF_SIZE);
        answer.textProperty().bind(ui.texts().of("equality.answer"));
        HBox.setHgrow(answer, Priority.ALWAYS);
        var tabs = new Segments<Boolean>(List.of(true, false), this::open);
        tabs.button(true).textProperty().bind(ui.texts().of("equality.script"));
        tabs.button(false).textProperty().bind(ui.texts().of("equality.statements"));
        tabs.button(false).setId("equality-statements");
        tabs.setMinWidth(Region.USE_PREF_SIZE);
        tabs.show(true);
        var top = new HBox(tabs, answer);
        top.getStyleClass().add("equality-top");
        top.setAlignment(Pos.CENTER_LEFT);
        var pages = new VBox(script, statements);
        var scroll = new ScrollPane(pages);
        LiveScroll.uncache(scroll);
        scroll.getStyleClass().add("stack-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root.getStyleClass().add("equality-panel");
        root.setMinSize(0, 0);
        root.getChildren().setAll(top, scroll);
        root.heightProperty().subscribe(h -> {
            root.pseudoClassStateChanged(ROOMY, h.doubleValue() > ROOM);
            script.setRoomy(h.doubleValue() > ROOM);
        });
        open(true);
    }

    @Override
    public Region node() {
        return root;
    }

    @Override
    public void show(Frame frame) {
        script.show(frame);
    }

    @Override
    public void retold() {
        script.retold();
        statements.retold();
    }

    private void open(boolean isScript) {
        Presence.set(script, isScript);
        Presence.set(statements, !isScript);
    }
}
