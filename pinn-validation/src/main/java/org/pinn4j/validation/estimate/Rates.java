package org.pinn4j.validation.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;

/**
 * How fast an error grows at a point, as expressions of the approximation. With e = U − u the nonlinear terms are
 * {@code g(U) − g(U − e) = κ e} with κ at least {@link #monotone}, or {@code g′(U) e − g″(U) e²/2 + ...}.
 */
final class Rates {
    private final ScalarForm form;

    Rates(ScalarForm form) {
        this.form = form;
    }

    /** −q, and for the square norm half the divergence of pᵢ + ∂ᵢaᵢ. */
    private Expr linear(boolean square) {
        Expr rate = form.reaction.getOrDefault(1, Expr.constant(0)).negate();
        for (int i = 0; square && i < form.space.size(); i++) {
            Axis axis = form.space.get(i);
            rate = rate.plus(form.diffusion
                    .get(i)
                    .d(axis)
                    .plus(form.advection.get(i))
                    .d(axis)
                    .times(0.5));
        }
        return rate;
    }

    /** −½ Σ sᵢ Uᵢ for the square norm, −Σ sᵢ Uᵢ for the maximum. */
    private Expr steepening(boolean square) {
        Expr rate = Expr.constant(0);
        for (int i = 0; i < form.space.size(); i++) {
            double s = form.steepening[i];
            rate = s == 0 ? rate : rate.minus(form.field.d(form.space.get(i)).times(square ? s / 2 : s));
        }
        return rate;
    }

    /** The rate with the least κ over all u, if that is finite: {@code min_u g₃(U² + U u + u²) + g₂(U + u)}, odd powers dropped. */
    Optional<Expr> monotone(boolean square) {
        double g2 = value(2);
        double g3 = value(3);
        for (Map.Entry<Integer, Expr> g : form.reaction.entrySet()) {
            int power = g.getKey();
            boolean helps = power % 2 == 1 && value(power) >= 0;
            if (power > 3 && !helps || Double.isNaN(power < 2 ? 0 : value(power))) {
                return Optional.empty();
            }
        }
        if (g3 < 0 || g3 == 0 && g2 != 0) {
            return Optional.empty();
        }
        Expr rate = linear(square).plus(steepening(square));
        if (g3 > 0) {
            Expr u = form.field;
            Expr half = u.times(g3).plus(g2);
            Expr kappa = u.pow(2).times(g3).plus(u.times(g2)).minus(half.pow(2).times(1 / (4 * g3)));
            rate = rate.minus(kappa);
        }
        return Optional.of(rate);
    }

    /** gₖ if it is a number, zero if there is none, otherwise NaN. */
    private double value(int power) {
        Expr g = form.reaction.get(power);
        return g == null ? 0 : form.number(g).orElse(Double.NaN);
    }

    /** The rate of a small error: −g′(U) in the place of −κ. */
    Expr small(boolean square) {
        return linear(square).plus(steepening(square)).minus(derivative(1));
    }

    /** g⁽ᵐ⁾(U)/m! for m = 2, 3, ...: the factors of eᵐ. */
    List<Expr> curvatures() {
        List<Expr> all = new ArrayList<>();
        int highest = form.reaction.keySet().stream()
                .mapToInt(Integer::intValue)
                .max()
                .orElse(1);
        for (int m = 2; m <= highest; m++) {
            all.add(derivative(m));
        }
        return all;
    }

    /** Σ over k ≥ 2 of gₖ (k over m) U^(k−m). */
    private Expr derivative(int m) {
        Expr sum = Expr.constant(0);
        for (Map.Entry<Integer, Expr> g : form.reaction.entrySet()) {
            int k = g.getKey();
            if (k >= 2 && k >= m) {
                double choose = 1;
                for (int j = 1; j <= m; j++) {
                    choose *= (double) (k - m + j) / j;
                }
                sum = sum.plus(g.getValue().times(form.field.pow(k - m)).times(choose));
            }
        }
        return sum;
    }
}
