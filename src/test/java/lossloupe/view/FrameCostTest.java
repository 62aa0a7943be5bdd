package lossloupe.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import lossloupe.app.AppModel;
import lossloupe.app.Frame;
import lossloupe.app.Preferences;
import lossloupe.app.Selection;
import lossloupe.app.Track;
import lossloupe.document.Edit;
import lossloupe.document.Samples;
import lossloupe.tensor.DataFormat;
import lossloupe.view.dialog.OnFx;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a frame of a drag must not cost: in software a layer that nobody sees takes as long as one that is seen, and a
/// layout of the whole window as long as the numbers themselves.
class FrameCostTest {
    private static final Samples.Recipe LONG = new Samples.Recipe(1, 4, 20_000, -3, 3, 0.2, 1);

    private final Ui ui = OnFx.ui(Samples.seed());
    private final AppModel model = ui.model();
    private final Stage stage = OnFx.show(ui);

    @AfterEach
    void close() {
        OnFx.run(() -> {
            stage.close();
            model.close();
        });
    }

    @Test
    void nothingIsPaintedThatIsInvisible() {
        OnFx.await(model::isSettled);
        var found = new ArrayList<String>();
        int regions = OnFx.call(() -> {
            stage.getScene().getRoot().layout();
            return collect(stage.getScene().getRoot(), found);
        });
        assertEquals(List.of(), found);
        assertTrue(regions > 100, "only " + regions + " regions were looked at");
    }

    private static int collect(Node node, List<String> found) {
        if (!node.isVisible()) {
            return 0;
        }
        int regions = 0;
        if (node instanceof Region region) {
            regions++;
            var background = region.getBackground();
            boolean wastes = background != null
                    && background.getFills().stream()
                            .anyMatch(f -> f.getFill() instanceof Color color && color.getOpacity() == 0);
            if (wastes) {
                found.add(node.toString());
            }
        }
        if (node instanceof Parent parent) {
            for (var child : parent.getChildrenUnmodifiable()) {
                regions += collect(child, found);
            }
        }
        return regions;
    }

    @Test
    void numbersOfTheSameWidthLayOutNothingAroundThem() {
        OnFx.run(() -> {
            model.preferences().motionProperty().set(Preferences.Motion.REDUCED);
            model.select(Selection.cell(1, 7));
        });
        set(-1.2332);
        var layouts = new AtomicInteger();
        OnFx.run(() -> ((Parent) stage.getScene().lookup(".window"))
                .needsLayoutProperty()
                .subscribe(needed -> layouts.addAndGet(needed ? 1 : 0)));
        layouts.set(0);
        set(-1.2338);
        assertEquals(0, layouts.get());
        set(12.5);
        assertTrue(layouts.get() > 0, "a number of another width is given its room");
    }

    @Test
    void everyFrameComesWithItsPictures() {
        OnFx.await(model::isSettled);
        var frames = new ArrayList<Frame>();
        OnFx.run(() -> model.frameProperty().subscribe((before, frame) -> frames.add(frame)));
        OnFx.run(() -> model.open(Samples.random(LONG, model.document().setup()), null));
        OnFx.await(model::isSettled);
        OnFx.run(() -> model.turn(DataFormat.CHANNELS_LAST));
        OnFx.await(model::isSettled);
        var formats = EnumSet.noneOf(DataFormat.class);
        for (var frame : frames) {
            var format = frame.evaluation().document().setup().format();
            formats.add(format);
            for (var track : List.of(Track.LABELS, Track.LOGITS, Track.LOSS_A, Track.LOSS_B)) {
                var picture = frame.picture(track);
                assertNotNull(picture, track + " in " + format);
                assertEquals(format, picture.surface().grid().format());
            }
        }
        assertEquals(EnumSet.allOf(DataFormat.class), formats);
    }

    private void set(double logit) {
        OnFx.run(() -> model.edit(new Edit.Values(Edit.Target.LOGITS, 0, 1, 7, logit)));
        OnFx.await(model::isSettled);
        OnFx.run(() -> stage.getScene().getRoot().layout());
    }
}
