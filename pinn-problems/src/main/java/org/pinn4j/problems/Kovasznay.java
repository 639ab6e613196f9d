package org.pinn4j.problems;

import static org.pinn4j.pde.Expr.cos;
import static org.pinn4j.pde.Expr.exp;
import static org.pinn4j.pde.Expr.sin;
import static org.pinn4j.problems.Published.Seen.PAPER;

import java.util.List;
import java.util.Optional;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Region;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.Reference;

/** The steady wake behind a grid at Reynolds number 40: Kovasznay's solution of the Navier-Stokes equations. */
public record Kovasznay() implements CatalogueProblem {
    public static final double NU = 1.0 / 40;
    public static final Axis X = Axis.of("x", -0.5, 1);
    public static final Axis Y = Axis.of("y", -0.5, 1.5);
    public static final Field U = Field.of("u", X, Y);
    public static final Field V = Field.of("v", X, Y);
    public static final Field P = Field.of("p", X, Y);

    private static final double LAMBDA = 20 - Math.sqrt(400 + 4 * Math.PI * Math.PI);

    private static Expr along() {
        return exp(X.times(LAMBDA)).times(cos(Y.times(2 * Math.PI))).negate().plus(1);
    }

    private static Expr across() {
        return exp(X.times(LAMBDA)).times(sin(Y.times(2 * Math.PI))).times(LAMBDA / (2 * Math.PI));
    }

    /** ν Δw − (u, v)·∇w. */
    private static Expr forces(Field w) {
        return w.d(X, X).plus(w.d(Y, Y)).times(NU).minus(U.times(w.d(X))).minus(V.times(w.d(Y)));
    }

    @Override
    public String name() {
        return "kovasznay";
    }

    @Override
    public String title() {
        return "Navier-Stokes, steady, Re = 40, Kovasznay's wake";
    }

    @Override
    public Problem statement() {
        double[][] corner = {{X.min(), Y.min()}};
        double[] pressure = {0.5 * (1 - Math.exp(2 * LAMBDA * X.min()))};
        return Problem.over(X, Y)
                .named(name())
                .require(P.d(X).equalTo(forces(U)).on(Region.interior()).named("momentum-x"))
                .require(P.d(Y).equalTo(forces(V)).on(Region.interior()).named("momentum-y"))
                .require(U.d(X).plus(V.d(Y)).equalTo(0).on(Region.interior()).named("mass"))
                .require(U.equalTo(along()).on(Region.boundary()).named("boundary-u"))
                .require(V.equalTo(across()).on(Region.boundary()).named("boundary-v"))
                .require(P.equalTo(Expr.measurement()).onData(corner, pressure).named("pressure"));
    }

    @Override
    public Grid grid() {
        return Grid.of(X, 101).by(Y, 101);
    }

    @Override
    public Optional<Reference> exact() {
        Expr pressure = exp(X.times(2 * LAMBDA)).negate().plus(1).times(0.5);
        return Optional.of(Formula.of(1e-15, U, along()).and(V, across()).and(P, pressure));
    }

    @Override
    public List<Field> upToConstant() {
        return List.of(P);
    }

    @Override
    public List<Published> published() {
        return List.of(Published.of(1e-7, PAPER, "Gauss-Newton natural gradient (arXiv 2402.10680)")
                .remarked("said to come close to single precision, of which the figure is ours"));
    }

    @Override
    public String source() {
        return "Kovasznay, Proc. Camb. Phil. Soc. 44 (1948) 58; domain: Lu, Meng, Mao, Karniadakis, SIAM Rev. 63 (2021) 208 (DeepXDE)";
    }
}
