package org.pinn4j.problems;

import static org.pinn4j.pde.Expr.atan;
import static org.pinn4j.problems.Published.Seen.QUOTED;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Region;
import org.pinn4j.problems.Potential.Slope;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.Reference;

/**
 * The flow in a square driven by its lid at Reynolds number 100, the lid's speed a parabola that vanishes at the corners.
 * <p>Speeds are continuous there and their slopes are not: u_x = ±4 along the lid, v_y = 0 along the wall. So the pressure grows like
 * the logarithm of the distance, and is not compared. Of the stream function the part that is not smooth is known,
 * r²(π/2 − 2θ − (π/2) cos 2θ − sin 2θ) about each upper corner, θ from the lid: biharmonic, with these speeds on both sides.
 */
public record Cavity() implements CatalogueProblem {
    public static final double NU = 0.01;
    public static final Axis X = Axis.of("x", 0, 1);
    public static final Axis Y = Axis.of("y", 0, 1);
    public static final Field U = Field.of("u", X, Y);
    public static final Field V = Field.of("v", X, Y);
    public static final Field P = Field.of("p", X, Y);

    private static final Field PSI = Field.of("psi", X, Y);

    private static Expr lid() {
        return X.times(4).times(Expr.constant(1).minus(X));
    }

    /** ν Δw − (u, v)·∇w. */
    private static Expr forces(Field w) {
        return w.d(X, X).plus(w.d(Y, Y)).times(NU).minus(U.times(w.d(X))).minus(V.times(w.d(Y)));
    }

    @Override
    public String name() {
        return "cavity";
    }

    @Override
    public String title() {
        return "Navier-Stokes, steady, Re = 100, cavity under a lid of speed 4x(1 - x)";
    }

    @Override
    public Problem statement() {
        double[][] corner = {{X.min(), Y.min()}};
        return Problem.over(X, Y)
                .named(name())
                .require(P.d(X).equalTo(forces(U)).on(Region.interior()).named("momentum-x"))
                .require(P.d(Y).equalTo(forces(V)).on(Region.interior()).named("momentum-y"))
                .require(U.d(X).plus(V.d(Y)).equalTo(0).on(Region.interior()).named("mass"))
                .require(U.equalTo(lid()).on(Y.end()).named("lid"))
                .require(U.equalTo(0).on(Y.start()).named("floor-u"))
                .require(U.equalTo(0).on(X.ends()).named("walls-u"))
                .require(V.equalTo(0).on(Region.boundary()).named("boundary-v"))
                .require(P.equalTo(Expr.measurement())
                        .onData(corner, new double[1])
                        .named("pressure"));
    }

    @Override
    public Grid grid() {
        return Grid.of(X, 101).by(Y, 101);
    }

    @Override
    public Optional<Reference> exact() {
        return Optional.empty();
    }

    /** The vorticity −Δψ is carried by (ψ_y, −ψ_x) and diffuses. */
    @Override
    public Optional<Potential> potential() {
        Expr vorticityX = PSI.d(X, X, X).plus(PSI.d(X, Y, Y));
        Expr vorticityY = PSI.d(X, X, Y).plus(PSI.d(Y, Y, Y));
        Expr biharmonic = PSI.d(X, X, X, X).plus(PSI.d(X, X, Y, Y).times(2)).plus(PSI.d(Y, Y, Y, Y));
        Problem stream = Problem.over(X, Y)
                .named("cavity-stream")
                .require(biharmonic
                        .times(NU)
                        .equalTo(PSI.d(Y).times(vorticityX).minus(PSI.d(X).times(vorticityY))))
                .require(PSI.equalTo(0).on(X.ends()))
                .require(PSI.equalTo(0).on(Y.ends()))
                .require(PSI.d(X).equalTo(0).on(X.ends()))
                .require(PSI.d(Y).equalTo(0).on(Y.start()))
                .require(PSI.d(Y).equalTo(lid()).on(Y.end()));
        Expr below = Expr.constant(1).minus(Y);
        return Optional.of(new Potential(
                stream,
                List.of(corner(X, below), corner(Expr.constant(1).minus(X), below)),
                Map.of(U, new Slope(Y, 1), V, new Slope(X, -1))));
    }

    /** @param a along the lid from the corner @param b down the wall from it */
    private static Expr corner(Expr a, Expr b) {
        Expr square = a.pow(2).plus(b.pow(2));
        Expr angle = atan(b.over(a.plus(square.pow(0.5)))).times(2);
        return b.pow(2)
                .times(Math.PI)
                .minus(angle.times(square).times(2))
                .minus(a.times(b).times(2));
    }

    @Override
    public double floor() {
        return 1e-5;
    }

    @Override
    public List<Published> published() {
        return List.of(
                Published.of(
                                1.13e-4,
                                QUOTED,
                                "dual Gauss-Newton with sketches, 4 × 60 sines (DSGNAR, arXiv 2607.02194)")
                        .on("H100")
                        .within(402.9),
                Published.of(3.6e-2, QUOTED, "LAAF (PINNacle)")
                        .remarked("against a file with an error of 2.0e-4 in u and v"));
    }

    @Override
    public String source() {
        return "PINNacle (Hao et al., 2023), NS2d-C with a = 4, read in its code; corners: Moffatt, J. Fluid Mech. 18 (1964) 1";
    }
}
