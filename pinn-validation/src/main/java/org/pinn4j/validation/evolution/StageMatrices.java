package org.pinn4j.validation.evolution;

import java.util.Arrays;
import org.pinn4j.parallel.Workers;
import org.pinn4j.validation.system.BandMatrix;
import org.pinn4j.validation.system.ImplicitSystem;

/**
 * The matrices of the simplified Newton iteration, J = ∂F/∂y and M = ∂F/∂y' frozen at one point, one for each block of Λ⁻¹:
 * J + (p/h) M, or for a pair twice as large with the two unknowns of a node side by side, [J + (p/h) M, −(q/h) M; (q/h) M,
 * J + (p/h) M]. Blocks are independent of each other, so workers share them without changing a bit.
 */
final class StageMatrices {
    private final ImplicitSystem system;
    private final RadauTableau tableau;
    private final RadauTableau.Block[] blocks;
    private final Workers workers;
    private final int n;
    private final BandMatrix jacobian;
    private final BandMatrix shifted;
    private final BandMatrix[] factors;
    private final double[][] pairs;
    private int[] massRow;
    private int[] massColumn;
    /** In single precision: J's rounding does not show, and the iteration needs no more. */
    private double[] mass = {};

    private boolean massConstant;

    StageMatrices(ImplicitSystem system, RadauTableau tableau, Workers workers) {
        this.system = system;
        this.tableau = tableau;
        this.blocks = tableau.blocks();
        this.workers = workers;
        this.n = system.size();
        this.jacobian = system.matrix();
        this.shifted = system.matrix();
        this.factors = new BandMatrix[blocks.length];
        this.pairs = new double[blocks.length][];
        int lower = system.lowerBandwidth();
        int upper = system.upperBandwidth();
        for (int b = 0; b < blocks.length; b++) {
            factors[b] = blocks[b].pair() ? new BandMatrix(2 * n, 2 * lower + 1, 2 * upper + 1) : system.matrix();
            pairs[b] = new double[blocks[b].pair() ? 2 * n : n];
        }
    }

    /**
     * Takes J and M at a point; M only while it is seen to change.
     * @param scale a number of the size of 1/h
     * @param anew whether M may have changed although it did not before
     */
    void linearise(double t, double[] y, double[] yDot, double scale, boolean anew) {
        system.jacobian(t, y, yDot, 0, jacobian);
        if (!massConstant || anew) {
            system.jacobian(t, y, yDot, scale, shifted);
            double[] before = mass;
            takeMass(scale);
            massConstant = Arrays.equals(before, mass);
        }
    }

    private void takeMass(double scale) {
        int count = 0;
        massRow = new int[n];
        massColumn = new int[n];
        mass = new double[n];
        for (int j = 0; j < n; j++) {
            for (int i = jacobian.firstRow(j); i <= jacobian.lastRow(j); i++) {
                double difference = shifted.get(i, j) - jacobian.get(i, j);
                if (difference == 0) {
                    continue;
                }
                if (count == massRow.length) {
                    massRow = Arrays.copyOf(massRow, 2 * count);
                    massColumn = Arrays.copyOf(massColumn, 2 * count);
                    mass = Arrays.copyOf(mass, 2 * count);
                }
                massRow[count] = i;
                massColumn[count] = j;
                mass[count++] = (float) (difference / scale);
            }
        }
        massRow = Arrays.copyOf(massRow, count);
        massColumn = Arrays.copyOf(massColumn, count);
        mass = Arrays.copyOf(mass, count);
    }

    /** Fills and factorises for steps of h. @return false if a matrix is singular */
    boolean factorise(double h) {
        boolean[] regular = new boolean[blocks.length];
        workers.forEach(blocks.length, (worker, b) -> {
            fill(b, h);
            regular[b] = factors[b].factorise();
        });
        for (boolean r : regular) {
            if (!r) {
                return false;
            }
        }
        return true;
    }

    private void fill(int b, double h) {
        double p = blocks[b].p() / h;
        double q = blocks[b].q() / h;
        BandMatrix to = factors[b];
        to.clear();
        if (!blocks[b].pair()) {
            to.set(jacobian);
            for (int k = 0; k < mass.length; k++) {
                to.add(massRow[k], massColumn[k], p * mass[k]);
            }
            return;
        }
        for (int j = 0; j < n; j++) {
            for (int i = jacobian.firstRow(j); i <= jacobian.lastRow(j); i++) {
                double entry = jacobian.get(i, j);
                if (entry != 0) {
                    to.add(2 * i, 2 * j, entry);
                    to.add(2 * i + 1, 2 * j + 1, entry);
                }
            }
        }
        for (int k = 0; k < mass.length; k++) {
            int i = 2 * massRow[k];
            int j = 2 * massColumn[k];
            to.add(i, j, p * mass[k]);
            to.add(i + 1, j + 1, p * mass[k]);
            to.add(i, j + 1, -q * mass[k]);
            to.add(i + 1, j, q * mass[k]);
        }
    }

    /**
     * Solves (M + h Λ J) w = r in the transformed stages.
     * @param r [stages][n], overwritten by w
     */
    void solve(double h, double[][] r) {
        workers.forEach(blocks.length, (worker, b) -> {
            RadauTableau.Block block = blocks[b];
            double[] first = r[block.first()];
            if (!block.pair()) {
                for (int i = 0; i < n; i++) {
                    first[i] *= block.p() / h;
                }
                factors[b].solve(first);
                return;
            }
            double[] second = r[block.first() + 1];
            double[] both = pairs[b];
            for (int i = 0; i < n; i++) {
                both[2 * i] = (block.p() * first[i] - block.q() * second[i]) / h;
                both[2 * i + 1] = (block.q() * first[i] + block.p() * second[i]) / h;
            }
            factors[b].solve(both);
            for (int i = 0; i < n; i++) {
                first[i] = both[2 * i];
                second[i] = both[2 * i + 1];
            }
        });
    }

    /** x becomes (M + hλJ)⁻¹ M x with the real eigenvalue λ: what remains of an error after one implicit step. */
    void damp(double h, double[] x, double[] scratch) {
        Arrays.fill(scratch, 0);
        for (int k = 0; k < mass.length; k++) {
            scratch[massRow[k]] += mass[k] * x[massColumn[k]];
        }
        double p = tableau.realInverse() / h;
        for (int i = 0; i < n; i++) {
            x[i] = p * scratch[i];
        }
        for (int b = 0; b < blocks.length; b++) {
            if (!blocks[b].pair()) {
                factors[b].solve(x);
            }
        }
    }
}
