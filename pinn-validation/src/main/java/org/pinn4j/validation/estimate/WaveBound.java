package org.pinn4j.validation.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.pinn4j.pde.Expr;
import org.pinn4j.solution.Solution;

/**
 * {@code u_tt = Σ aᵢ uᵢᵢ − q u + f} with constant aᵢ ≥ 0 and q ≥ 0, zero or periodic ends met exactly: the energy
 * {@code E = ½(‖e_t‖² + Σ aᵢ‖eᵢ‖² + q‖e‖²)} obeys {@code √E(t) ≤ √E(0) + ∫‖R‖/√2}, without an exponential; then
 * {@code ‖e(t)‖ ≤ √(2E/(Σ aᵢ μᵢ + q))} and {@code ‖e(t)‖ ≤ ‖e(0)‖ + ∫√(2E)}. Where a solution in slabs jumps, √E grows by the
 * root of the energy of the jump, and ‖e‖ by its norm.
 * Source: Evans, Partial Differential Equations (2010), section 7.2.
 */
record WaveBound(Solution solution, ScalarForm form) implements BoundSearch.Bound {
    private static final int RESIDUAL = 0;
    private static final int VALUE = 1;
    private static final int START = 0;
    private static final int RATE = 1;
    private static final int SLOPE = 2;

    @Override
    public BoundSearch.Level level(Panels panels) {
        if (!form.isLinear() || !form.higher.isEmpty()) {
            throw new NoBoundException("a nonlinear wave equation, or one of order above two in space");
        }
        double q = constant(form.reaction.getOrDefault(1, Expr.constant(0)));
        double[] a = form.diffusion.stream().mapToDouble(this::constant).toArray();
        double eigenvalue = q;
        for (int i = 0; i < a.length; i++) {
            if (a[i] < 0 || q < 0 || !form.advection.get(i).equals(Expr.constant(0))) {
                throw new NoBoundException("a wave equation with advection or growth");
            }
            eigenvalue += a[i] * form.leastEigenvalue(i);
        }
        Nodes nodes = Nodes.on(form.space, panels);
        double start = form.time.orElseThrow().min();
        List<Expr> initial = new ArrayList<>(List.of(form.initialValue, form.initialRate));
        form.space.forEach(axis -> initial.add(form.initialValue.d(axis)));
        Samples first = new Samples(solution, initial, form.space, nodes).at(start);
        return march(panels, nodes, root(first, a, q), first.norm(START), s -> root(s, a, q), eigenvalue);
    }

    /** √E of value, rate and slopes. */
    private static double root(Samples s, double[] a, double q) {
        double energy = Math.pow(s.norm(RATE), 2) + q * Math.pow(s.norm(START), 2);
        for (int i = 0; i < a.length; i++) {
            energy += a[i] * Math.pow(s.norm(SLOPE + i), 2);
        }
        return Math.sqrt(energy / 2);
    }

    private EdgeJumps edges(Nodes nodes) {
        List<Expr> jumping = new ArrayList<>(List.of(form.field, form.field.d(form.time.orElseThrow())));
        form.space.forEach(axis -> jumping.add(form.field.d(axis)));
        return new EdgeJumps(solution, jumping, form.space, nodes);
    }

    private BoundSearch.Level march(
            Panels panels,
            Nodes nodes,
            double root,
            double displaced,
            ToDoubleFunction<Samples> size,
            double eigenvalue) {
        var axis = form.time.orElseThrow();
        double[][] times = Nodes.line(axis, panels);
        EdgeJumps edges = edges(nodes);
        double[] kicks = edges.before(times[0], edges.sizes(size));
        double[] shifts = edges.before(times[0], edges.sizes(s -> s.norm(START)));
        Samples s = new Samples(solution, List.of(form.residual, form.field), form.space, nodes);
        Faces faces = new Faces(solution, form, panels);
        double before = 0;
        double energy = root;
        double drift = displaced;
        double l2 = 0;
        double norm = 0;
        double residual = 0;
        for (int j = 0; j < times[0].length; j++) {
            double t = times[0][j];
            s.at(t);
            if (faces.largest(t, s.largestSize(VALUE)) > 0) {
                throw new NoBoundException("the wave's boundary values are not met by construction");
            }
            double defect = s.norm(RESIDUAL);
            if (j > 0) {
                double step = t - times[0][j - 1];
                double grown = energy + kicks[j] + step * (defect + before) / 2 / Math.sqrt(2);
                drift += shifts[j] + step * Math.sqrt(2) * grown;
                energy = grown;
            }
            before = defect;
            double now =
                    Math.min(drift, eigenvalue > 0 ? energy * Math.sqrt(2 / eigenvalue) : Double.POSITIVE_INFINITY);
            l2 += times[1][j] * now * now;
            norm += times[1][j] * Math.pow(s.norm(VALUE), 2);
            residual += times[1][j] * defect * defect;
        }
        return new BoundSearch.Level(
                "wave class, energy",
                Math.sqrt(l2),
                Double.NaN,
                Math.sqrt(norm),
                Math.sqrt(residual) + displaced + Arrays.stream(shifts).sum());
    }

    private double constant(Expr e) {
        return form.number(e).orElseThrow(() -> new NoBoundException("a wave equation with varying coefficients"));
    }
}
