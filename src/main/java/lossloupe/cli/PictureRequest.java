package lossloupe.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import lossloupe.document.Document;
import org.jspecify.annotations.Nullable;

/// A picture of the window, as the command `screenshot` asks for it.
///
/// @param width in logical pixels
/// @param scale pixels per logical pixel
/// @param tracks ids of tracks to open beside the usual ones
/// @param panel id of what the drawer shows, or null
/// @param from first visible position, or −1 for all
/// @param to end of the visible positions
public record PictureRequest(
        Document document,
        Path output,
        int width,
        int height,
        double scale,
        Theme theme,
        Locale locale,
        List<String> tracks,
        @Nullable String panel,
        int from,
        int to) {
    /// The theme of the picture.
    public enum Theme {
        LIGHT,
        DARK
    }

    public PictureRequest {
        tracks = List.copyOf(tracks);
    }
}
