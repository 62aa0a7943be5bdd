package lossloupe.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import lossloupe.document.Document;
import lossloupe.document.LossSetup;
import lossloupe.document.Samples;
import lossloupe.view.dialog.OnFx;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Waiting must not mean reading the same file over and over: it may hold gigabytes.
class LiveFilesTest {
    @TempDir
    Path folder;

    private final AtomicInteger reads = new AtomicInteger();
    private final BlockingQueue<LiveFiles.Arrival> arrivals = new ArrayBlockingQueue<>(4);

    private LiveFiles.Arrival afterWriting(LiveFiles.Source source) throws Exception {
        // The toolkit brings arrivals.
        OnFx.run(() -> {});
        var file = folder.resolve("dump.npy");
        Files.writeString(file, "before");
        var live = new LiveFiles(
                List.of(file),
                Samples.seed(),
                () -> {
                    reads.incrementAndGet();
                    return source.read();
                },
                arrivals::add);
        Files.writeString(file, "written again");
        var arrival = arrivals.take();
        live.stop();
        return arrival;
    }

    @Test
    void anotherShapeIsReadOnceAndWaitedFor() throws Exception {
        Document longer = Samples.random(new Samples.Recipe(1, 4, 20, -1, 1, .3, 2), LossSetup.DEFAULT);
        var fresh = assertInstanceOf(LiveFiles.Arrival.Fresh.class, afterWriting(() -> longer));
        assertEquals(longer, fresh.document());
        assertEquals(1, reads.get());
    }

    @Test
    void whatCannotBeReadIsTriedOnceMoreBeforeItIsTold() throws Exception {
        assertInstanceOf(LiveFiles.Arrival.Broken.class, afterWriting(() -> {
            throw new IOException("half a file");
        }));
        assertEquals(2, reads.get());
    }

    @Test
    void whatCanBeReadInTheEndArrives() throws Exception {
        var arrival = afterWriting(() -> {
            if (reads.get() == 1) {
                throw new IOException("half a file");
            }
            return Samples.seed();
        });
        assertInstanceOf(LiveFiles.Arrival.Fresh.class, arrival);
    }
}
