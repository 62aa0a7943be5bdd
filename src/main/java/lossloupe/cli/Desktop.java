package lossloupe.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// What only the window can do; the program hands it in.
public interface Desktop {
    /// Opens the window on files and returns once it is closed.
    void open(List<Path> files);

    /// Writes a picture of the window.
    ///
    /// @throws IOException where it cannot be written
    /// @throws IllegalArgumentException where the request names a track that there is not
    void picture(PictureRequest request) throws IOException;
}
