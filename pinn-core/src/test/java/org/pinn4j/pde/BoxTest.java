package org.pinn4j.pde;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pinn4j.random.RandomStream;

class BoxTest {
    private static final Axis X = Axis.of("x", -1, 2);
    private static final Axis Y = Axis.of("y", 0, 5);
    private static final Axis T = Axis.time("t", 0, 0.5);
    private static final Box BOX = Box.of(X, Y, T);

    @Test
    void measuresAreProductsOfLengths() {
        assertEquals(3 * 5 * 0.5, BOX.geometry(Region.interior()).measure(), 1e-15);
        assertEquals(5 * 0.5, BOX.geometry(X.start()).measure(), 1e-15);
        assertEquals(2 * 5 * 0.5, BOX.geometry(X.ends()).measure(), 1e-15);
        assertEquals(3 * 5, BOX.geometry(T.start()).measure(), 1e-15);
        assertEquals(2 * (3 + 5) * 0.5, BOX.geometry(Region.boundary()).measure(), 1e-15);
        assertEquals(2, Box.of(X).geometry(X.ends()).measure());
    }

    @Test
    void aFaceHasOneDimensionLess() {
        assertEquals(3, BOX.geometry(Region.interior()).dimension());
        assertEquals(2, BOX.geometry(T.end()).dimension());
        assertEquals(2, BOX.geometry(Region.boundary()).dimension());
        assertEquals(0, Box.of(X).geometry(X.start()).dimension());
    }

    @Test
    void theSpaceBoundaryHasNoTimeFaces() {
        List<Part.Piece> pieces = BOX.geometry(Region.boundary()).pieces();
        assertEquals(4, pieces.size());
        double[] normal = new double[3];
        for (Part.Piece piece : pieces) {
            piece.normal(new double[3], normal);
            assertEquals(0, normal[2]);
        }
    }

    /** Each column of the map's Jacobian is along one axis and their product is the measure: so equal measures stay equal. */
    @Test
    void theMapOfTheInteriorScalesEveryAxisByItsLength() {
        Part.Piece interior = BOX.geometry(Region.interior()).pieces().get(0);
        double[] corner = new double[3];
        double[] x = new double[3];
        interior.map(new double[3], corner);
        assertArrayEquals(new double[] {-1, 0, 0}, corner);
        interior.map(new double[] {0.5, 0.25, 1}, x);
        assertArrayEquals(new double[] {0.5, 1.25, 0.5}, x, 1e-15);
        assertFalse(interior.hasNormal());
        assertThrows(IllegalStateException.class, () -> interior.normal(x, corner));
    }

    @Test
    void facesLieExactlyOnTheirEndWithTheNormalPointingOut() {
        for (Axis axis : BOX.axes()) {
            List<Part.Piece> ends = BOX.geometry(axis.ends()).pieces();
            int at = BOX.axes().indexOf(axis);
            double[] x = new double[3];
            double[] normal = new double[3];
            for (int end = 0; end < 2; end++) {
                ends.get(end).map(new double[] {0.3, 0.6}, x);
                ends.get(end).normal(x, normal);
                assertEquals(end == 0 ? axis.min() : axis.max(), x[at]);
                assertTrue(BOX.contains(x));
                x[at] += 1e-9 * normal[at];
                assertFalse(BOX.contains(x));
            }
        }
    }

    @Test
    void imagesNeverLeaveTheBoxByRounding() {
        RandomStream s = RandomStream.of(3, "boxes");
        double[] x = new double[1];
        for (int trial = 0; trial < 20_000; trial++) {
            double min = s.nextGaussian();
            Box box = Box.of(Axis.of("x", min, min + s.nextOpenDouble()));
            Part.Piece interior = box.geometry(Region.interior()).pieces().get(0);
            interior.map(new double[] {Math.nextDown(1.0)}, x);
            assertTrue(box.contains(x));
        }
    }

    @Test
    void containsIsTheClosedBoxAndNaNIsNowhere() {
        assertTrue(BOX.contains(-1, 5, 0.5));
        assertFalse(BOX.contains(-1, 5, Math.nextUp(0.5)));
        assertFalse(BOX.contains(Double.NaN, 1, 0));
        var e = assertThrows(IllegalArgumentException.class, () -> BOX.contains(1, 2));
        assertTrue(e.getMessage().contains("need [3] for axes [x, y, t], got [2]"), e.getMessage());
    }

    @Test
    void regionsOfOtherShapesAreRefused() {
        var e = assertThrows(
                IllegalArgumentException.class,
                () -> BOX.geometry(Axis.of("x", 0, 1).start()));
        assertTrue(e.getMessage().contains("no axis x in [0.0, 1.0]"), e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> Box.of(T).geometry(Region.boundary()));
        assertThrows(IllegalArgumentException.class, () -> Box.of(X, X));
        assertThrows(IllegalArgumentException.class, () -> Box.of());
        assertThrows(IllegalArgumentException.class, () -> Box.of(T, Axis.time("s", 0, 1)));
    }

    @Test
    void aRectangleKnowsItsCorners() {
        List<Domain.Corner> corners = Box.of(X, Y).corners();
        assertEquals(4, corners.size());
        assertEquals(new Domain.Corner(List.of(2.0, 0.0), Math.PI / 2, X.end(), Y.start()), corners.get(2));
        assertTrue(BOX.corners().isEmpty());
    }

    /** A fold and a slab of time are the same operation. */
    @Test
    void aRestrictionIsABoxAgain() {
        assertEquals(Box.of(Axis.of("x", 0, 2), Y, T), BOX.restricted(X, 0, 2));
        assertEquals(Box.of(X, Y, Axis.time("t", 0.1, 0.2)), BOX.restricted(T, 0.1, 0.2));
        assertThrows(IllegalArgumentException.class, () -> BOX.restricted(X, -2, 0));
    }

    @Test
    void aParameterHasNoBoundary() {
        Axis nu = Axis.parameter("nu", 1, 3);
        assertEquals(2 * 2, Box.of(X, nu).geometry(Region.boundary()).measure(), 1e-15);
        assertTrue(nu.isParameter() && !nu.isSpace() && !nu.isTime());
    }
}
