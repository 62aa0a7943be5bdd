package lossloupe;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import lossloupe.app.Panel;
import lossloupe.app.Preferences;
import lossloupe.app.Track;
import lossloupe.cli.Cli;
import lossloupe.cli.Desktop;
import lossloupe.cli.PictureRequest;
import lossloupe.view.Screenshot;
import lossloupe.view.WindowApp;

/// Joins the command line to the window. It does not extend JavaFX's Application, so that the program starts from the
/// class path, and `evaluate` without a toolkit.
public final class Main {
    private Main() {}

    /// Runs the command line and ends the process with its exit code.
    public static void main(String[] args) {
        System.exit(Cli.run(new Window(), args));
    }

    private record Window() implements Desktop {
        @Override
        public void open(List<Path> files) {
            WindowApp.launch(files);
        }

        @Override
        public void picture(PictureRequest request) throws IOException {
            var shown = EnumSet.noneOf(Track.class);
            request.tracks().forEach(id -> shown.add(track(id)));
            Screenshot.write(new Screenshot.Request(
                    request.document(),
                    request.output(),
                    request.width(),
                    request.height(),
                    request.scale(),
                    Preferences.Theme.valueOf(request.theme().name()),
                    request.locale(),
                    shown,
                    request.panel() == null ? null : panel(request.panel()),
                    request.from(),
                    request.to()));
        }

        private static Panel panel(String id) {
            return Arrays.stream(Panel.values())
                    .filter(p -> p.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no panel is called " + id + "; there are "
                            + String.join(
                                    " ",
                                    Arrays.stream(Panel.values()).map(Panel::id).toList())));
        }

        private static Track track(String id) {
            return Arrays.stream(Track.values())
                    .filter(t -> t.isOpenable() && t.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no track is called " + id + "; there are "
                            + String.join(
                                    " ",
                                    Arrays.stream(Track.values())
                                            .filter(Track::isOpenable)
                                            .map(Track::id)
                                            .toList())));
        }
    }
}
