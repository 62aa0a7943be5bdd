package lossloupe;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
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
            var openable =
                    Arrays.stream(Track.values()).filter(Track::isOpenable).toList();
            request.tracks().forEach(id -> shown.add(named(id, "track", openable.stream(), Track::id)));
            var panel = request.panel();
            Screenshot.write(new Screenshot.Request(
                    request.document(),
                    request.output(),
                    request.width(),
                    request.height(),
                    request.scale(),
                    Preferences.Theme.valueOf(request.theme().name()),
                    request.locale(),
                    shown,
                    panel == null ? null : named(panel, "panel", Arrays.stream(Panel.values()), Panel::id),
                    request.from(),
                    request.to()));
        }

        private static <T> T named(String id, String kind, Stream<T> all, Function<T, String> idOf) {
            var candidates = all.toList();
            return candidates.stream()
                    .filter(c -> idOf.apply(c).equals(id))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no " + kind + " is called " + id + "; there are "
                            + String.join(" ", candidates.stream().map(idOf).toList())));
        }
    }
}
