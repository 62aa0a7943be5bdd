package lossloupe.view.dialog;

import java.nio.file.Path;
import java.util.function.Consumer;
import lossloupe.app.AppModel;
import lossloupe.app.Notice;

/// Writing a file on a job, and saying that it is there.
public final class Saving {
    /// What fills the file.
    public interface Writer {
        void write(Path file) throws Exception;
    }

    private Saving() {}

    /// Starts to write.
    ///
    /// @param then done once the file is there and that was said
    /// @param failed told why it is not
    public static void start(AppModel model, Path file, Writer writer, Runnable then, Consumer<Exception> failed) {
        var name = String.valueOf(file.getFileName());
        model.jobs()
                .start(
                        "ask.saving",
                        name,
                        p -> {
                            writer.write(file);
                            return name;
                        },
                        written -> {
                            model.say(Notice.info("notice.saved", written));
                            then.run();
                        },
                        failed);
    }
}
