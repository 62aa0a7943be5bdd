package lossloupe.view.track;

import lossloupe.app.Frame;
import lossloupe.app.Scales;
import lossloupe.app.Track;
import lossloupe.export.data.TrackTable;

/// The numbers behind a track, for the clipboard.
final class TrackNumbers {
    private TrackNumbers() {}

    /// Tab-separated; empty where there are too many.
    static String of(Track track, Frame frame) {
        var evaluation = frame.evaluation();
        var shape = evaluation.document().shape();
        int example = frame.view().example();
        if ((long) shape.classes() * shape.length() > TrackTable.MOST_NUMBERS) {
            return "";
        }
        return switch (track) {
            case SERIES -> TrackTable.series(evaluation, example);
            case POSITION_LOSS -> TrackTable.perPosition(evaluation, example);
            default -> TrackTable.grid(evaluation, Scales.field(track, evaluation), example);
        };
    }
}
