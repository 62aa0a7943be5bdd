package lossloupe.export.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lossloupe.compute.LossResult;
import lossloupe.export.figure.Legend.Entry;
import lossloupe.export.figure.Legend.Mark;
import lossloupe.export.figure.Sheet.Align;
import lossloupe.reduce.Reduction;

/// Scalar reductions of both losses as bars; what labels forbid to go below is hatched. Reductions that show the same
/// digits for both losses share their bars.
final class ReducedDrawing implements Drawing {
    private static final double BAR = 9;
    private static final double BETWEEN = 1;
    private static final double BROADEST = 5;

    private final FigureInput input;
    private final List<List<Reduction>> groups;

    ReducedDrawing(FigureInput input) {
        this.input = input;
        var a = input.evaluation().a();
        var b = input.evaluation().b();
        Map<List<String>, List<Reduction>> alike = new LinkedHashMap<>();
        // Means alone: sums would dwarf them.
        Arrays.stream(Reduction.values())
                .filter(Reduction::isScalar)
                .filter(r -> !r.id().toLowerCase(Locale.ROOT).endsWith("sum"))
                .filter(r -> !r.id().startsWith("exact."))
                .filter(r -> a.takes(r) && b.takes(r))
                .forEach(r -> alike.computeIfAbsent(
                                List.of(digits(a.reduced(r)), digits(b.reduced(r))), k -> new ArrayList<>())
                        .add(r));
        this.groups = List.copyOf(alike.values());
    }

    private static String digits(double value) {
        return String.format(Locale.ROOT, "%.4f", value).replace("-", "\u2212");
    }

    /// The names of a group in lines of at most `width`.
    private static List<String> names(Sheet sheet, List<Reduction> group, double width) {
        var lines = new ArrayList<String>();
        for (var reduction : group) {
            var joined = lines.isEmpty() ? reduction.id() : lines.getLast() + " = " + reduction.id();
            if (lines.isEmpty()) {
                lines.add(joined);
            } else if (sheet.width(joined, sheet.style().tick()) <= width) {
                lines.set(lines.size() - 1, joined);
            } else {
                lines.add("= " + reduction.id());
            }
        }
        return lines;
    }

    @Override
    public double height(Sheet sheet, double width) {
        double height = legend(sheet).height(sheet, width) + 4;
        for (var group : groups) {
            height += bars(sheet) + line(sheet) * names(sheet, group, width).size() + gap(sheet);
        }
        return height;
    }

    private static double bars(Sheet sheet) {
        return 2 * Math.max(BAR, sheet.style().tick()) + BETWEEN;
    }

    private static double line(Sheet sheet) {
        return 1.3 * sheet.style().tick();
    }

    private static double gap(Sheet sheet) {
        return 0.8 * sheet.style().tick();
    }

    @Override
    public void draw(Sheet sheet, double x, double y, double width, double height) {
        double size = sheet.style().tick();
        double most = width - sheet.width("00.0000", size) - sheet.scaled(6);
        double perUnit = most / greatest();
        // A page that is higher than needed has broader bars, up to what still looks like bars, in its middle.
        double spare = Math.max(0, height - height(sheet, width)) / Math.max(1, groups.size());
        double usual = (bars(sheet) - BETWEEN) / 2;
        double thick = Math.min(usual + spare / 2, BROADEST * usual);
        double left = Math.max(0, spare - 2 * (thick - usual)) * groups.size();
        legend(sheet).draw(sheet, x, y + left / 2, width);
        double at = y + left / 2 + legend(sheet).height(sheet, width) + 4;
        for (var group : groups) {
            for (var line : names(sheet, group, width)) {
                var fitted = sheet.fitted(line, size, width);
                sheet.text(
                        fitted,
                        x,
                        at + size / 2,
                        Align.LEFT,
                        size,
                        sheet.palette().mute());
                at += line(sheet);
            }
            var first = group.getFirst();
            var a = input.evaluation().a();
            var b = input.evaluation().b();
            new Bar(a, first, sheet.palette().lossA()).draw(sheet, x, at, perUnit, thick);
            new Bar(b, first, sheet.palette().lossB()).draw(sheet, x, at + thick + BETWEEN, perUnit, thick);
            at += 2 * thick + BETWEEN + gap(sheet);
        }
    }

    private double greatest() {
        double greatest = 0;
        for (var group : groups) {
            for (var result : List.of(input.evaluation().a(), input.evaluation().b())) {
                double value = result.reduced(group.getFirst());
                greatest = Double.isFinite(value) ? Math.max(greatest, value) : greatest;
            }
        }
        return greatest > 0 ? greatest : 1;
    }

    private Legend legend(Sheet sheet) {
        var palette = sheet.palette();
        var entries = new ArrayList<Entry>();
        entries.add(new Entry(
                Mark.BOX, palette.lossA(), input.evaluation().a().info().shortName()));
        entries.add(new Entry(
                Mark.BOX, palette.lossB(), input.evaluation().b().info().shortName()));
        if (hasFloor()) {
            entries.add(new Entry(Mark.HATCH, palette.mute(), input.strings().text("figure.reduced.floor")));
        }
        return new Legend(entries);
    }

    private boolean hasFloor() {
        return groups.stream()
                .anyMatch(g -> input.evaluation().a().floor(g.getFirst()) > 0
                        || input.evaluation().b().floor(g.getFirst()) > 0);
    }

    private record Bar(LossResult result, Reduction reduction, int color) {
        void draw(Sheet sheet, double x, double y, double perUnit, double thick) {
            double value = result.reduced(reduction);
            double length = Double.isFinite(value) ? Math.max(0, value * perUnit) : 0;
            sheet.fill(x, y, length, thick, color);
            double floor = result.floor(reduction);
            if (floor > 0) {
                double hatched = Math.min(length, floor * perUnit);
                sheet.hatch(x, y, hatched, thick, sheet.palette().panel());
            }
            double size = sheet.style().tick();
            int ink = sheet.palette().ink();
            sheet.text(digits(value), x + length + sheet.scaled(3), y + thick / 2, Align.LEFT, size, ink);
        }
    }
}
