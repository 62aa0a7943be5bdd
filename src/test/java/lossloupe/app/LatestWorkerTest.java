package lossloupe.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LatestWorkerTest {
    @Test
    void runsTheFirstAndTheNewestOfAThousandRequests() throws InterruptedException {
        var started = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        var finished = new CountDownLatch(2);
        var seen = new CopyOnWriteArrayList<Integer>();
        var worker = new LatestWorker<Integer>("test", request -> {
            started.countDown();
            try {
                release.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            seen.add(request);
            finished.countDown();
        });
        worker.submit(0);
        assertTrue(started.await(10, TimeUnit.SECONDS));
        for (int i = 1; i <= 1000; i++) {
            worker.submit(i);
        }
        assertTrue(worker.isSuperseded());
        release.countDown();
        assertTrue(finished.await(10, TimeUnit.SECONDS));
        assertEquals(List.of(0, 1000), seen);
        worker.close();
    }
}
