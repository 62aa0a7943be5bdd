package lossloupe.view.track;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lossloupe.app.Track;
import lossloupe.app.ViewState;
import lossloupe.document.Document;
import lossloupe.document.LossChoice;
import lossloupe.loss.GroupedLoss;
import lossloupe.paint.GridGeometry;
import lossloupe.tensor.Axis;
import lossloupe.tensor.DataFormat;
import lossloupe.tensor.Shape;

/// Where every open track stands: one below the other in channels_first, side by side in channels_last, cells of one
/// position always in one line. A value, so that the stack can move from one plan to the next.
///
/// @param height what the stack needs; more than what it has makes it scroll
record StackPlan(DataFormat format, double width, double height, Rhythm rhythm, Map<Track, Card> cards) {
    /// A card's place in the stack and the places within its body.
    record Card(double x, double y, double width, double height, Placement body) {}

    StackPlan {
        cards = Map.copyOf(cards);
    }

    /// Plans the open tracks of a document in a width and height.
    static StackPlan of(Document document, ViewState view, double width, double height) {
        var open = List.of(Track.values()).stream()
                .filter(t -> t.isOpenable() && view.shown().contains(t))
                .toList();
        var format = document.setup().format();
        return format == DataFormat.CHANNELS_FIRST
                ? Stacked.fitting(document, view, open, width, height).plan()
                : new Abreast(document, view, open, width, height).plan();
    }

    /// Whether a track of those that are open has the numbers of the positions: the series, or else the first grid.
    static boolean hasAxis(Track track, List<Track> open) {
        return open.contains(Track.SERIES)
                ? track == Track.SERIES
                : open.stream().filter(Track::isGrid).findFirst().equals(Optional.of(track));
    }

    /// Room behind the classes of a track: where the op drops the class axis, its own output stands there.
    static double end(Track track, Document document, double size) {
        return switch (track) {
            case LOSS_A -> end(document.setup().a(), document, size);
            case LOSS_B -> end(document.setup().b(), document, size);
            default -> 0;
        };
    }

    private static double end(LossChoice choice, Document document, double size) {
        boolean dropsClasses =
                choice.lossFor(document.shape()) instanceof GroupedLoss grouped && grouped.axis() == Axis.CLASS;
        return dropsClasses ? size : 0;
    }

    static GridGeometry grid(Track track, Shape shape, DataFormat format, ViewState view, double along, double across) {
        int classes = track.isGrid() ? shape.classes() : 1;
        var port = view.viewport().resized(shape.length());
        return new GridGeometry(format, classes, shape.length(), port.from(), port.to(), along, across);
    }

    /// channels_first: heights follow the number of classes, within what there is.
    private record Stacked(
            Document document, ViewState view, List<Track> open, double width, double height, Rhythm rhythm) {
        private static final double LEAST_ROW = 9;
        private static final double MOST_ROW = 38;

        /// In the roomy rhythm, or closer together where that spares one from scrolling.
        static Stacked fitting(Document document, ViewState view, List<Track> open, double width, double height) {
            var roomy = new Stacked(document, view, open, width, height, Rhythm.ROOMY);
            var tight = new Stacked(document, view, open, width, height, Rhythm.TIGHT);
            // Where one has to scroll anyhow, nothing is won by crowding.
            return roomy.row() < roomy.least() && tight.row() >= tight.least() ? tight : roomy;
        }

        /// The height of a row that fills the stack.
        private double row() {
            double fixed = 0;
            double rows = 0;
            for (var track : open) {
                fixed += fixed(track) + rhythm.gap();
                rows += rows(track) * weight(track);
            }
            return (height - fixed) / Math.max(1, rows);
        }

        StackPlan plan() {
            double row = Math.clamp(row(), least(), most());
            double gutter = gutter();
            var cards = new EnumMap<Track, Card>(Track.class);
            double y = 0;
            for (var track : open) {
                // Rounded down: a pixel too many would bring a scroll bar.
                double across = Math.floor(rows(track) * weight(track) * row);
                double h = fixed(track) + across;
                cards.put(track, new Card(0, y, width, h, body(track, across, gutter)));
                y += h + rhythm.gap();
            }
            return new StackPlan(DataFormat.CHANNELS_FIRST, width, y, rhythm, cards);
        }

        /// Rows get thinner the more classes there are, down to a height that still shows a colour.
        private double least() {
            return Math.max(
                    3,
                    Math.min(
                            rhythm == Rhythm.TIGHT ? 15 : 18,
                            LEAST_ROW * 8.0 / document.shape().classes()));
        }

        /// Few rows may be tall ones, so that they fill the window.
        private double most() {
            return Math.clamp(MOST_ROW * 4 / document.shape().classes(), MOST_ROW, 2 * MOST_ROW);
        }

        private double rows(Track track) {
            return switch (track) {
                case SERIES, POSITION_LOSS -> 3.2;
                default -> Math.max(2, document.shape().classes());
            };
        }

        private double weight(Track track) {
            return view.size(track) * (track == Track.LOGITS ? 1.12 : 1);
        }

        private double fixed(Track track) {
            return rhythm.header() + rhythm.foot() + above(track) + below(track) + end(track, document, 25);
        }

        private static double above(Track track) {
            return track == Track.LABELS ? Metrics.COUNTS + 4 : 0;
        }

        private double below(Track track) {
            return hasAxis(track, open) ? 18 : 0;
        }

        private Placement body(Track track, double across, double gutter) {
            double inner = width - 2 * Metrics.PAD;
            double along = Math.max(40, inner - gutter - Metrics.SIDE);
            var shape = document.shape();
            var grid = grid(track, shape, DataFormat.CHANNELS_FIRST, view, along, across);
            double end = end(track, document, 25);
            double bodyHeight = above(track) + across + end + below(track);
            double axis = hasAxis(track, open) ? above(track) + across + end + 10 : Double.NaN;
            return new Placement(inner, bodyHeight, gutter, above(track), grid, end, axis);
        }

        /// Room for the longest name of a class, within limits.
        private double gutter() {
            double longest = document.classes().stream()
                    .mapToDouble(info -> Faces.width(Faces.NAME, info.name()))
                    .max()
                    .orElse(0);
            return Math.clamp(Math.ceil(longest) + Metrics.NAME_INDENT, Metrics.GUTTER, Metrics.MOST_GUTTER);
        }
    }

