package lossloupe.view.track;

import java.util.List;
import lossloupe.app.Frame;
import lossloupe.app.Scales;
import lossloupe.app.Track;
import lossloupe.document.ClassInfo;
import lossloupe.i18n.Strings;
import lossloupe.paint.Palette;
import lossloupe.paint.Ramp;
import lossloupe.view.Ui;

/// What a drawn grid depends on beside its numbers. Equal keys and shared numbers: the picture is still right, and a
/// drag redraws only the tracks that it changes.
record DrawKey(
        Placement place,
        double renderScale,
        Palette palette,
        Strings strings,
        Scales scales,
        int example,
        Ramp ramp,
        List<ClassInfo> classes) {
    static DrawKey of(Ui ui, Frame frame, Placement place) {
        return new DrawKey(
                place,
                ui.looks().renderScaleProperty().get(),
                ui.looks().palette(),
                ui.texts().stringsProperty().getValue(),
                frame.scales(),
                frame.view().example(),
                frame.view().ramp(),
                frame.evaluation().document().classes());
    }

    /// Whether what was drawn for `before` under this key shows `next` just as well.
    boolean showsAlike(Track track, Frame before, Frame next) {
        return place.grid().hasCells()
                ? Scales.field(track, next.evaluation()).sharesAll(Scales.field(track, before.evaluation()), example)
                : next.picture(track) == before.picture(track);
    }
}
