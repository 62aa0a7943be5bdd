package lossloupe.view.equality;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import lossloupe.equality.Claim;
import lossloupe.equality.Run;
import lossloupe.equality.Tensor;
import lossloupe.view.Looks;
import lossloupe.view.Ui;
import lossloupe.view.track.RenderCanvas;
import org.jspecify.annotations.Nullable;

/// The tensors of one comparison as they lie in memory, one box a number: packets bracketed, the scalar tail hatched,
/// cells that differ filled, the chosen cell ringed in every one of them.
final class MemoryView extends Region {
    private static final double NAME = 62;
    private static final double GAP = 7;
    private static final double LEAST = 11;
    private static final double MOST = 20;
    private static final int MOST_ACROSS = 64;
    private static final Font MONO = Font.font("LossLoupe Mono", 12);

    private record Strip(Tensor tensor, double y, int across, int lines, double width, double height) {
        double x(int flat) {
            return NAME + flat % across * width;
        }

        double y(int flat) {
            int line = flat / across;
            return y + line * height;
        }
    }

    private final Looks looks;
    private final RenderCanvas canvas;
    private final List<Strip> strips = new ArrayList<>();
    private @Nullable Run run;
    private Claim claim = Claim.E1;
    private int cell;

    MemoryView(Ui ui, IntConsumer chosen) {
        looks = ui.looks();
        canvas = new RenderCanvas(looks);
        setId("equality-memory");
        setMinWidth(0);
        getChildren().add(canvas);
        looks.paletteProperty().subscribe(p -> requestLayout());
        setOnMousePressed(e -> {
            int hit = cellAt(e.getX(), e.getY());
            if (hit >= 0) {
                chosen.accept(hit);
            }
        });
    }

    void show(Run newRun, Claim newClaim, int newCell) {
        run = newRun;
        claim = newClaim;
        cell = newCell;
        requestLayout();
        if (getParent() != null) {
            getParent().requestLayout();
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        var now = run;
        return now == null ? 60 : height(plan(now, Math.max(200, width < 0 ? getWidth() : width)));
    }

    private static double height(List<Strip> plan) {
        var last = plan.getLast();
        return last.y() + last.height() * last.lines() + GAP;
    }

    @Override
    protected void layoutChildren() {
        var now = run;
        if (now == null || getWidth() < 200) {
            return;
        }
        strips.clear();
        strips.addAll(plan(now, getWidth()));
        var gc = canvas.begin(getWidth(), getHeight());
        for (var strip : strips) {
            paint(gc, now, strip);
        }
    }

    private List<Strip> plan(Run now, double width) {
        var draw = now.draw();
        int first = claim.from(draw);
        int last = Math.max(first, claim.to(draw) - 1);
        var tensors = new LinkedHashSet<Tensor>();
        tensors.add(claim.left(draw, first));
        tensors.add(claim.left(draw, last));
        tensors.add(claim.right(draw, first));
        tensors.add(claim.right(draw, last));
        var plan = new ArrayList<Strip>();
        double y = 2;
        for (var tensor : tensors) {
            int size = tensor.size(draw);
            int across = Math.min(MOST_ACROSS, draw.perExample());
            double w = Math.floor(Math.min(MOST, (width - NAME - 4) / across) * 4) / 4;
            double h = Math.clamp(w * 1.3, LEAST, MOST);
            int lines = Math.ceilDiv(size, across);
            plan.add(new Strip(tensor, y, across, lines, w, h));
            y += lines * h + GAP;
        }
        return plan;
    }

    private void paint(GraphicsContext gc, Run now, Strip strip) {
        var palette = looks.palette();
        gc.setFont(MONO);
        gc.setTextAlign(TextAlignment.LEFT);
        gc.setTextBaseline(VPos.CENTER);
        gc.setFill(Looks.color(palette.ink()));
        gc.fillText(strip.tensor().code(), 2, strip.y() + strip.height() / 2);
        var differing = new LinkedHashSet<>(
                claim.isOfMeans() ? List.of() : now.verdict(claim).differing());
        int size = strip.tensor().size(now.draw());
        for (int i = 0; i < size; i++) {
            int of = strip.tensor().cell(now.draw(), i);
            double x = strip.x(i) + 0.5;
            double y = strip.y(i) + 0.5;
            double w = strip.width() - 1;
            double h = strip.height() - 3;
            boolean isTail = i >= now.arithmetic().tail(size);
            gc.setFill(Looks.color(differing.contains(of) ? palette.error() : palette.line()));
            gc.fillRect(x, y, w, h);
            if (isTail) {
                hatch(gc, x, y, w, h, Looks.color(differing.contains(of) ? palette.panel() : palette.mute()));
            }
            if (of == cell && !claim.isOfMeans()) {
                gc.setStroke(Looks.color(palette.ink()));
                gc.setLineWidth(2);
                gc.strokeRect(x, y, w, h);
            }
        }
        bracket(gc, now, strip, size);
    }

    private void bracket(GraphicsContext gc, Run now, Strip strip, int size) {
        int packet = now.arithmetic().packet();
        gc.setStroke(Looks.color(looks.palette().faint()));
        gc.setLineWidth(1);
        for (int i = 0; packet > 1 && i < now.arithmetic().tail(size); i++) {
            double y = strip.y(i) + strip.height() - 1.5;
            boolean ends = (i + 1) % packet == 0;
            double x = strip.x(i) + (i % packet == 0 ? 1.5 : 0);
            gc.strokeLine(x, y, strip.x(i) + strip.width() - (ends ? 1.5 : 0), y);
        }
    }

    private static void hatch(GraphicsContext gc, double x, double y, double w, double h, Color stripe) {
        gc.save();
        gc.beginPath();
        gc.rect(x, y, w, h);
        gc.clip();
        gc.setStroke(stripe);
        gc.setLineWidth(1.2);
        for (double d = -h; d < w; d += 4) {
            gc.strokeLine(x + d, y + h, x + d + h, y);
        }
        gc.restore();
    }

    private int cellAt(double x, double y) {
        var now = run;
        if (now == null) {
            return -1;
        }
        for (var strip : strips) {
            int size = strip.tensor().size(now.draw());
            int column = (int) Math.floor((x - NAME) / strip.width());
            int row = (int) Math.floor((y - strip.y()) / strip.height());
            int flat = row * strip.across() + column;
            if (column >= 0 && column < strip.across() && row >= 0 && flat < size) {
                return strip.tensor().cell(now.draw(), flat);
            }
        }
        return -1;
    }
}
