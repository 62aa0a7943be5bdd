package lossloupe.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Random;
import lossloupe.compute.Documents.Recipe;
import lossloupe.compute.Ranking.By;
import lossloupe.compute.Ranking.Of;
import lossloupe.document.LossSetup;
import lossloupe.document.Samples;
import lossloupe.tensor.DType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RankingTest {
    /// Against sorting everything.
    @ParameterizedTest
    @EnumSource
    void theWorstPositionsAreThoseOfAFullSort(Of of) {
        var recipe = new Recipe(3, 4, 5_000, DType.UINT8, DType.FLOAT64);
        var document = Documents.random(recipe, LossSetup.DEFAULT, new Random(11));
        var evaluation = new LossEngine().evaluate(document, null);
        var all = new ArrayList<double[]>();
        for (int e = 0; e < 3; e++) {
            for (int p = 0; p < 5_000; p++) {
                double a = evaluation.a().perPosition().get(e, 0, p);
                double b = evaluation.b().perPosition().get(e, 0, p);
                all.add(new double[] {of == Of.A ? a : of == Of.B ? b : a - b, e, p});
            }
        }
        all.sort(Comparator.comparingDouble(v -> -v[0]));
        var ranking = Ranking.of(evaluation, By.POSITIONS, of, 50).entries();
        assertEquals(50, ranking.size());
        for (int i = 0; i < 50; i++) {
            assertEquals(all.get(i)[0], ranking.get(i).value(of));
            assertEquals((int) all.get(i)[2], ranking.get(i).position());
        }
    }

    @Test
    void classesAndExamplesAreRankedByTheirMeans() {
        var evaluation = new LossEngine().evaluate(Samples.seed(), null);
        var classes = Ranking.of(evaluation, By.CLASSES, Of.A, 10).entries();
        assertEquals(4, classes.size());
        double[] means = evaluation.a().perClassMean();
        for (int i = 0; i < 4; i++) {
            assertEquals(means[classes.get(i).cls()], classes.get(i).a());
            assertEquals(
                    evaluation.b().perClassMean()[classes.get(i).cls()],
                    classes.get(i).b());
            assertTrue(i == 0 || classes.get(i - 1).a() >= classes.get(i).a());
        }
        assertEquals(
                1,
                Ranking.of(evaluation, By.EXAMPLES, Of.DIFFERENCE, 10).entries().size());
    }
}