    /// channels_last: every grid takes its share of the width; positions run down through all.
    private record Abreast(Document document, ViewState view, List<Track> open, double width, double height) {
        private static final double PAD = 9;
        private static final double MOST_CELL = 60;
        private static final double LINE = 0.135;
        private static final double LEAST_LINE = 104;
        private static final double MOST_LINE = 150;

        StackPlan plan() {
            double fixed = Rhythm.ROOMY.gap() * Math.max(0, open.size() - 1);
            double shares = 0;
            for (var track : open) {
                fixed += fixed(track);
                shares += share(track);
            }
            double unit = Math.max(least(), (width - fixed) / Math.max(0.01, shares));
            var cards = new EnumMap<Track, Card>(Track.class);
            double x = 0;
            for (var track : open) {
                double across = track.isGrid() ? Math.max(12, Math.floor(share(track) * unit)) : 0;
                double w = fixed(track) + across;
                cards.put(track, new Card(x, 0, w, height, body(track, w, across)));
                x += w + Rhythm.ROOMY.gap();
            }
            return new StackPlan(
                    DataFormat.CHANNELS_LAST, Math.max(0, x - Rhythm.ROOMY.gap()), height, Rhythm.ROOMY, cards);
        }

        private double least() {
            return Math.clamp(document.shape().classes() * 10.0, 70, 240);
        }

        /// Height of a body.
        private double bodyHeight() {
            return height - Rhythm.ROOMY.header() - Rhythm.ROOMY.foot();
        }

        private double share(Track track) {
            return track.isGrid() ? view.size(track) : 0;
        }

        private double fixed(Track track) {
            if (!track.isGrid()) {
                return Math.round(Math.clamp(LINE * width, LEAST_LINE, MOST_LINE) * view.size(track));
            }
            return 2 * PAD + before(track) + end(track, document, 42);
        }

        private double before(Track track) {
            return (hasAxis(track, open) ? numbers() : 0) + (track == Track.LABELS ? Metrics.COUNTS + 5 : 0);
        }

        /// Room for the numbers of positions.
        private double numbers() {
            var longest = Ticks.text(document.shape().length());
            return Math.max(28, Faces.width(Faces.SMALL, longest) + 10);
        }

        private Placement body(Track track, double cardWidth, double across) {
            var shape = document.shape();
            double room = bodyHeight() - Metrics.CLASS_HEAD - Metrics.SIDE_BELOW - Metrics.SCALE + Rhythm.ROOMY.foot();
            double seen = view.viewport().resized(shape.length()).span();
            double along = Math.max(40, Math.min(room, seen * MOST_CELL));
            double bodyWidth = cardWidth - 2 * PAD;
            double x = track.isGrid() ? before(track) : numbers();
            double size = track.isGrid() ? across : bodyWidth - x - 4;
            var grid = grid(track, shape, DataFormat.CHANNELS_LAST, view, along, size);
            double axis = hasAxis(track, open) ? numbers() - 4 : Double.NaN;
            return new Placement(bodyWidth, bodyHeight(), x, Metrics.CLASS_HEAD, grid, end(track, document, 42), axis);
        }
    }
}
