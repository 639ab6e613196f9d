import static org.pinn4j.pde.Expr.exp;
import static org.pinn4j.pde.Expr.sin;

import org.pinn4j.domain.Disk;
import org.pinn4j.pde.*;

/** Poisson's equation on the unit disk, values on all of the circle. The solution is exp(x) sin(2y). */
public class DiskDirichlet {
    static final Axis x = Axis.of("x", -1, 1), y = Axis.of("y", -1, 1);
    static final Field u = Field.of("u", x, y);

    public static Problem problem() {
        Disk disk = Disk.of(x, y, 0, 0, 1);
        Expr truth = exp(x).times(sin(y.times(2)));
        return Problem.over(disk)
                .require(u.d(x, x).plus(u.d(y, y)).negate().equalTo(truth.times(3)))
                .require(u.equalTo(truth).on(disk.part("circle")));
    }
}
