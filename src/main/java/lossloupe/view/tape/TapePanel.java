package lossloupe.view.tape;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lossloupe.app.Frame;
import lossloupe.view.PanelView;
import lossloupe.view.Presence;
import lossloupe.view.Segments;
import lossloupe.view.Ui;

/// Two pages: the tape of both layouts, and the film of a reshape.
public final class TapePanel implements PanelView {
    private final VBox root = new VBox();
    private final Tape tape;
    private final Film film;

    public TapePanel(Ui ui) {
        tape = new Tape(ui);
        film = new Film(ui);
        var tabs = new Segments<>(List.of(true, false), this::open);
        tabs.button(true).textProperty().bind(ui.texts().of("tape.both"));
        tabs.button(false).textProperty().bind(ui.texts().of("tape.film"));
        tabs.button(false).setId("tape-film");
        tabs.show(true);
        tabs.setMinWidth(Region.USE_PREF_SIZE);
        var about = new Label();
        about.getStyleClass().add("finding-evidence");
        about.setWrapText(true);
        about.textProperty().bind(ui.texts().of("tape.about"));
        HBox.setHgrow(about, Priority.ALWAYS);
        var top = new HBox(14, tabs, about);
        top.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        VBox.setVgrow(tape, Priority.ALWAYS);
        VBox.setVgrow(film, Priority.ALWAYS);
        root.getStyleClass().add("doctor-panel");
        root.setMinSize(0, 0);
        root.getChildren().setAll(top, tape, film);
        open(true);
    }

    @Override
    public Region node() {
        return root;
    }

    @Override
    public void show(Frame frame) {
        tape.show(frame);
        film.show(frame);
    }

    @Override
    public void retold() {
        tape.draw();
        film.draw();
    }

    private void open(boolean both) {
        Presence.set(tape, both);
        Presence.set(film, !both);
    }
}
