package org.pinn4j.problems;

import static org.pinn4j.pde.Expr.cosh;
import static org.pinn4j.pde.Expr.sinh;
import static org.pinn4j.problems.Published.Seen.QUOTED;

import java.util.List;
import java.util.Optional;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.Reference;

/** The Korteweg-de Vries equation on a stretch that a fast soliton overtakes a slow one on. */
public record TwoSolitons() implements CatalogueProblem {
    public static final double FAST = 6;
    public static final double SLOW = 2;
    private static final double FAST_AT = -2;
    private static final double SLOW_AT = 2;
    public static final Axis X = Axis.of("x", 0, 20);
    public static final Axis T = Axis.time("t", 0, 5);
    public static final Field U = Field.of("u", X, T);

    private static final double FLOOR = 5e-15;

    /**
     * With ξᵢ = x − cᵢt − xᵢ and kᵢ = √cᵢ: 2(c₁ − c₂)(c₁ cosh²(k₂ξ₂/2) + c₂ sinh²(k₁ξ₁/2)) /
     * ((k₁ − k₂) cosh((k₁ξ₁ + k₂ξ₂)/2) + (k₁ + k₂) cosh((k₁ξ₁ − k₂ξ₂)/2))².
     */
    private static Expr solution() {
        Expr fast = phase(FAST, FAST_AT);
        Expr slow = phase(SLOW, SLOW_AT);
        Expr above = cosh(slow).pow(2).times(FAST).plus(sinh(fast).pow(2).times(SLOW));
        Expr below = cosh(fast.plus(slow))
                .times(Math.sqrt(FAST) - Math.sqrt(SLOW))
                .plus(cosh(fast.minus(slow)).times(Math.sqrt(FAST) + Math.sqrt(SLOW)));
        return above.times(2 * (FAST - SLOW)).over(below.pow(2));
    }

    /** kξ/2. */
    private static Expr phase(double speed, double at) {
        return X.minus(T.times(speed)).minus(at).times(Math.sqrt(speed) / 2);
    }

    @Override
    public String name() {
        return "two-solitons";
    }

    @Override
    public String title() {
        return "Korteweg-de Vries, u_t + 6 u u_x + u_xxx = 0, two solitons";
    }

    @Override
    public Problem statement() {
        Expr u = solution();
        return Problem.over(X, T)
                .named(name())
                .require(
                        U.d(T).plus(U.times(U.d(X)).times(6)).plus(U.d(X, X, X)).equalTo(0))
                .require(U.equalTo(Formula.at(T, 0, u)).on(T.start()))
                .require(U.equalTo(Formula.at(X, X.min(), u)).on(X.start()).named("left"))
                .require(U.equalTo(Formula.at(X, X.max(), u)).on(X.end()).named("right"))
                .require(U.d(X).equalTo(Formula.at(X, X.max(), u.d(X)))
                        .on(X.end())
                        .named("right-slope"));
    }

    @Override
    public Grid grid() {
        return Grid.of(X, 256).by(T, 101);
    }

    @Override
    public Optional<Reference> exact() {
        return Optional.of(Formula.of(FLOOR, U, solution()));
    }

    @Override
    public List<Published> published() {
        return List.of(
                Published.of(2.17e-6, QUOTED, "vRBA, SSBroyden (Toscano et al., arXiv 2509.14198)")
                        .remarked("another quotation has this figure for the periodic problem"),
                Published.of(6.0e-6, QUOTED, "SSBroyden with adaptive points"));
    }

    @Override
    public String source() {
        return "Hirota, Phys. Rev. Lett. 27 (1971) 1192; speeds and places: Urbán, Stefanou, Pons, J. Comput. Phys. 523 (2025)";
    }
}
