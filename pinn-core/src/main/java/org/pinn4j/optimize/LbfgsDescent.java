package org.pinn4j.optimize;

import java.util.Arrays;
import org.pinn4j.blas.Blas;
import org.pinn4j.blas.Matrices;

/** The two-loop recursion over a ring of pairs. H before the pairs is yᵀs/yᵀy of the youngest one. */
final class LbfgsDescent implements Descent {
    private final Blas blas;
    private final int n;
    private final int capacity;
    private final double[] steps;
    private final double[] changes;
    private final double[] curvatures;
    private final double[] weights;
    private int pairs;
    private int next;

    LbfgsDescent(Blas blas, int n, int capacity) {
        this.blas = blas;
        this.n = n;
        this.capacity = capacity;
        steps = Matrices.allocate(n, capacity);
        changes = Matrices.allocate(n, capacity);
        curvatures = new double[capacity];
        weights = new double[capacity];
    }

    @Override
    public void direction(double[] g, double[] p) {
        Vectors.negate(g, p);
        for (int age = 1; age <= pairs; age++) {
            int k = slot(age);
            weights[k] = blas.dot(n, steps, k * n, p, 0) / curvatures[k];
            blas.axpy(n, -weights[k], changes, k * n, p, 0);
        }
        scale(p);
        for (int age = pairs; age >= 1; age--) {
            int k = slot(age);
            double correction = weights[k] - blas.dot(n, changes, k * n, p, 0) / curvatures[k];
            blas.axpy(n, correction, steps, k * n, p, 0);
        }
    }

    private int slot(int age) {
        return Math.floorMod(next - age, capacity);
    }

    private void scale(double[] p) {
        if (pairs > 0) {
            int k = slot(1);
            double factor = curvatures[k] / blas.dot(n, changes, k * n, changes, k * n);
            for (int i = 0; i < n; i++) {
                p[i] *= factor;
            }
        }
    }

    @Override
    public void learn(double alpha, double[] s, double[] y, double[] g) {
        double curvature = Curvature.along(blas, s, y);
        if (curvature > 0) {
            System.arraycopy(s, 0, steps, next * n, n);
            System.arraycopy(y, 0, changes, next * n, n);
            curvatures[next] = curvature;
            next = (next + 1) % capacity;
            pairs = Math.min(pairs + 1, capacity);
        }
    }

    @Override
    public void forget() {
        Arrays.fill(steps, 0);
        Arrays.fill(changes, 0);
        Arrays.fill(curvatures, 0);
        pairs = 0;
        next = 0;
    }

    @Override
    public boolean fresh() {
        return pairs == 0;
    }

    @Override
    public void save(Memory memory) {
        memory.put("steps", steps)
                .put("changes", changes)
                .put("curvatures", curvatures)
                .put("ring", new double[] {pairs, next});
    }

    @Override
    public void load(Snapshot snapshot) {
        Memory.read(snapshot, "steps", steps);
        Memory.read(snapshot, "changes", changes);
        Memory.read(snapshot, "curvatures", curvatures);
        double[] ring = new double[2];
        Memory.read(snapshot, "ring", ring);
        pairs = (int) ring[0];
        next = (int) ring[1];
    }
}
