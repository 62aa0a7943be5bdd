package lossloupe.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SumTest {
    private static final double INF = Double.POSITIVE_INFINITY;

    @Test
    void keepsWhatADoubleLoses() {
        Sum sum = new Sum(1e16, 0).plus(new Sum(1, 0)).plus(new Sum(-1e16, 0));
        assertEquals(1, sum.value());
    }

    @Test
    void infinitiesSurvive() {
        assertEquals(INF, new Sum(INF, 0).plus(new Sum(1, 1e-20)).value());
        assertEquals(INF, new Sum(INF, Double.NaN).plus(new Sum(INF, 0)).value());
        assertEquals(-INF, new Sum(1, 0).plus(new Sum(-INF, 0)).value());
        assertTrue(Double.isNaN(new Sum(INF, 0).plus(new Sum(-INF, 0)).value()));
        assertTrue(Double.isNaN(new Sum(Double.NaN, 0).plus(Sum.ZERO).value()));
        var v = new double[300];
        v[17] = INF;
        v[250] = 3;
        assertEquals(INF, Kernels.scalar().sum(v, 0, 300).value());
        assertEquals(INF, Kernels.lookup().sum(v, 0, 300).value());
        v[18] = -INF;
        assertTrue(Double.isNaN(Kernels.lookup().sum(v, 0, 300).value()));
    }

    @Test
    void aSumOfManyIsRightToTheLastBit() {
        long seed = 7;
        var random = new Random(seed);
        var v = new double[5000];
        BigDecimal exact = BigDecimal.ZERO;
        for (int i = 0; i < v.length; i++) {
            v[i] = Math.scalb(random.nextGaussian(), random.nextInt(60) - 30);
            exact = exact.add(new BigDecimal(v[i]));
        }
        assertEquals(exact.doubleValue(), Kernels.scalar().sum(v, 0, v.length).value(), "seed " + seed);
    }

    @Test
    void sumAsFloatRoundsEachElementFirst() {
        double[] v = {0.1, 0.2, 0.3};
        assertEquals(
                (double) 0.1f + 0.2f + 0.3f,
                Kernels.scalar().sumAsFloat(v, 0, 3).value(),
                1e-16);
        assertEquals(0.2f, Kernels.scalar().sumAsFloat(v, 1, 2).value());
    }

    @Test
    void nothingSumsToZero() {
        assertEquals(Sum.ZERO, Kernels.lookup().sum(new double[4], 2, 2));
    }
}
