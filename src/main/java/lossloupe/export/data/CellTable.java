package lossloupe.export.data;

import java.io.IOException;
import java.io.Writer;
import lossloupe.compute.Evaluation;

/// Every cell in a row of its own, with loss A: `example,class,position,z,x,p,loss,grad`. Numbers in the shortest form
/// that reads back the same.
final class CellTable {
    private CellTable() {}

    static void write(Evaluation evaluation, Writer out) throws IOException {
        out.write("example,class,position,z,x,p,loss,grad\n");
        var document = evaluation.document();
        var a = evaluation.a();
        for (int e = 0; e < document.shape().batch(); e++) {
            for (int c = 0; c < document.shape().classes(); c++) {
                var name = quoted(document.classes().get(c).name());
                for (int p = 0; p < document.shape().length(); p++) {
                    out.write(e + "," + name + "," + p);
                    number(out, evaluation.labels().get(e, c, p));
                    number(out, evaluation.logits().get(e, c, p));
                    number(out, a.probabilities().get(e, c, p));
                    number(out, a.terms().get(e, c, p));
                    number(out, a.gradient().get(e, c, p));
                    out.write('\n');
                }
            }
        }
    }

    private static void number(Writer out, double value) throws IOException {
        out.write(',');
        out.write(shortest(value));
    }

    static String shortest(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
