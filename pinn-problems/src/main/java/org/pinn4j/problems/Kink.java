package org.pinn4j.problems;

import java.util.List;
import java.util.Optional;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Function;
import org.pinn4j.pde.Problem;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.Reference;

/**
 * A rod of two materials, heated evenly: −(k u′)′ = 1 on [0, 1] with k = 1 on the left of ½ and 10 on the right, stated as the
 * energy ∫ ½k u′² − u. The answer has a kink where the flux goes through.
 */
public record Kink() implements CatalogueProblem {
    public static final Axis X = Axis.of("x", 0, 1);
    public static final Field U = Field.of("u", X);

    /** 5.5 + 4.5 sign(x − ½). */
    public static final Expr CONDUCTIVITY =
            Function.SIGN.of(X.minus(0.5)).times(4.5).plus(5.5);

    /** k u′ at x = 0: of k u′ = c − x the value at ½ is c/2 − 1/8 from the left and (3/8 − c/2)/10 from the right. */
    private static final double FLUX = (1.0 / 8 + 3.0 / 80) / 0.55;

    @Override
    public String name() {
        return "kink";
    }

    @Override
    public String title() {
        return "Two materials, -(k u_x)_x = 1, k = 1 and 10, as an energy";
    }

    @Override
    public Problem statement() {
        return Problem.over(X)
                .named(name())
                .minimising(CONDUCTIVITY.times(U.d(X).pow(2)).times(0.5).minus(U))
                .require(U.equalTo(0).on(X.ends()));
    }

    @Override
    public Grid grid() {
        return Grid.of(X, 1001);
    }

    /** Two parabolas with one value and one flux at ½. */
    @Override
    public Optional<Reference> exact() {
        return Optional.of(new ClosedForm("closed form", U, 1e-15, p -> value(p[0])).as(formula()));
    }

    private static double value(double x) {
        return x < 0.5 ? x * (FLUX - x / 2) : (1 - x) * ((1 + x) / 2 - FLUX) / 10;
    }

    /** (l + r)/2 + |x − ½|·q/2 of the parabolas l and r, whose difference is (x − ½)·q with q = 0.45x + 0.2c − 0.1. */
    private static Expr formula() {
        Expr left = X.times(X.times(-0.5).plus(FLUX));
        Expr right = X.negate().plus(1).times(X.times(0.5).plus(0.5 - FLUX)).times(0.1);
        Expr over = X.times(0.45).plus(0.2 * FLUX - 0.1);
        return left.plus(right)
                .times(0.5)
                .plus(Expr.abs(X.minus(0.5)).times(over).times(0.5));
    }

    @Override
    public List<Published> published() {
        return List.of();
    }

    @Override
    public String source() {
        return "the model problem of one dimension with a discontinuous coefficient, LeVeque and Li, SIAM J. Numer. Anal. 31 (1994) 1019";
    }
}
