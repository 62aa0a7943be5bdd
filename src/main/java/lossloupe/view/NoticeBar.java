package lossloupe.view;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;
import lossloupe.app.Notice;
import org.jspecify.annotations.Nullable;

/// One sentence over the foot of the tracks, which stay where they are. Errors stay until they are closed; the rest
/// goes by itself.
final class NoticeBar extends HBox {
    private static final Duration BRIEF = Duration.seconds(5);
    /// Time to press the button that opens more.
    private static final Duration LONG = Duration.seconds(15);
    private static final double WIDEST = 560;
    private final Ui ui;
    private final Label text = new Label();
    private final Button more = new Button();
    private final PauseTransition leave = new PauseTransition();

    NoticeBar(Ui ui) {
        this.ui = ui;
        getStyleClass().add("notice-bar");
        setId("notice");
        setAlignment(Pos.CENTER_LEFT);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        text.setWrapText(true);
        text.setAccessibleRole(AccessibleRole.TEXT);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(WIDEST);
        var close = new Button();
        close.setGraphic(Icons.CLOSE.node());
        close.getStyleClass().addAll("icon-button", "small");
        close.accessibleTextProperty().bind(ui.texts().of("status.close"));
        close.setOnAction(e -> ui.model().noticeProperty().set(null));
        more.getStyleClass().add("chip");
        more.setId("notice-more");
        more.textProperty().bind(ui.texts().of("notice.more"));
        more.setMinWidth(USE_PREF_SIZE);
        getChildren().setAll(text, more, close);
        leave.setOnFinished(e -> ui.model().noticeProperty().set(null));
        ui.model().noticeProperty().subscribe(this::show);
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
            }
        });
        ui.texts()
                .stringsProperty()
                .subscribe(s -> show(ui.model().noticeProperty().get()));
    }

    /// Escape closes it too, whatever else the key does.
    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && isVisible()) {
            ui.model().noticeProperty().set(null);
        }
    }

    private void show(@Nullable Notice notice) {
        leave.stop();
        setVisible(notice != null);
        if (notice == null) {
            return;
        }
        text.setText(ui.texts().now(notice.key(), notice.args().toArray()));
        var panel = notice.panel();
        Presence.set(more, panel != null);
        more.setOnAction(e -> {
            ui.model().look(v -> v.withPanel(panel));
            ui.model().noticeProperty().set(null);
        });
        getStyleClass().remove("error");
        if (notice.kind() == Notice.Kind.ERROR) {
            getStyleClass().add("error");
        } else {
            leave.setDuration(panel == null ? BRIEF : LONG);
            leave.playFromStart();
        }
    }
}
