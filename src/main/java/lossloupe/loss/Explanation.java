package lossloupe.loss;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A formula in parts that say where they come from, so that the window can point from a number to its source.
public record Explanation(List<Line> lines) {
    /// Where a part of a formula comes from.
    public enum Source {
        /// Signs and brackets.
        NONE,
        LOGIT,
        LABEL,
        /// The fibre, shared by all its cells.
        SHARED,
        RESULT
    }

    public record Part(String text, Source source) {}

    public record Line(List<Part> parts) {
        public Line {
            parts = List.copyOf(parts);
        }

        public String text() {
            return parts.stream().map(Part::text).collect(Collectors.joining());
        }
    }

    public Explanation {
        lines = List.copyOf(lines);
    }

    /// All lines, as they are read.
    public String text() {
        return lines.stream().map(Line::text).collect(Collectors.joining("\n"));
    }

    /// Writes one line, part by part.
    static final class LineWriter {
        private final List<Part> parts = new ArrayList<>();

        LineWriter sign(String text) {
            return part(text, Source.NONE);
        }

        LineWriter logit(String text) {
            return part(text, Source.LOGIT);
        }

        LineWriter label(String text) {
            return part(text, Source.LABEL);
        }

        LineWriter shared(String text) {
            return part(text, Source.SHARED);
        }

        LineWriter result(String text) {
            return part(text, Source.RESULT);
        }

        Line line() {
            return new Line(parts);
        }

        private LineWriter part(String text, Source source) {
            parts.add(new Part(text, source));
            return this;
        }
    }
}
