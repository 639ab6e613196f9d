package org.pinn4j.benchmarks.yardstick;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TimingTest {
    @Test
    void aDisturbedRoundMovesNeitherMedianNorRatio() {
        Timing step = new Timing(new double[] {2, 2, 200, 2, 2});
        Timing gemm = new Timing(new double[] {1, 1, 100, 1, 1});
        assertEquals(2, step.median());
        assertEquals(2, step.best());
        assertEquals(0, step.spread());
        assertEquals(2, step.over(gemm));
    }

    @Test
    void aRoundWithoutASampleIsLeftOut() {
        assertEquals(2, new Timing(new double[] {Double.NaN, 3, 1, Double.NaN}).median());
        assertEquals(Double.NaN, new Timing(new double[] {Double.NaN}).median());
    }

    @Test
    void theSpreadIsHalfTheDistanceOfTheQuartilesOverTheMedian() {
        assertEquals(0.5, new Timing(new double[] {1, 2, 4, 6, 9}).spread());
    }
}
