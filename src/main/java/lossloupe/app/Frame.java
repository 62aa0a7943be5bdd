package lossloupe.app;

import java.util.Map;
import lossloupe.compute.Evaluation;
import lossloupe.paint.Pixels;
import org.jspecify.annotations.Nullable;

/// Everything the panes show for one revision of the document.
///
/// @param request number of the request it answers
/// @param revision the store's revision it belongs to; older than the store's means its numbers are to be dimmed
/// @param view the view state it was painted for
/// @param scales colour ranges common to the tracks
/// @param pictures painted grids, only of tracks whose cells are too narrow to be drawn one by one
public record Frame(
        long request,
        long revision,
        Evaluation evaluation,
        ViewState view,
        Scales scales,
        Map<Track, Picture> pictures) {
    /// A painted grid and the surface it was painted for.
    public record Picture(Surface surface, Pixels pixels) {}

    public @Nullable Picture picture(Track track) {
        return pictures.get(track);
    }
}
