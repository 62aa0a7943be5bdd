package lossloupe.export.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lossloupe.equality.Arithmetic;
import lossloupe.equality.Claim;
import lossloupe.equality.Distance;
import lossloupe.equality.Draw;
import lossloupe.equality.Recorded;
import lossloupe.equality.Run;
import lossloupe.equality.Verdict;
import lossloupe.equality.Verdict.Outcome;
import lossloupe.export.figure.Sheet.Align;
import lossloupe.tensor.DType;

/// The eleven comparisons as a table: what TensorFlow recorded for the dummy data of the question, and what its packets
/// make of this document in both dtypes.
final class EqualityDrawing implements Drawing {
    /// Under this seed TensorFlow prints the tuple of the question.
    private static final long SEED = 2;

    private static final double GAP = 10;

    private final FigureInput input;
    private final List<Column> columns;

    /// @param head two lines over the numbers of one run
    private record Column(List<String> head, Run run) {}

    /// Where a column's numbers end, in points.
    private record Place(double mark, double ulps, double largest) {}

    EqualityDrawing(FigureInput input) {
        this.input = input;
        var recorded = Recorded.run(SEED);
        var draw = Draw.of(input.evaluation().document(), input.example());
        int packet = Recorded.ARITHMETIC.packet();
        this.columns = List.of(
                new Column(List.of("TensorFlow 2.21", size(recorded.draw()) + " float64"), recorded),
                emulated(draw, new Arithmetic(packet, DType.FLOAT64)),
                // Registers hold twice as many.
                emulated(draw, new Arithmetic(2 * packet, DType.FLOAT32)));
    }

    private Column emulated(Draw draw, Arithmetic arithmetic) {
        var head = input.strings().text("figure.equality.emulated", Integer.toString(arithmetic.packet()));
        return new Column(List.of(head, size(draw) + " " + arithmetic.dtype().id()), Run.of(draw, arithmetic));
    }

    private static String size(Draw draw) {
        return draw.classes() + "×" + draw.length();
    }

    private static double line(Sheet sheet) {
        return 1.45 * sheet.style().tick();
    }

    @Override
    public double height(Sheet sheet, double width) {
        double legend = legendLines(sheet, width).size() * line(sheet);
        return (3 + Claim.values().length) * line(sheet) + 12 + legend;
    }

    @Override
    public void draw(Sheet sheet, double x, double y, double width, double height) {
        var places = places(sheet, x, width);
        int mute = sheet.palette().mute();
        sheet.line(x, y + 0.5, x + width, y + 0.5, 0.8, mute);
        double at = y + 2.5;
        head(sheet, x, at, places);
        at += 3 * line(sheet) + 1.5;
        sheet.line(x, at, x + width, at, 0.5, mute);
        at += 1.5;
        double room = places.getFirst().mark - columnMark(sheet) - GAP - x;
        boolean isOfMeans = false;
        for (var claim : Claim.values()) {
            if (claim.isOfMeans() && !isOfMeans) {
                sheet.line(x, at + 1, x + width, at + 1, 0.3, mute);
                at += 2;
                isOfMeans = true;
            }
            row(sheet, claim, x, at + line(sheet) / 2, room, places);
            at += line(sheet);
        }
        sheet.line(x, at + 1, x + width, at + 1, 0.8, mute);
        at += 4;
        double size = sheet.style().tick();
        for (var text : legendLines(sheet, width)) {
            sheet.text(text, x, at + line(sheet) / 2, Align.LEFT, size, mute);
            at += line(sheet);
        }
    }

    private void head(Sheet sheet, double x, double y, List<Place> places) {
        double size = sheet.style().tick();
        int ink = sheet.palette().ink();
        int mute = sheet.palette().mute();
        double first = y + line(sheet) / 2;
        double last = first + 2 * line(sheet);
        sheet.text(input.strings().text("equality.head.test"), x, last, Align.LEFT, size, mute);
        for (int i = 0; i < columns.size(); i++) {
            var place = places.get(i);
            sheet.text(columns.get(i).head.getFirst(), place.largest, first, Align.RIGHT, size, ink);
            sheet.text(columns.get(i).head.getLast(), place.largest, first + line(sheet), Align.RIGHT, size, ink);
            sheet.text("ulp", place.ulps, last, Align.RIGHT, size, mute);
            sheet.text(input.strings().text("equality.head.largest"), place.largest, last, Align.RIGHT, size, mute);
        }
    }

    /// @param room for the comparison's code; its name where that is too long
    private void row(Sheet sheet, Claim claim, double x, double y, double room, List<Place> places) {
        double size = sheet.style().tick();
        int ink = sheet.palette().ink();
        var code = claim.id() + "  " + claim.code();
        boolean fits = Arrays.stream(Claim.values()).allMatch(c -> sheet.width(c.id() + "  " + c.code(), size) <= room);
        sheet.text(fits ? code : claim.id(), x, y, Align.LEFT, size, ink);
        for (int i = 0; i < columns.size(); i++) {
            var verdict = columns.get(i).run.verdict(claim);
            var place = places.get(i);
            var sign = verdict.outcome().sign();
            sheet.text(sign, place.mark, y, Align.RIGHT, size, color(sheet, verdict.outcome()));
            sheet.text(Distance.steps(verdict.ulps()), place.ulps, y, Align.RIGHT, size, ink);
            sheet.text(largest(verdict), place.largest, y, Align.RIGHT, size, ink);
        }
    }

    private static String largest(Verdict verdict) {
        return verdict.isTrue() ? "0" : Distance.small(verdict.largest());
    }

    private static int color(Sheet sheet, Outcome outcome) {
        return switch (outcome) {
            case EXACT -> sheet.palette().ok();
            case WITHIN_ULPS, CLOSE -> sheet.palette().warn();
            case DIFFERENT -> sheet.palette().error();
        };
    }

    private static double columnMark(Sheet sheet) {
        return sheet.width("≠", sheet.style().tick());
    }

    /// From the right edge leftwards.
    private List<Place> places(Sheet sheet, double x, double width) {
        double size = sheet.style().tick();
        var places = new ArrayList<Place>();
        double right = x + width;
        for (var column : columns.reversed()) {
            double largest = sheet.width(input.strings().text("equality.head.largest"), size);
            double ulps = sheet.width("ulp", size);
            for (var verdict : column.run.verdicts()) {
                largest = Math.max(largest, sheet.width(largest(verdict), size));
                ulps = Math.max(ulps, sheet.width(Distance.steps(verdict.ulps()), size));
            }
            double head = column.head.stream()
                    .mapToDouble(h -> sheet.width(h, size))
                    .max()
                    .orElse(0);
            var place = new Place(right - largest - ulps - 9, right - largest - 5, right);
            places.addFirst(place);
            right = Math.min(place.mark - columnMark(sheet), right - head) - GAP;
        }
        return places;
    }

    private List<String> legendLines(Sheet sheet, double width) {
        if (!sheet.style().has(Part.LEGEND)) {
            return List.of();
        }
        var lines = new ArrayList<String>();
        for (var outcome : Outcome.values()) {
            var few = Long.toString(Verdict.FEW_ULPS);
            var text = outcome.sign() + " " + input.strings().text("equality.outcome." + outcome.name(), few);
            var joined = lines.isEmpty() ? text : lines.getLast() + "   " + text;
            if (lines.isEmpty() || sheet.width(joined, sheet.style().tick()) > width) {
                lines.add(text);
            } else {
                lines.set(lines.size() - 1, joined);
            }
        }
        return lines;
    }
}
