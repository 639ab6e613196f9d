import static org.pinn4j.pde.Expr.sin;

import org.pinn4j.Pinn;
import org.pinn4j.pde.*;
import org.pinn4j.solution.Solution;

public class BurgersQuickstart {
    static final Axis x = Axis.of("x", -1, 1), t = Axis.time("t", 0, 1);
    static final Field u = Field.of("u", x, t);

    public static Problem problem() {
        return Problem.over(x, t)
                .require(u.d(t).plus(u.times(u.d(x))).equalTo(u.d(x, x).times(0.01 / Math.PI)))
                .require(u.equalTo(sin(x.times(Math.PI)).negate()).on(t.start()))
                .require(u.equalTo(0).on(x.ends()));
    }

    public static void main(String[] args) {
        Solution s = Pinn.standard().seed(42).solve(problem()).orThrow();
        System.out.printf("u = %s, u_x = %s%n", s.at(0.25, 0.5), s.evaluate(u.d(x), 0.25, 0.5));
    }
}
