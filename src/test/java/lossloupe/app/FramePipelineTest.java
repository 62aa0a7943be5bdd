package lossloupe.app;

import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Map;
import lossloupe.compute.Evaluation;
import lossloupe.document.Document;
import lossloupe.document.LossSetup;
import lossloupe.document.Samples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FramePipelineTest {
    private final FramePipeline pipeline = new FramePipeline(frame -> {});
    private final Document document = Samples.random(new Samples.Recipe(1, 3, 50, -3, 3, 0.3, 1), LossSetup.DEFAULT);

    @AfterEach
    void close() {
        pipeline.close();
    }

    private Frame frame(long revision, Document of) {
        return pipeline.frame(
                new FramePipeline.Request(revision, revision, of, ViewState.opening(of), Map.of(), false));
    }

    /// The import preview has evaluated the document; the window shows those very numbers.
    @Test
    void whatThePreviewHasComputedIsShown() {
        var begun = Evaluation.onDemand(document);
        var chunk = begun.a().terms().chunk(0, 1, 0);
        pipeline.takeUp(begun, 1);
        var shown = frame(2, document.named("opened"));
        assertSame(chunk, shown.evaluation().a().terms().chunk(0, 1, 0));
    }

    /// A frame of the document before may still be on its way.
    @Test
    void aFrameOfTheDocumentBeforeLeavesItToTheNext() {
        var begun = Evaluation.onDemand(document);
        var chunk = begun.a().terms().chunk(0, 1, 0);
        pipeline.takeUp(begun, 1);
        assertNotSame(chunk, frame(1, Samples.seed()).evaluation().a().terms().chunk(0, 1, 0));
        assertSame(chunk, frame(2, document).evaluation().a().terms().chunk(0, 1, 0));
    }
}
