package org.pinn4j.sampling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PointSetTest {
    private static final PointSet THREE = PointSet.of(2, new double[] {1, 2, 3, 10, 20, 30})
            .withNormals(new double[] {1, 0, -1, 0, 1, 0})
            .withData(new double[] {7, 8, 9});

    @Test
    void coordinatesAreAxisMajor() {
        assertEquals(3, THREE.count());
        assertEquals(20, THREE.coordinate(1, 1));
        assertArrayEquals(new double[] {3, 30}, THREE.point(2));
    }

    @Test
    void arraysAreCopiedOnTheWayInAndOut() {
        double[] x = {1, 2};
        PointSet p = PointSet.of(1, x);
        x[0] = 9;
        p.coordinates()[1] = 9;
        assertArrayEquals(new double[] {1, 2}, p.coordinates());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aSliceAndItsRestJoinToTheWhole(int n) {
        PointSet whole = THREE.slice(0, n).concat(THREE.slice(n, 3 - n));
        assertArrayEquals(THREE.coordinates(), whole.coordinates());
        assertArrayEquals(THREE.normals(), whole.normals());
        assertArrayEquals(THREE.data(), whole.data());
    }

    @Test
    void theyTellWhatBelongsToThem() {
        PointSet plain = PointSet.of(2, new double[6]);
        assertEquals(2, plain.dimension());
        assertFalse(plain.hasNormals() || plain.hasData());
        assertTrue(THREE.hasNormals() && THREE.hasData());
        assertEquals("3 points [2 axes]", plain.toString());
        assertEquals("3 points [2 axes, normals, data]", THREE.toString());
        assertThrows(IllegalStateException.class, () -> plain.data(0));
    }

    @Test
    void bulkCopiesHaveTheStrideOfTheCopy() {
        double[] out = new double[4];
        THREE.copyCoordinates(1, 2, out);
        assertArrayEquals(new double[] {2, 3, 20, 30}, out);
        THREE.copyNormals(1, 2, out);
        assertArrayEquals(new double[] {0, -1, 1, 0}, out);
        THREE.copyData(1, 2, out);
        assertEquals(8, out[0]);
        assertEquals(9, out[1]);
        assertThrows(IllegalArgumentException.class, () -> THREE.copyData(2, 2, out));
    }

    @Test
    void errorsNameWhatWasGot() {
        var wrong = assertThrows(IllegalArgumentException.class, () -> PointSet.of(2, new double[3]));
        assertTrue(wrong.getMessage().contains("got 3"), wrong.getMessage());
        var infinite =
                assertThrows(IllegalArgumentException.class, () -> THREE.withData(new double[] {1, Double.NaN, 2}));
        assertTrue(infinite.getMessage().contains("NaN"), infinite.getMessage());
        var sized = assertThrows(IllegalArgumentException.class, () -> THREE.withNormals(new double[3]));
        assertTrue(sized.getMessage().contains("[2 × 3]"), sized.getMessage());
        PointSet plain = PointSet.of(1, new double[1]);
        assertFalse(plain.hasNormals());
        assertThrows(IllegalStateException.class, plain::normals);
        assertThrows(IllegalArgumentException.class, () -> plain.concat(THREE));
    }
}
