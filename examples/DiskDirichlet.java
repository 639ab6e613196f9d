import static org.pinn4j.pde.Expr.exp;
import static org.pinn4j.pde.Expr.sin;

import org.pinn4j.domain.Disk;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;

/** Poisson's equation on the unit disk, values on all of the circle. The truth is u = exp(x) sin(2y). */
public class DiskDirichlet {
    public static Problem problem() {
        Axis x = Axis.of("x", -1, 1);
        Axis y = Axis.of("y", -1, 1);
        Field u = Field.of("u", x, y);
        Disk disk = Disk.of(x, y, 0, 0, 1);
        Expr truth = exp(x).times(sin(y.times(2)));
        return Problem.over(disk)
                .require(u.d(x, x).plus(u.d(y, y)).negate().equalTo(truth.times(3)))
                .require(u.equalTo(truth).on(disk.part("circle")))
                .named("disk-dirichlet");
    }
}
