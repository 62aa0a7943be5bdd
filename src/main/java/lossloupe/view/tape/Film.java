package lossloupe.view.tape;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import lossloupe.app.Frame;
import lossloupe.doctor.ReshapeFilm;
import lossloupe.view.Shown;
import lossloupe.view.Ui;
import org.jspecify.annotations.Nullable;

/// The numbers of the labels run out of memory into a grid of the same shape that reads them in the wrong order; cells
/// that end up with a wrong value are framed and counted. Played, stepped and scrubbed.
final class Film extends VBox {
    private static final int MOST = 1_200;
    private static final double SECONDS = 5;

    private final Ui ui;
    private final FilmStage stage;
    private final Slider progress = new Slider(0, 1, 0);
    private final Label count = new Label();
    private final Timeline timeline = new Timeline();
    private @Nullable Frame frame;
    private @Nullable ReshapeFilm film;

    Film(Ui ui) {
        this.ui = ui;
        this.stage = new FilmStage(ui.looks(), this::draw);
        setId("film");
        setSpacing(8);
        var play = button("tape.play", "film-play", this::play);
        var back = button("tape.back", "film-back", () -> step(-1));
        var forth = button("tape.forth", "film-forth", () -> step(1));
        count.getStyleClass().add("doctor-verdict");
        count.setId("film-count");
        progress.setPrefWidth(220);
        progress.setId("film-progress");
        progress.valueProperty().addListener((o, was, is) -> draw());
        var controls = new HBox(8, play, back, forth, progress, count);
        controls.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(stage, Priority.ALWAYS);
        getChildren().setAll(controls, stage);
        ui.looks().paletteProperty().when(Shown.in(this)).subscribe(p -> draw());
    }

    void show(Frame next) {
        var before = frame;
        frame = next;
        var document = next.evaluation().document();
        int example = Math.min(next.view().example(), document.shape().batch() - 1);
        boolean small = (long) document.shape().classes() * document.shape().length() <= MOST;
        film = small ? new ReshapeFilm(document, example) : null;
        progress.setDisable(!small);
        if (small && (before == null || !before.evaluation().document().shape().equals(document.shape()))) {
            progress.setMax(
                    document.shape().classes() * (double) document.shape().length());
            progress.setValue(progress.getMax());
        }
        draw();
    }

    void draw() {
        var now = frame;
        var running = film;
        if (now == null) {
            return;
        }
        if (running == null) {
            count.setText(ui.texts().now("tape.tooLong", MOST));
            stage.clear();
            return;
        }
        int placed = (int) Math.round(progress.getValue());
        count.setText(ui.texts().now("tape.wrong", running.wrongAfter(Math.min(placed, running.size())), placed));
        var document = now.evaluation().document();
        stage.draw(
                ui.looks().palette(),
                document,
                Math.min(now.view().example(), document.shape().batch() - 1),
                running,
                placed);
    }

    /// From the beginning; at once to the end where motion is to be reduced.
    private void play() {
        boolean running = timeline.getStatus() == Animation.Status.RUNNING;
        timeline.stop();
        if (running) {
            return;
        }
        if (!ui.looks().movesFreely()) {
            progress.setValue(progress.getMax());
            return;
        }
        double from = progress.getValue() >= progress.getMax() ? 0 : progress.getValue();
        progress.setValue(from);
        double share = 1 - from / progress.getMax();
        timeline.getKeyFrames()
                .setAll(new KeyFrame(
                        Duration.seconds(SECONDS * share), new KeyValue(progress.valueProperty(), progress.getMax())));
        timeline.play();
    }

    private void step(int by) {
        timeline.stop();
        progress.setValue(Math.rint(progress.getValue()) + by);
    }

    private Button button(String key, String id, Runnable action) {
        var button = new Button();
        button.textProperty().bind(ui.texts().of(key));
        button.getStyleClass().add("chip");
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(e -> action.run());
        return button;
    }
}
