package org.pinn4j.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pinn4j.blas.Backend;
import org.pinn4j.blas.Backends;

@ParameterizedClass
@ValueSource(strings = {"java", "auto"})
class FreeFunctionsTest {
    private final Backend backend;

    @RegisterExtension
    final Pools pools = new Pools();

    FreeFunctionsTest(String name) {
        backend = Backends.select(name);
    }

    /** Where Φ has full rank these are the singular values of A·R_Φ⁻¹. */
    @Test
    void quotientsAreTheSmallestSingularValues() {
        Rows a = Rows.random(60, 20, 0, 1);
        Rows phi = Rows.random(60, 20, 0, 2);
        List<FreeFunctions.Function> found =
                FreeFunctions.of(a.triangle(backend, pools.of(1)), phi.triangle(backend, pools.of(1)), 3);
        RealMatrix r = new QRDecomposition(phi.matrix()).getR().getSubMatrix(0, 19, 0, 19);
        RealMatrix quotient =
                a.matrix().multiply(new QRDecomposition(r).getSolver().getInverse());
        double[] expected = new SingularValueDecomposition(quotient).getSingularValues();
        for (int k = 0; k < 3; k++) {
            FreeFunctions.Function f = found.get(k);
            assertEquals(expected[19 - k], f.size(), 0.02 * expected[19 - k], "quotient " + k);
            double image =
                    new org.hipparchus.linear.ArrayRealVector(phi.matrix().operate(f.weights())).getNorm();
            assertEquals(1, image, 1e-12);
        }
    }

    /** −Δu with slopes on the sides leaves the constant free, at every size; with values it leaves nothing. */
    @ParameterizedTest
    @ValueSource(ints = {50, 100, 200, 400})
    void theConstantOfANeumannProblemIsFound(int count) {
        Features features = new Features(count, 6, 4, count);
        Triangle phi = features.values().triangle(backend, pools.of(2));
        FreeFunctions.Function closed = FreeFunctions.of(features.poisson(false).triangle(backend, pools.of(2)), phi, 1)
                .get(0);
        List<FreeFunctions.Function> open =
                FreeFunctions.of(features.poisson(true).triangle(backend, pools.of(2)), phi, 2);
        assertTrue(closed.relative() > 1e-3, "with values " + closed.relative());
        double free = open.get(0).relative();
        assertTrue(free < (count < 100 ? 1e-4 : 1e-9), "with slopes " + free);
        assertTrue(open.get(1).relative() > 1e-3, "the next one " + open.get(1).relative());
        constant(features.values().matrix().operate(open.get(0).weights()), count < 100 ? 1e-3 : 1e-7);
    }

    private static void constant(double[] u, double tolerance) {
        for (double value : u) {
            assertEquals(u[0], value, tolerance * Math.abs(u[0]));
        }
    }

    /** Two translations and a rotation have no strain, and nothing else has none. */
    @Test
    void theThreeRigidMotionsOfAPlaneBodyAreFound() {
        Features features = new Features(80, 3, 4, 11);
        Triangle strains = features.strains().triangle(backend, pools.of(2));
        Triangle values = features.displacements().triangle(backend, pools.of(2));
        List<FreeFunctions.Function> found = FreeFunctions.of(strains, values, 4);
        for (int k = 0; k < 3; k++) {
            assertTrue(found.get(k).relative() < 1e-9, k + ": " + found.get(k).relative());
        }
        assertTrue(found.get(3).relative() > 1e-3, "the fourth " + found.get(3).relative());
    }

    @Test
    void fieldsThatVanishHaveNoFunctions() {
        Rows nothing = new Rows(new double[8][4], 4);
        Triangle phi = nothing.triangle(backend, pools.of(1));
        assertEquals(List.of(), FreeFunctions.of(Rows.random(8, 4, 0, 1).triangle(backend, pools.of(1)), phi, 2));
    }
}
