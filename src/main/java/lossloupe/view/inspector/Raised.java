package lossloupe.view.inspector;

import java.util.ArrayList;
import java.util.List;

/// Sets exponents above the line: what follows `^` is raised to the end of its word, or to the closing bar of `|x|`.
/// A formula comes in parts, so this remembers between them whether an exponent is open.
final class Raised {
    /// A piece of text, raised or on the line.
    record Run(String text, boolean isRaised) {}

    private boolean isOpen;
    private int bars;

    List<Run> split(String text) {
        var runs = new ArrayList<Run>();
        var piece = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '^') {
                flush(runs, piece);
                isOpen = true;
                bars = 0;
                continue;
            }
            if (isOpen && ends(c, piece)) {
                flush(runs, piece);
                isOpen = false;
            }
            piece.append(c);
        }
        flush(runs, piece);
        return runs;
    }

    /// Whether `c` stands on the line again; counts the bars that it passes.
    private boolean ends(char c, CharSequence before) {
        if (bars == 2) {
            return true;
        }
        if (c == '|') {
            bars++;
            return false;
        }
        boolean isSign = c == '−' && before.isEmpty();
        return bars == 0 && !isSign && !Character.isLetterOrDigit(c) && c != '_';
    }

    private void flush(List<Run> runs, StringBuilder piece) {
        if (!piece.isEmpty()) {
            runs.add(new Run(piece.toString(), isOpen));
            piece.setLength(0);
        }
    }
}
