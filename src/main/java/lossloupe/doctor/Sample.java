package lossloupe.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import lossloupe.tensor.Shape;
import lossloupe.tensor.Span;

/// Which cells are looked at: all of small data, and of large data stretches spread over the whole, so that no answer
/// takes longer than a person waits. Rows of classes are thinned out only where there are very many.
///
/// @param share of the cells that are looked at, from 0 to 1
record Sample(List<Integer> examples, List<Integer> classes, List<Span> spans, double share) {
    private static final int MOST_EXAMPLES = 16;
    private static final int MOST_CLASSES = 24;
    private static final int STRETCHES = 16;
    private static final int STRETCH = 1024;

    static Sample of(Shape shape) {
        var examples = spread(shape.batch(), MOST_EXAMPLES);
        var classes = spread(shape.classes(), MOST_CLASSES);
        var spans = spans(shape.length());
        double looked = (double) examples.size()
                * classes.size()
                * spans.stream().mapToInt(Span::length).sum();
        return new Sample(examples, classes, spans, looked / shape.size());
    }

    private static List<Integer> spread(int count, int most) {
        int taken = Math.min(count, most);
        return IntStream.range(0, taken)
                .mapToObj(i -> (int) ((long) i * count / taken))
                .toList();
    }

    private static List<Span> spans(int length) {
        if (length <= STRETCHES * STRETCH) {
            return List.of(new Span(0, length));
        }
        var spans = new ArrayList<Span>();
        for (int i = 0; i < STRETCHES; i++) {
            int from = (int) ((long) i * (length - STRETCH) / (STRETCHES - 1));
            spans.add(new Span(from, from + STRETCH));
        }
        return spans;
    }

    /// Something done for each stretch of a row.
    interface Visitor {
        void visit(int example, int cls, Span span);
    }

    void each(Visitor visitor) {
        for (int e : examples) {
            for (int c : classes) {
                for (var span : spans) {
                    visitor.visit(e, c, span);
                }
            }
        }
    }

    boolean isPartial() {
        return share < 1;
    }
}
