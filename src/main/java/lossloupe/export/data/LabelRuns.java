package lossloupe.export.data;

import lossloupe.document.Document;

/// Runs of labels of the first example, half open: `start,end,class`, or Audacity's `start TAB end TAB name`.
/// Overlapping classes have runs of their own.
final class LabelRuns {
    /// How a run is written.
    enum Kind {
        CSV,
        AUDACITY
    }

    private LabelRuns() {}

    static String text(Document document, Kind kind) throws DataFile.NotWritable {
        if (document.shape().batch() > 1) {
            throw new DataFile.NotWritable(
                    "convert.runsOfBatch", document.shape().batch());
        }
        var text = new StringBuilder(kind == Kind.CSV ? "start,end,class\n" : "");
        for (int c = 0; c < document.classes().size(); c++) {
            var row = document.example(0).labels().get(c);
            var name = document.classes().get(c).name();
            int start = -1;
            for (int p = 0; p <= row.length(); p++) {
                boolean on = p < row.length() && row.get(p) > 0;
                if (on && start < 0) {
                    start = p;
                } else if (!on && start >= 0) {
                    text.append(line(kind, start, p, name));
                    start = -1;
                }
            }
        }
        return text.toString();
    }

    private static String line(Kind kind, int start, int end, String name) {
        return kind == Kind.CSV
                ? start + "," + end + "," + CellTable.quoted(name) + "\n"
                : "%d.000000\t%d.000000\t%s\n".formatted(start, end, name.replace('\t', ' '));
    }
}
