package org.pinn4j.problems;

import static org.pinn4j.pde.Expr.sin;
import static org.pinn4j.problems.Published.Seen.QUOTED;

import java.util.List;
import java.util.Optional;
import org.pinn4j.ansatz.Design;
import org.pinn4j.ansatz.Features;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.Reference;
import org.pinn4j.train.Recipe;

/** Burgers' equation with viscosity 0.01/π: a sine wave steepens into a standing layer at x = 0 of width about 0.006. */
public record Burgers() implements CatalogueProblem {
    public static final double NU = 0.01 / Math.PI;
    private static final double LAYER = 0.02;
    public static final Axis X = Axis.of("x", -1, 1);
    public static final Axis T = Axis.time("t", 0, 1);
    public static final Field U = Field.of("u", X, T);

    @Override
    public String name() {
        return "burgers";
    }

    @Override
    public String title() {
        return "Burgers, u_t + u u_x = (0.01/π) u_xx";
    }

    @Override
    public Problem statement() {
        return Problem.over(X, T)
                .named(name())
                .require(U.d(T).plus(U.times(U.d(X))).equalTo(U.d(X, X).times(NU)))
                .require(U.equalTo(sin(X.times(Math.PI)).negate()).on(T.start()))
                .require(U.equalTo(0).on(X.ends()));
    }

    @Override
    public Grid grid() {
        return Grid.of(X, 256).by(T, 101);
    }

    @Override
    public Optional<Reference> exact() {
        ColeHopf solution = new ColeHopf(NU, ColeHopf.STEP);
        return Optional.of(new ClosedForm("Cole-Hopf quadrature", U, ColeHopf.FLOOR, p -> solution.value(p[0], p[1])));
    }

    /** The standard form with one more input that resolves the layer: asinh(x / 0.02). */
    @Override
    public Optional<Recipe> expert() {
        Expr layer = Features.layer(X, 0, LAYER, 0, X.max());
        return Optional.of(Recipe.of("expert")
                .withDesign(Design.derived().withInputs(layer))
                .withKnowledge("a layer of width about %s stands at x = 0: input %s".formatted(LAYER, layer)));
    }

    @Override
    public List<Published> published() {
        return List.of(
                Published.of(8.25e-9, QUOTED, "vRBA, SSBroyden, 2,011 parameters (Toscano et al., arXiv 2509.14198)")
                        .remarked("a later edition of the same notes has 2.68e-7"),
                Published.of(1.62e-8, QUOTED, "SSBroyden, 3,021 parameters (Kiyani et al., arXiv 2501.16371)")
                        .within(2878),
                Published.of(2.27e-7, QUOTED, "Frozen-PINN with sampled weights (arXiv 2405.20836)")
                        .on("CPU")
                        .within(5.25));
    }

    @Override
    public String source() {
        return "Raissi, Perdikaris, Karniadakis, J. Comput. Phys. 378 (2019) 686;"
                + " solution: Hopf, Comm. Pure Appl. Math. 3 (1950) 201, Cole, Quart. Appl. Math. 9 (1951) 225";
    }
}
