package lossloupe.cli;

import java.nio.file.Path;
import java.util.List;

/// For commands that must not ask for a window.
public final class NoDesktop implements Desktop {
    @Override
    public void open(List<Path> files) {
        throw new AssertionError("a window in a test");
    }

    @Override
    public void picture(PictureRequest request) {
        throw new AssertionError("a picture in a test");
    }
}
