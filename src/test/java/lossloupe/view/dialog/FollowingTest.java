package lossloupe.view.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import lossloupe.app.AppModel;
import lossloupe.app.Notice;
import lossloupe.app.Panel;
import lossloupe.app.Selection;
import lossloupe.document.Edit;
import lossloupe.document.Samples;
import lossloupe.view.Ui;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The window follows files that training writes.
class FollowingTest {
    @TempDir
    Path folder;

    private Ui ui;
    private AppModel model;
    private lossloupe.view.dialog.Files files;
    private Path dump;

    @BeforeEach
    void open() {
        dump = folder.resolve("dump.json");
        write(text(1, 40));
        ui = OnFx.ui(Samples.seed());
        model = ui.model();
        var overlay = new Overlay[1];
        OnFx.run(() -> {
            overlay[0] = new Overlay();
            overlay[0].cover(new Scene(new StackPane(new Button("below")), 900, 700));
            files = new lossloupe.view.dialog.Files(ui, overlay[0], () -> null);
            files.open(List.of(dump));
        });
        OnFx.await(() -> overlay[0].lookup("#accept") instanceof Button button && !button.isDisabled());
        OnFx.run(() -> ((Button) overlay[0].lookup("#accept")).fire());
        assertEquals(1, logit());
    }

    @AfterEach
    void close() {
        OnFx.run(() -> files.following().stop());
    }

    /// Two classes in runs; the first logit is the one given.
    private static String text(double logit, int length) {
        var labels = new StringJoiner(", ");
        var logits = new StringJoiner(", ");
        for (int p = 0; p < length; p++) {
            labels.add(p % 20 < 10 ? "0" : "1");
            logits.add(p == 0 ? Double.toString(logit) : p % 20 < 10 ? "-1.5" : "1.25");
        }
        return "{\"labels\": [[%1$s], [%1$s]], \"logits\": [[%2$s], [%2$s]]}".formatted(labels, logits);
    }

    private void write(String text) {
        try {
            Files.writeString(dump, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private double logit() {
        return model.document().example(0).logits().get(0).get(0);
    }

    private String notice() {
        var notice = model.noticeProperty().get();
        return notice == null ? "" : notice.key();
    }

    @Test
    void aSessionOfItsOwnFollowsNothing() throws InterruptedException {
        OnFx.run(() -> model.store().markSaved(model.document(), folder.resolve("own.lossloupe")));
        write(text(2.5, 40));
        Thread.sleep(900);
        assertEquals(1, logit());
    }

    @Test
    void selectionAndLayoutStay() {
        OnFx.run(() -> model.select(Selection.cell(1, 4)));
        var opened = model.document();
        write(text(2.5, 40));
        OnFx.await(() -> logit() == 2.5);
        assertEquals(Selection.cell(1, 4), model.view().selection());
        assertFalse(model.store().isEdited());
        assertSame(opened, model.referenceProperty().get());
        assertEquals("live.taken", notice());
        assertEquals(Panel.CHANGES, model.noticeProperty().get().panel());
        OnFx.run(() -> model.store().undo());
        assertEquals(1, logit());
        assertTrue(model.store().isEdited(), "no file holds the former numbers now");
    }

    @Test
    void anotherLengthIsTakenOverToo() {
        write(text(2.5, 60));
        OnFx.await(() -> model.document().shape().length() == 60);
    }

    @Test
    void aHalfWrittenFileIsWaitedFor() throws InterruptedException {
        var whole = text(4, 40);
        var opened = model.document();
        write(whole.substring(0, whole.length() / 2));
        Thread.sleep(1_000);
        assertSame(opened, model.document());
        assertNull(model.noticeProperty().get());
        write(whole);
        OnFx.await(() -> logit() == 4);
    }

    @Test
    void aFileThatStaysBrokenIsToldOfAndChangesNothing() {
        var opened = model.document();
        write("{\"labels\": [[0, 1");
        OnFx.await(() -> notice().equals("live.broken"));
        assertEquals(Notice.Kind.ERROR, model.noticeProperty().get().kind());
        assertSame(opened, model.document());
    }

    @Test
    void editsAreNotReplacedUnasked() {
        OnFx.run(() -> model.edit(new Edit.Values(Edit.Target.LOGITS, 0, 0, 0, 7)));
        write(text(3, 40));
        OnFx.await(() -> notice().equals("live.waits"));
        assertEquals(7, logit());
        OnFx.run(files.following()::takeOver);
        assertEquals(3, logit());
        OnFx.run(() -> model.store().undo());
        assertEquals(7, logit());
    }

    @Test
    void aPersonMaySwitchItOff() {
        OnFx.run(() -> files.following().wantedProperty().set(false));
        write(text(3, 40));
        OnFx.await(() -> notice().equals("live.waits"));
        assertEquals(1, logit());
    }
}
