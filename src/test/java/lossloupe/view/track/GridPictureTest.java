package lossloupe.view.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.image.Image;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import lossloupe.app.AppModel;
import lossloupe.app.Preferences;
import lossloupe.app.Selection;
import lossloupe.app.Track;
import lossloupe.document.Document;
import lossloupe.document.Edit;
import lossloupe.document.LossSetup;
import lossloupe.document.Samples;
import lossloupe.tensor.DataFormat;
import lossloupe.view.AppWindow;
import lossloupe.view.dialog.OnFx;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is laid over a picture in patches must look like the picture drawn anew.
class GridPictureTest {
    private static final List<Track> TRACKS = List.of(Track.LABELS, Track.LOGITS, Track.LOSS_A, Track.LOSS_B);

    @ParameterizedTest
    @CsvSource({
        "12, CHANNELS_FIRST",
        "12, CHANNELS_LAST",
        "900, CHANNELS_FIRST",
        "900, CHANNELS_LAST",
        "100000, CHANNELS_FIRST",
        "100000, CHANNELS_LAST"
    })
    void patchesShowWhatADrawingFromScratchShows(int length, DataFormat layout) {
        var recipe = new Samples.Recipe(1, 4, length, -3, 3, 0.3, 1);
        var patched = open(Samples.random(recipe, LossSetup.DEFAULT.withFormat(layout)));
        int middle = length / 2;
        var edits = List.<Edit>of(
                new Edit.Values(Edit.Target.LOGITS, 0, 1, middle, 0.25),
                new Edit.Values(Edit.Target.LOGITS, 0, 1, middle, -1.5),
                new Edit.Values(Edit.Target.LOGITS, 0, 2, middle + 1, 1.5),
                new Edit.Values(Edit.Target.LABELS, 0, 2, middle + 3, 1));
        for (var edit : edits) {
            patched.apply(edit);
        }
        var anew = open(patched.model.document());
        assertTrue(patched.patches() > 0, "something must have been patched, or nothing is tested");
        assertEquals(0, anew.patches());
        for (var track : TRACKS) {
            assertEquals("", difference(patched.picture(track), anew.picture(track)), track.id());
        }
        patched.close();
        anew.close();
    }

    private static Shown open(Document document) {
        var ui = OnFx.ui(document);
        var stage = OnFx.call(() -> {
            ui.model().preferences().motionProperty().set(Preferences.Motion.REDUCED);
            var shown = new Stage();
            shown.setScene(AppWindow.whole(ui, 1440, 900).scene());
            shown.show();
            ui.model().select(Selection.cell(1, document.shape().length() / 2));
            return shown;
        });
        OnFx.await(ui.model()::isSettled);
        return new Shown(ui.model(), stage);
    }

    private record Shown(AppModel model, Stage stage) {
        void apply(Edit edit) {
            OnFx.run(() -> model.store().apply(edit));
            OnFx.await(model::isSettled);
        }

        int patches() {
            return OnFx.call(() -> stage.getScene().getRoot().lookupAll(".patches").stream()
                    .mapToInt(node -> ((Region) node).getChildrenUnmodifiable().size())
                    .sum());
        }

        Image picture(Track track) {
            return OnFx.call(() -> {
                // Where an earlier test left the pointer is no part of the picture.
                model.hoverProperty().set(null);
                return stage.getScene().lookup("#grid-" + track.id()).snapshot(null, null);
            });
        }

        void close() {
            OnFx.run(() -> {
                stage.close();
                model.close();
            });
        }
    }

    /// Says where pixels differ by more than two picture elements that are blended twice do; empty where none does.
    /// Text whose baseline lies halfway between two pixels is rounded now to one, now to the other, so a pixel may
    /// be that above or below it.
    private static String difference(Image a, Image b) {
        assertEquals(a.getWidth(), b.getWidth());
        assertEquals(a.getHeight(), b.getHeight());
        var found = new ArrayList<String>();
        for (int y = 0; y < a.getHeight(); y++) {
            for (int x = 0; x < a.getWidth(); x++) {
                int one = a.getPixelReader().getArgb(x, y);
                int best = Integer.MAX_VALUE;
                for (int dy = Math.max(0, y - 1); dy <= Math.min(a.getHeight() - 1, y + 1); dy++) {
                    best = Math.min(best, distance(one, b.getPixelReader().getArgb(x, dy)));
                }
                if (best > 6) {
                    found.add("(%d, %d) %08x".formatted(x, y, one));
                }
            }
        }
        return found.isEmpty()
                ? ""
                : found.size() + " pixels, " + found.stream().limit(40).toList();
    }

    private static int distance(int a, int b) {
        int most = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            most = Math.max(most, Math.abs((a >> shift & 0xff) - (b >> shift & 0xff)));
        }
        return most;
    }
}
