package org.pinn4j.periodic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Collocation in time, frames, and the linear solver. */
class CoursesTest {
    private static final Radau RADAU = new Radau(24);

    /** ∫ of polynomials up to degree s − 1, and at the end, where the order is higher, up to 2s − 2. */
    @ParameterizedTest
    @ValueSource(ints = {2, 5, 24})
    void integralsAreThoseOfPolynomials(int stages) {
        Radau radau = new Radau(stages);
        double[] x = radau.nodes();
        double[][] a = radau.integrals();
        assertEquals(1, x[stages - 1]);
        for (int degree = 0; degree <= 2 * stages - 2; degree++) {
            for (int i = degree < stages ? 0 : stages - 1; i < stages; i++) {
                double sum = 0;
                for (int j = 0; j < stages; j++) {
                    sum += a[i][j] * Math.pow(x[j], degree);
                }
                double truth = (Math.pow(x[i], degree + 1) - Math.pow(-1, degree + 1)) / (degree + 1);
                assertEquals(truth, sum, 2e-15, "degree " + degree + " at " + i);
            }
        }
    }

    private static double[] course(double rate, double phase) {
        double[] x = RADAU.nodes();
        double[] values = new double[x.length + 1];
        values[0] = Math.cos(-rate - phase);
        for (int j = 0; j < x.length; j++) {
            values[j + 1] = Math.cos(rate * x[j] - phase);
        }
        return values;
    }

    /** Frequencies up to n/4 by n functions, with weights that do not cancel each other. */
    @ParameterizedTest
    @ValueSource(ints = {16, 20, 24})
    void aFrameCarriesWhatIsSlowerThanIt(int functions) {
        Frame frame = new Frame(functions, RADAU);
        double[] z = {-1, -0.77, 0.01, 0.5, 0.99, 1};
        for (double phase : new double[] {0, 1}) {
            double[] weights = frame.fit(course(functions / 4.0, phase));
            double[] values = Frame.product(frame.values(z), weights);
            double[] slopes = Frame.product(frame.slopes(z), weights);
            double allowed = functions == 16 ? 1e-10 : 1e-12;
            for (int i = 0; i < z.length; i++) {
                double angle = functions / 4.0 * z[i] - phase;
                assertEquals(Math.cos(angle), values[i], allowed);
                assertEquals(-functions / 4.0 * Math.sin(angle), slopes[i], 200 * allowed);
            }
            for (double w : weights) {
                assertTrue(Math.abs(w) < 10, "weight " + w);
            }
        }
    }

    @Test
    void smallWavesTakeFewerFunctions() {
        Frames frames = new Frames(RADAU, 24);
        int large = frames.enough(course(4, 0), 1e-14, 10);
        int small = frames.enough(course(4, 0), 1e-6, 10);
        int tiny = frames.enough(course(4, 0), 1e-1, 10);
        assertTrue(tiny < small && small < large, tiny + ", " + small + ", " + large);
    }

    /** x − Kx = b with K lower triangular, as where K integrates in time. */
    @Test
    void theLinearSolverSolves() {
        int n = 20;
        Random random = new Random(7);
        double[][] k = new double[2 * n][2 * n];
        for (int i = 0; i < 2 * n; i++) {
            for (int j = 0; j < i; j++) {
                k[i][j] = random.nextGaussian() / n;
            }
        }
        Course b = new Course(random.doubles(n).toArray(), random.doubles(n).toArray());
        Metric metric = Metric.of(b, 2, 1);
        Gmres gmres = new Gmres(x -> product(k, x), metric, 40);
        Course x = gmres.solve(b, 1e-12);
        Course left = x.copy();
        left.add(-1, product(k, x));
        left.add(-1, b);
        assertTrue(metric.norm(left) < 1e-11, "left " + metric.norm(left));
        assertTrue(gmres.steps() < 30, gmres.steps() + " steps");
    }

    private static Course product(double[][] k, Course x) {
        int n = x.re().length;
        Course y = Course.zero(n);
        for (int i = 0; i < 2 * n; i++) {
            double sum = 0;
            for (int j = 0; j < 2 * n; j++) {
                sum += k[i][j] * (j < n ? x.re()[j] : x.im()[j - n]);
            }
            (i < n ? y.re() : y.im())[i % n] = sum;
        }
        return y;
    }
}
