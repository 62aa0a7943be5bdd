package lossloupe.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import lossloupe.document.Document;
import lossloupe.document.Edit;
import lossloupe.document.LossSetup;
import lossloupe.document.Samples;
import lossloupe.io.JournalReader;
import lossloupe.io.NotWrittenException;
import lossloupe.tensor.DType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Work that no file holds outlives its process.
class JournalTest {
    private static final int FAR = 9_000;

    @TempDir
    private Path folder;

    private static Document document() {
        return Samples.random(
                new Samples.Recipe(1, 2, 10_000, -3, 3, 0.3, 1), LossSetup.DEFAULT.withDType(DType.FLOAT64));
    }

    /// One gesture that writes a number to two chunks: a state that holds it in one alone was never on the screen.
    private static void write(DocumentStore store, double value) {
        store.apply(new Edit.Several(
                List.of(
                        new Edit.Values(Edit.Target.LOGITS, 0, 0, 0, value),
                        new Edit.Values(Edit.Target.LOGITS, 0, 1, FAR, value)),
                "edit.logits"));
    }

    private static void await(Journal journal) throws InterruptedException {
        while (!journal.isWritten()) {
            Thread.sleep(1);
        }
    }

    private static List<Path> journals(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(Journal.ENDING)).toList();
        }
    }

    @Test
    void thereIsAJournalOnlyWhileSomethingIsUnsaved() throws Exception {
        var store = new DocumentStore(document());
        var own = folder.resolve("not").resolve("there");
        var journal = new Journal(store, own, e -> {});
        assertTrue(journals(own).isEmpty());
        write(store, 1);
        await(journal);
        assertEquals(1, journals(own).size());
        assertTrue(Orphans.in(own).isEmpty(), "its process lives");
        store.undo();
        await(journal);
        assertTrue(journals(own).isEmpty());
        store.redo();
        store.markSaved(store.document(), folder.resolve("saved.lossloupe"));
        await(journal);
        assertTrue(journals(own).isEmpty());
        journal.close();
        try (var left = Files.list(own)) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void aRestoredStateReplacesItsOrphan() throws Exception {
        var orphan = folder.resolve("1-1" + Journal.ENDING);
        var other = new DocumentStore(document());
        var first = new Journal(other, folder, e -> {});
        write(other, 4);
        await(first);
        Files.copy(journals(folder).getFirst(), orphan);
        first.close();
        assertEquals(List.of(orphan), Orphans.in(folder));

        var state = JournalReader.last(orphan).orElseThrow();
        var store = new DocumentStore(Samples.seed());
        var journal = new Journal(store, folder, e -> {});
        store.restore(state.document(), state.file());
        journal.replacing(orphan);
        await(journal);
        assertTrue(store.isEdited());
        assertFalse(Files.exists(orphan));
        assertEquals(1, journals(folder).size());
        journal.close();
    }

    @Test
    void aFolderThatVanishesIsMadeAnew() throws Exception {
        var own = folder.resolve("state");
        var store = new DocumentStore(document());
        var journal = new Journal(store, own, e -> {});
        write(store, 1);
        await(journal);
        try (var files = Files.list(own)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(own);
        write(store, 2);
        await(journal);
        var kept = JournalReader.last(journals(own).getFirst()).orElseThrow();
        assertEquals(2, kept.document().example(0).logits().get(0).get(0));
        assertTrue(Orphans.in(own).isEmpty(), "its process lives");
        journal.close();
    }

    @Test
    void aFolderThatCannotBeWrittenIsToldOnce() throws Exception {
        var blocked = Files.writeString(folder.resolve("file"), "no folder");
        var told = new AtomicReference<NotWrittenException>();
        var store = new DocumentStore(document());
        var journal = new Journal(store, blocked, told::set);
        write(store, 1);
        await(journal);
        assertEquals("write.noDirectory", told.get().key());
        told.set(null);
        write(store, 2);
        await(journal);
        assertTrue(told.get() == null);
        journal.close();
    }

    @Test
    void survivesBeingKilled() throws Exception {
        killed(3, 1);
    }

    @Test
    @Tag("long")
    void survivesBeingKilledFiftyTimes() throws Exception {
        killed(50, 2);
    }

    private void killed(int times, long seed) throws Exception {
        var random = new Random(seed);
        for (int i = 0; i < times; i++) {
            var own = folder.resolve("run" + i);
            double told = killAfter(own, random.nextInt(20), random.nextInt(120));
            var orphans = Orphans.in(own);
            assertEquals(1, orphans.size(), "run " + i);
            var restored = JournalReader.last(orphans.getFirst()).orElseThrow().document();
            double kept = restored.example(0).logits().get(0).get(0);
            assertEquals(kept, restored.example(0).logits().get(1).get(FAR), "run " + i + ": half a gesture");
            assertTrue(kept >= told, "run " + i + ": " + told + " was on the disk, " + kept + " came back");
        }
    }

    /// Runs [Victim] until it has said some numbers and a while longer; gives the last that it knew to be kept.
    private double killAfter(Path own, int lines, int millis) throws Exception {
        var said = folder.resolve("said.txt");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-modules=jdk.incubator.vector",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Victim.class.getName(),
                        own.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(said.toFile())
                .start();
        while (process.isAlive() && numbers(said).size() <= lines) {
            Thread.sleep(5);
        }
        Thread.sleep(millis);
        process.destroyForcibly();
        assertTrue(process.waitFor(10, TimeUnit.SECONDS));
        return numbers(said).getLast();
    }

    private static List<Double> numbers(Path said) throws IOException {
        var text = Files.readString(said);
        return text.substring(0, text.lastIndexOf('\n') + 1)
                .lines()
                .map(Double::valueOf)
                .toList();
    }

    /// A person who does not stop editing.
    static final class Victim {
        private Victim() {}

        public static void main(String[] args) throws InterruptedException {
            var store = new DocumentStore(document());
            var journal = new Journal(store, Path.of(args[0]), e -> {});
            for (int value = 1; ; value++) {
                write(store, value);
                if (value % 7 == 0) {
                    JournalTest.await(journal);
                    System.out.println((double) value);
                } else {
                    Thread.sleep(value % 5);
                }
            }
        }
    }
}
