package lossloupe.export.data;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import lossloupe.compute.Evaluation;
import lossloupe.compute.LossResult;
import lossloupe.reduce.Reduction;

/// Every reduced value of both losses as a table.
public enum ReducedTable {
    /// What a spreadsheet takes: the shortest digits that read back the same.
    TSV {
        @Override
        String table(List<List<String>> lines) {
            return lines.stream().map(line -> String.join("\t", line) + "\n").collect(Collectors.joining());
        }

        @Override
        String number(double value) {
            return Double.toString(value);
        }
    },
    /// For a README or an issue: six significant digits.
    MARKDOWN {
        @Override
        String table(List<List<String>> lines) {
            var out = new StringBuilder();
            for (int i = 0; i < lines.size(); i++) {
                out.append("| ").append(String.join(" | ", lines.get(i))).append(" |\n");
                if (i == 0) {
                    out.append("|---|---:|---:|\n");
                }
            }
            return out.toString();
        }

        @Override
        String name(String text) {
            return "`" + text + "`";
        }
    },
    /// For a paper that uses the package booktabs: six significant digits.
    LATEX {
        @Override
        String table(List<List<String>> lines) {
            var out = new StringBuilder("\\begin{tabular}{lrr}\n\\toprule\n");
            for (int i = 0; i < lines.size(); i++) {
                out.append(String.join(" & ", lines.get(i))).append(" \\\\\n");
                if (i == 0) {
                    out.append("\\midrule\n");
                }
            }
            return out.append("\\bottomrule\n\\end{tabular}\n").toString();
        }

        @Override
        String name(String text) {
            return "\\texttt{" + text.replace("_", "\\_") + "}";
        }

        @Override
        String number(double value) {
            if (Double.isInfinite(value)) {
                return value > 0 ? "$\\infty$" : "$-\\infty$";
            }
            var digits = super.number(value);
            int power = digits.indexOf('E');
            if (power < 0) {
                return digits.startsWith("-") ? "$" + digits + "$" : digits;
            }
            var exponent = digits.substring(power + 1).replace("+", "");
            return "$" + digits.substring(0, power) + "\\times10^{" + exponent + "}$";
        }
    };

    private static final MathContext SIX = new MathContext(6);
    /// Where Double writes powers of ten.
    private static final double LARGE = 1e7;
    private static final double SMALL = 1e-3;

    /// The table of all scalar reductions that apply to a loss; empty where they do not apply to the other.
    public String text(Evaluation evaluation) {
        var a = evaluation.a();
        var b = evaluation.b();
        var lines = new ArrayList<List<String>>();
        lines.add(List.of(
                "reduction", "A " + name(a.info().id()), "B " + name(b.info().id())));
        for (var reduction : Reduction.values()) {
            if (reduction.isScalar() && (reduction.appliesTo(a) || reduction.appliesTo(b))) {
                lines.add(List.of(name(reduction.id()), value(a, reduction), value(b, reduction)));
            }
        }
        return table(lines);
    }

    private String value(LossResult result, Reduction reduction) {
        return reduction.appliesTo(result) ? number(result.reduced(reduction)) : "";
    }

    abstract String table(List<List<String>> lines);

    /// An id as this format writes it.
    String name(String text) {
        return text;
    }

    String number(double value) {
        if (!Double.isFinite(value) || value == 0) {
            return value == 0 ? "0" : Double.toString(value);
        }
        var rounded = new BigDecimal(value).round(SIX).stripTrailingZeros();
        double size = Math.abs(value);
        return size >= SMALL && size < LARGE ? rounded.toPlainString() : String.valueOf(rounded.doubleValue());
    }
}
