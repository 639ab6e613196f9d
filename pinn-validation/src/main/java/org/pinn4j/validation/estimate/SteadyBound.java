package org.pinn4j.validation.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pinn4j.pde.Expr;
import org.pinn4j.solution.Solution;

/**
 * {@code −Σ ∂ᵢ(aᵢ uᵢ) + b·∇u + c u + g(u) = f}, values given on the boundary.
 * <ul>
 *   <li>Coercive: {@code ‖e‖ ≤ ‖R‖/(Σ min aᵢ μᵢ + min(c − ½ div b + κ))}, μᵢ the least eigenvalue of −∂ᵢᵢ, by testing with e.
 *   <li>Indefinite with constant coefficients: {@code ‖e‖ ≤ ‖R‖/min|λ|} over the eigenvalues λ of the box.
 *   <li>Where boundary values are not met: {@code max|e| ≤ max|boundary| + max|R| h²/(8a)} across an axis of length h without
 *       advection, by the maximum principle with the barrier ½(x − x₀)(x₁ − x)/a.
 * </ul>
 * Source: Gilbarg and Trudinger, Elliptic Partial Differential Equations of Second Order (2001), chapters 3 and 8.
 */
record SteadyBound(Solution solution, ScalarForm form) implements BoundSearch.Bound {
    private static final int RESIDUAL = 0;
    private static final int VALUE = 1;
    private static final int DIFFUSION = 2;

    @Override
    public BoundSearch.Level level(Panels panels) {
        if (!form.higher.isEmpty()) {
            throw new NoBoundException("a steady equation of order above two");
        }
        Rates rates = new Rates(form);
        Optional<Expr> square = rates.monotone(true);
        Optional<Expr> largest = rates.monotone(false);
        List<Expr> expressions = new ArrayList<>(List.of(form.residual, form.field));
        expressions.addAll(form.diffusion);
        square.ifPresent(expressions::add);
        largest.ifPresent(expressions::add);
        Samples s = new Samples(solution, expressions, form.space, Nodes.on(form.space, panels)).at(0);
        double mismatch = new Faces(solution, form, panels).largest(0, s.largestSize(VALUE));
        int after = DIFFUSION + form.space.size();
        double coercivity = square.isPresent() ? ellipticity(s) - s.largest(after) : Double.NaN;
        BoundSearch.Level best = null;
        if (mismatch == 0 && coercivity > 0) {
            best = level("coercive elliptic class, L2", s.norm(RESIDUAL) / coercivity, Double.NaN, s);
        } else if (mismatch == 0 && form.isLinear()) {
            best = level(
                    "indefinite class, distance to the spectrum, L2", s.norm(RESIDUAL) / distance(), Double.NaN, s);
        }
        double barrier = barrier(s);
        if (largest.isPresent() && s.largest(after + 1) <= 0 && Double.isFinite(barrier)) {
            double max = mismatch + barrier * s.largestSize(RESIDUAL);
            double l2 = max * Math.sqrt(form.volume());
            best = best != null && best.l2() <= l2
                    ? new BoundSearch.Level(best.kind(), best.l2(), max, best.norm(), best.residual())
                    : level("elliptic class, maximum principle", l2, max, s);
        }
        if (best == null) {
            throw new NoBoundException(
                    "the operator is not coercive and its spectrum is not known, or boundary values are not met");
        }
        return best;
    }

    private BoundSearch.Level level(String kind, double l2, double max, Samples s) {
        return new BoundSearch.Level(kind, l2, max, s.norm(VALUE), s.norm(RESIDUAL));
    }

    private double ellipticity(Samples s) {
        double sum = 0;
        for (int i = 0; i < form.space.size(); i++) {
            double a = s.smallest(DIFFUSION + i);
            if (a < 0) {
                return Double.NaN;
            }
            sum += a * form.leastEigenvalue(i);
        }
        return sum;
    }

    private double barrier(Samples s) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < form.space.size(); i++) {
            double a = s.smallest(DIFFUSION + i);
            if (a < 0) {
                return Double.POSITIVE_INFINITY;
            }
            if (a > 0 && form.ends(i) == 2 && form.advection.get(i).equals(Expr.constant(0))) {
                least = Math.min(least, Math.pow(form.space.get(i).length(), 2) / (8 * a));
            }
        }
        return least;
    }

    /** The eigenvalue of the box nearest to zero. */
    private double distance() {
        double c = constant(form.reaction.getOrDefault(1, Expr.constant(0)));
        List<Double> sums = List.of(c);
        for (int i = 0; i < form.space.size(); i++) {
            double a = constant(form.diffusion.get(i));
            boolean periodic = form.periodic(i);
            if (!(a > 0) || !form.advection.get(i).equals(Expr.constant(0)) || !periodic && form.ends(i) < 2) {
                throw new NoBoundException("the operator is indefinite and its eigenvalues are not known");
            }
            double unit = a
                    * Math.pow((periodic ? 2 : 1) * Math.PI / form.space.get(i).length(), 2);
            int most = 2 + (int) Math.ceil(Math.sqrt((2 * Math.abs(c) + unit) / unit));
            List<Double> longer = new ArrayList<>();
            for (double sum : sums) {
                for (int k = periodic ? 0 : 1; k <= most; k++) {
                    longer.add(sum + unit * k * k);
                }
            }
            sums = longer;
        }
        double distance = sums.stream().mapToDouble(Math::abs).min().orElseThrow();
        if (distance <= 1e-12 * (1 + Math.abs(c))) {
            throw new NoBoundException("zero is an eigenvalue: the solution is not unique");
        }
        return distance;
    }

    private double constant(Expr e) {
        return form.number(e)
                .orElseThrow(() -> new NoBoundException("the operator is indefinite and its coefficients vary"));
    }
}
