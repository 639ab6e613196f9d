package org.pinn4j.validation.evolution;

import java.util.Arrays;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.hipparchus.complex.Complex;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionNonSymmetric;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.RealMatrix;

/**
 * The Radau IIA collocation method with s stages, computed from its definition: the nodes are the zeros of P_s − P_(s−1) on
 * [0, 1], the last one is 1, and A[i][j] is the integral of Lagrange polynomial j up to node i. Order 2s − 1, stage order s,
 * L-stable. A is brought to real blocks of size one and two, A = T Λ T⁻¹, for the simplified Newton iteration. Immutable.
 * Source: Hairer, Wanner, Solving Ordinary Differential Equations II (1996), sections IV.5 and IV.8.
 */
final class RadauTableau {
    private static final int NEWTON_STEPS = 20;

    /**
     * One block of Λ⁻¹: p for a real eigenvalue, [p −q; q p] for a conjugate pair.
     * @param first its first row in the transformed stages
     */
    record Block(int first, double p, double q) {
        boolean pair() {
            return q != 0;
        }
    }

    private final double[] nodes;
    private final double[][] a;
    private final double[][] toStages;
    private final double[][] fromStages;
    private final Block[] blocks;
    private final double[] atStart;

    /** @param stages odd, so that one eigenvalue is real; 3 to 9 */
    RadauTableau(int stages) {
        this(nodes(checked(stages)));
    }

    /** Collocation at nodes. @param nodes an odd number of different ones in (0, 1], ascending */
    RadauTableau(double... nodes) {
        this(nodes, integrals(nodes));
    }

    /** Any method. @param nodes times of the stages, kept @param a its coefficients, kept; with one real eigenvalue */
    RadauTableau(double[] nodes, double[][] a) {
        this.nodes = nodes;
        this.a = a;
        atStart = lagrange(0);
        blocks = new Block[(nodes.length + 1) / 2];
        RealMatrix t = eigenvectors();
        if (!Double.isFinite(t.getNorm1())) { // a factorisation would call it regular
            throw new IllegalArgumentException("a: its eigenvectors are not finite numbers");
        }
        toStages = t.getData();
        fromStages = new LUDecomposition(t).getSolver().getInverse().getData();
    }

    private static int checked(int stages) {
        if (stages < 3 || stages > 9 || stages % 2 == 0) {
            throw new IllegalArgumentException("Radau IIA: need 3, 5, 7 or 9 stages, got " + stages);
        }
        return stages;
    }

    /** Zeros of P_s − P_(s−1) by Newton's method from cos(2πk/(2s − 1)). */
    private static double[] nodes(int s) {
        double[] c = new double[s];
        c[s - 1] = 1;
        for (int k = 1; k < s; k++) {
            double x = Math.cos(2 * Math.PI * k / (2 * s - 1.0));
            for (int step = 0; step < NEWTON_STEPS; step++) {
                x -= difference(s, x) / slope(s, x);
            }
            c[s - 1 - k] = (1 + x) / 2;
        }
        return c;
    }

    private static double legendre(int degree, double x) {
        double before = 1;
        double p = x;
        for (int k = 1; k < degree; k++) {
            double next = ((2 * k + 1) * x * p - k * before) / (k + 1);
            before = p;
            p = next;
        }
        return p;
    }

    private static double difference(int s, double x) {
        return legendre(s, x) - legendre(s - 1, x);
    }

    /** (1 − x²) P_n' = n (P_(n−1) − x P_n). */
    private static double slope(int s, double x) {
        double p = legendre(s, x);
        double before = legendre(s - 1, x);
        double beforeThat = s == 2 ? 1 : legendre(s - 2, x);
        return (s * (before - x * p) - (s - 1) * (beforeThat - x * before)) / (1 - x * x);
    }

    private static double[][] integrals(double[] nodes) {
        int s = nodes.length;
        double[][] result = new double[s][s];
        GaussIntegratorFactory rules = new GaussIntegratorFactory();
        for (int i = 0; i < s; i++) {
            GaussIntegrator rule = rules.legendre(s, 0, nodes[i]);
            for (int k = 0; k < rule.getNumberOfPoints(); k++) {
                double[] values = lagrange(nodes, rule.getPoint(k));
                for (int j = 0; j < s; j++) {
                    result[i][j] += rule.getWeight(k) * values[j];
                }
            }
        }
        return result;
    }

    private RealMatrix eigenvectors() {
        int s = nodes.length;
        EigenDecompositionNonSymmetric eigen = new EigenDecompositionNonSymmetric(new Array2DRowRealMatrix(a));
        double[][] t = new double[s][s];
        int column = 0;
        int block = 0;
        for (int k = 0; k < s; k++) {
            Complex value = eigen.getEigenvalue(k);
            double size = value.getReal() * value.getReal() + value.getImaginary() * value.getImaginary();
            if (value.getImaginary() < 0) {
                continue;
            }
            blocks[block++] = new Block(column, value.getReal() / size, value.getImaginary() / size);
            for (int i = 0; i < s; i++) {
                Complex entry = eigen.getEigenvector(k).getEntry(i);
                t[i][column] = entry.getReal();
                if (value.getImaginary() > 0) {
                    t[i][column + 1] = entry.getImaginary();
                }
            }
            column += value.getImaginary() > 0 ? 2 : 1;
        }
        return new Array2DRowRealMatrix(t, false);
    }

    /** The Lagrange polynomials of the nodes at θ: weights that turn values at the nodes into the value at θ. */
    double[] lagrange(double theta) {
        return lagrange(nodes, theta);
    }

    private static double[] lagrange(double[] nodes, double theta) {
        int s = nodes.length;
        double[] values = new double[s];
        for (int j = 0; j < s; j++) {
            double product = 1;
            for (int k = 0; k < s; k++) {
                if (k != j) {
                    product *= (theta - nodes[k]) / (nodes[j] - nodes[k]);
                }
            }
            values[j] = product;
        }
        return values;
    }

    int stages() {
        return nodes.length;
    }

    double node(int i) {
        return nodes[i];
    }

    /** A[i][j]. */
    double a(int i, int j) {
        return a[i][j];
    }

    Block[] blocks() {
        return blocks.clone();
    }

    /** 1/λ of the real eigenvalue λ. */
    double realInverse() {
        return Arrays.stream(blocks)
                .filter(b -> !b.pair())
                .findFirst()
                .orElseThrow()
                .p();
    }

    /** Weights of the value at the start of the step. */
    double atStart(int j) {
        return atStart[j];
    }

    /** result = T·w over the stages. @param w [stages][n] @param result overwritten: [stages][n] */
    void toStages(double[][] w, double[][] result) {
        multiply(toStages, w, result);
    }

    /** result = T⁻¹·k over the stages. @param result overwritten: [stages][n] */
    void fromStages(double[][] k, double[][] result) {
        multiply(fromStages, k, result);
    }

    private static void multiply(double[][] matrix, double[][] rows, double[][] result) {
        for (int i = 0; i < matrix.length; i++) {
            double[] out = result[i];
            Arrays.fill(out, 0);
            for (int j = 0; j < matrix.length; j++) {
                add(matrix[i][j], rows[j], out);
            }
        }
    }

    /** out += factor·x. */
    static void add(double factor, double[] x, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] += factor * x[i];
        }
    }
}
