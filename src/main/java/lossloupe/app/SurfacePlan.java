package lossloupe.app;

import java.util.Map;
import lossloupe.document.Document;

/// Where a pane wants its grids painted, said of a document and a view before either is shown: their first frame then
/// comes with its pictures.
@FunctionalInterface
public interface SurfacePlan {
    /// The surfaces that fit the room and the colours that the pane has now; none while it has no room.
    Map<Track, Surface> of(Document document, ViewState view);
}
