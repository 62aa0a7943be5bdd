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

    /// The distance of lines in the size of their text.
    private static final double LINE = 1.45;

    private static final double WIDEST_LINE = 1.3;

    /// A page that is larger than needed gets a larger table, up to this.
    private static final double LARGEST = 2.5;

    private static final double STEP = 0.02;

    /// Rules and the room about them, in sizes of text.
    private static final double RULES = 1.6;

    private final FigureInput input;
    private final List<Column> columns;

    /// @param head two lines over the numbers of one run
    private record Column(List<String> head, Run run) {}

    /// Where a column's numbers end, in points.
    private record Place(double mark, double ulps, double largest) {}

    /// How large the table is set.
    ///
    /// @param size of its text
    /// @param line from one line to the next
    /// @param gap between columns
    private record Type(double size, double line, double gap) {
        static Type of(Sheet sheet, double factor) {
            double size = factor * sheet.style().tick();
            return new Type(size, LINE * size, GAP * sheet.style().unit() * factor);
        }

        Type spaced(double factor, double newGap) {
            return new Type(size, line * factor, newGap);
        }
    }

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

    private double lines(Sheet sheet, double width, Type type) {
        return 3.0 + Claim.values().length + legendLines(sheet, width, type).size();
    }

    private double height(Sheet sheet, double width, Type type) {
        return lines(sheet, width, type) * type.line + RULES * type.size;
    }

    @Override
    public double height(Sheet sheet, double width) {
        return height(sheet, width, Type.of(sheet, 1));
    }

    /// The largest type whose table goes into the page with the code of every comparison, then lines and columns
    /// apart as far as there is room.
    private Type type(Sheet sheet, double width, double height) {
        var type = Type.of(sheet, 1);
        for (double factor = LARGEST; factor > 1; factor -= STEP) {
            var larger = Type.of(sheet, factor);
            if (height(sheet, width, larger) <= height && room(sheet, width, larger) >= codeWidth(sheet, larger)) {
                type = larger;
                break;
            }
        }
        double loose = (height - RULES * type.size) / (lines(sheet, width, type) * type.line);
        double spare = Math.max(0, room(sheet, width, type) - codeWidth(sheet, type)) / (columns.size() + 1);
        boolean hasCode = room(sheet, width, type) >= codeWidth(sheet, type);
        double gap = type.gap + (hasCode ? Math.min(spare, 2 * type.gap) : 0);
        return type.spaced(Math.clamp(loose, 1, WIDEST_LINE), gap);
    }

    /// What columns of numbers leave for the comparisons.
    private double room(Sheet sheet, double width, Type type) {
        return places(sheet, 0, width, type).getFirst().mark - columnMark(sheet, type) - type.gap;
    }

    private static double codeWidth(Sheet sheet, Type type) {
        return Arrays.stream(Claim.values())
                .mapToDouble(c -> sheet.width(code(c), type.size))
                .max()
                .orElse(0);
    }

    private static String code(Claim claim) {
        return claim.id() + "  " + claim.code();
    }

    @Override
    public void draw(Sheet sheet, double x, double y, double width, double height) {
        var type = type(sheet, width, height);
        var places = places(sheet, x, width, type);
        int mute = sheet.palette().mute();
        double space = RULES * type.size / 8;
        double at = y + Math.max(0, height - height(sheet, width, type)) / 2 + space / 2;
        sheet.line(x, at, x + width, at, 0.8, mute);
        at += space;
        head(sheet, type, x, at, places);
        at += 3 * type.line + space;
        sheet.line(x, at, x + width, at, 0.5, mute);
        at += space;
        boolean hasCode = room(sheet, width, type) >= codeWidth(sheet, type);
        boolean isOfMeans = false;
        for (var claim : Claim.values()) {
            if (claim.isOfMeans() && !isOfMeans) {
                at += space / 2;
                sheet.line(x, at, x + width, at, 0.3, mute);
                at += space / 2;
                isOfMeans = true;
            }
            sheet.text(
                    hasCode ? code(claim) : claim.id(),
                    x,
                    at + type.line / 2,
                    Align.LEFT,
                    type.size,
                    sheet.palette().ink());
            row(sheet, type, claim, at + type.line / 2, places);
            at += type.line;
        }
        at += space;
        sheet.line(x, at, x + width, at, 0.8, mute);
        at += space;
        for (var text : legendLines(sheet, width, type)) {
            sheet.text(text, x, at + type.line / 2, Align.LEFT, type.size, mute);
            at += type.line;
        }
    }

    private void head(Sheet sheet, Type type, double x, double y, List<Place> places) {
        double size = type.size;
        int ink = sheet.palette().ink();
        int mute = sheet.palette().mute();
        double first = y + type.line / 2;
        double last = first + 2 * type.line;
        sheet.text(input.strings().text("equality.head.test"), x, last, Align.LEFT, size, mute);
        for (int i = 0; i < columns.size(); i++) {
            var place = places.get(i);
            sheet.text(columns.get(i).head.getFirst(), place.largest, first, Align.RIGHT, size, ink);
            sheet.text(columns.get(i).head.getLast(), place.largest, first + type.line, Align.RIGHT, size, ink);
            sheet.text("ulp", place.ulps, last, Align.RIGHT, size, mute);
            sheet.text(input.strings().text("equality.head.largest"), place.largest, last, Align.RIGHT, size, mute);
        }
    }

    private void row(Sheet sheet, Type type, Claim claim, double y, List<Place> places) {
        int ink = sheet.palette().ink();
        for (int i = 0; i < columns.size(); i++) {
            var verdict = columns.get(i).run.verdict(claim);
            var place = places.get(i);
            var sign = verdict.outcome().sign();
            sheet.text(sign, place.mark, y, Align.RIGHT, type.size, color(sheet, verdict.outcome()));
            sheet.text(Distance.steps(verdict.ulps()), place.ulps, y, Align.RIGHT, type.size, ink);
            sheet.text(largest(verdict), place.largest, y, Align.RIGHT, type.size, ink);
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

    private static double columnMark(Sheet sheet, Type type) {
        return sheet.width("≠", type.size);
    }

    /// From the right edge leftwards.
    private List<Place> places(Sheet sheet, double x, double width, Type type) {
        double size = type.size;
        double between = 0.7 * size;
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
            double endOfUlps = right - largest - between;
            var place = new Place(endOfUlps - ulps - 0.8 * between, endOfUlps, right);
            places.addFirst(place);
            right = Math.min(place.mark - columnMark(sheet, type), right - head) - type.gap;
        }
        return places;
    }

    private List<String> legendLines(Sheet sheet, double width, Type type) {
        if (!sheet.style().has(Part.LEGEND)) {
            return List.of();
        }
        var lines = new ArrayList<String>();
        for (var outcome : Outcome.values()) {
            var few = Long.toString(Verdict.FEW_ULPS);
            var text = outcome.sign() + " " + input.strings().text("equality.outcome." + outcome.name(), few);
            var joined = lines.isEmpty() ? text : lines.getLast() + "   " + text;
            if (lines.isEmpty() || sheet.width(joined, type.size) > width) {
                lines.add(text);
            } else {
                lines.set(lines.size() - 1, joined);
            }
        }
        return lines;
    }
}
