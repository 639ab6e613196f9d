package org.pinn4j.linear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pinn4j.blas.Backend;
import org.pinn4j.blas.Backends;

@ParameterizedClass
@ValueSource(strings = {"java", "auto"})
class TriangleTreeTest {
    private static final int RANGE = 90;

    private final Backend backend;

    @RegisterExtension
    final Pools pools = new Pools();

    TriangleTreeTest(String name) {
        backend = Backends.select(name);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 8})
    void severalRangesHaveTheSolutionOfOne(int ranges) {
        Rows rows = Rows.random(ranges * RANGE, 70, 2, ranges);
        LinearSolution one = rows.triangle(backend, pools.of(1)).solve(Triangle.RIDGE);
        LinearSolution several = tree(
                        rows, ranges, 2, IntStream.range(0, ranges).boxed().toList())
                .solve(Triangle.RIDGE);
        for (int k = 0; k < 2; k++) {
            assertArrayEquals(one.weights()[k], several.weights()[k], 1e-12);
        }
        assertArrayEquals(one.residuals(), several.residuals(), 1e-12 * RANGE);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 6, 7})
    void neitherTheOrderOfArrivalNorTheWorkersMatter(int ranges) {
        Rows rows = Rows.random(ranges * RANGE, 110, 1, ranges);
        List<Integer> order = new ArrayList<>(IntStream.range(0, ranges).boxed().toList());
        Triangle first = tree(rows, ranges, 1, order);
        Random random = new Random(9);
        for (int trial = 0; trial < 4; trial++) {
            Collections.shuffle(order, random);
            Triangle again = tree(rows, ranges, 1 + trial % 3, order);
            for (int j = 0; j <= 110; j++) {
                for (int i = 0; i < 110; i++) {
                    assertEquals(first.entry(i, j), again.entry(i, j), 0.0, order + ": " + i + ", " + j);
                }
            }
            assertArrayEquals(first.unreached(), again.unreached(), 0.0);
        }
    }

    private Triangle tree(Rows rows, int ranges, int workers, List<Integer> order) {
        TriangleTree tree = new TriangleTree(ranges);
        List<Triangle> triangles = rows.ranges(backend, pools.of(workers), ranges, RANGE);
        order.forEach(k -> tree.add(k, triangles.get(k)));
        return tree.root();
    }

    @Test
    void rangesThatAreMissingOrComeTwiceAreNamed() {
        Rows rows = Rows.random(4 * RANGE, 10, 0, 1);
        List<Triangle> triangles = rows.ranges(backend, pools.of(1), 4, RANGE);
        TriangleTree tree = new TriangleTree(4);
        tree.add(2, triangles.get(2));
        Exception e = assertThrows(IllegalStateException.class, () -> tree.add(2, triangles.get(2)));
        assertTrue(e.getMessage().contains("twice"), e.getMessage());
        e = assertThrows(IllegalStateException.class, tree::root);
        assertTrue(e.getMessage().contains("not all of 4 ranges"), e.getMessage());
        e = assertThrows(IllegalArgumentException.class, () -> tree.add(4, triangles.get(0)));
        assertTrue(e.getMessage().contains("[0, 4), got 4"), e.getMessage());
    }
}
