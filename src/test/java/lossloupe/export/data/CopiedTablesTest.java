package lossloupe.export.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lossloupe.compute.Evaluation;
import lossloupe.compute.LossEngine;
import lossloupe.document.Edit;
import lossloupe.document.Samples;
import lossloupe.reduce.Reduction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Tables for the clipboard.
class CopiedTablesTest {
    private final Evaluation seed = new LossEngine().evaluate(Samples.seed(), null);

    @Test
    void aGridHasALinePerPositionAndAColumnPerClass() {
        var lines = TrackTable.grid(seed, seed.a().terms(), 0).lines().toList();
        assertEquals("position\tclass 1\tclass 2\tclass 3\tclass n", lines.getFirst());
        assertEquals(13, lines.size());
        var cells = lines.get(1 + 7).split("\t", -1);
        assertEquals("7", cells[0]);
        for (int c = 0; c < 4; c++) {
            assertEquals(seed.a().terms().get(0, c, 7), Double.parseDouble(cells[1 + c]));
        }
    }

    @Test
    void seriesAndLossPerPositionAreColumns() {
        assertTrue(TrackTable.series(seed, 0).startsWith("position\tvalue\n0\t0\n1\t1\n"));
        var line =
                TrackTable.perPosition(seed, 0).lines().skip(1 + 8).findFirst().orElseThrow();
        var cells = line.split("\t", -1);
        assertEquals(seed.a().perPosition().get(0, 0, 8), Double.parseDouble(cells[1]));
        assertEquals(seed.b().perPosition().get(0, 0, 8), Double.parseDouble(cells[2]));
    }

    @Test
    void reducedValuesReadBackTheSame() {
        var mean = ReducedTable.TSV
                .text(seed)
                .lines()
                .filter(l -> l.startsWith("mean\t"))
                .findFirst()
                .orElseThrow()
                .split("\t", -1);
        assertEquals(seed.a().reduced(Reduction.MEAN), Double.parseDouble(mean[1]));
        assertEquals(seed.b().reduced(Reduction.MEAN), Double.parseDouble(mean[2]));
    }

    @Test
    void markdownAndLatexAreTables() {
        var markdown = ReducedTable.MARKDOWN.text(seed).lines().toList();
        assertEquals("|---|---:|---:|", markdown.get(1));
        assertTrue(markdown.contains("| `mean` | 0.213758 | 0.757717 |"), markdown.toString());
        var latex = ReducedTable.LATEX.text(seed);
        assertTrue(latex.startsWith("\\begin{tabular}{lrr}\n\\toprule\n"), latex);
        assertTrue(latex.contains("\n\\texttt{tf1.SUM\\_OVER\\_BATCH\\_SIZE} & 0.213758 & 0.757717 \\\\\n"), latex);
        assertTrue(latex.endsWith("\\bottomrule\n\\end{tabular}\n"), latex);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "-0.5, -0.5, $-0.5$",
        "1234567, 1234570, 1234570",
        "12345678, 1.23457E7, $1.23457\\times10^{7}$",
        "0.0000123456789, 1.23457E-5, $1.23457\\times10^{-5}$",
        "Infinity, Infinity, $\\infty$",
        "NaN, NaN, NaN"
    })
    void numbersHaveSixDigits(double value, String markdown, String latex) {
        assertEquals(latex, ReducedTable.LATEX.number(value));
        assertEquals(markdown, ReducedTable.MARKDOWN.number(value));
    }

    @Test
    void lossesWithoutEndAreCopiedToo() {
        var broken = new Edit.Values(Edit.Target.LOGITS, 0, 1, 2, Double.POSITIVE_INFINITY).apply(Samples.seed());
        var evaluation = new LossEngine().evaluate(broken, null);
        assertTrue(ReducedTable.LATEX.text(evaluation).contains("$\\infty$"));
    }
}
