import static org.pinn4j.pde.Expr.exp;
import static org.pinn4j.pde.Expr.sin;

import org.pinn4j.domain.Disk;
import org.pinn4j.pde.*;

/** The same equation with the flux on the right half of the circle and Robin's condition on the left half. */
public class DiskFluxes {
    static final Axis x = Axis.of("x", -1, 1), y = Axis.of("y", -1, 1);
    static final Field u = Field.of("u", x, y);

    public static Problem problem() {
        Disk disk = Disk.of(x, y, 0, 0, 1);
        Region circle = disk.part("circle");
        Expr truth = exp(x).times(sin(y.times(2)));
        Expr flux = truth.d(x).times(x).plus(truth.d(y).times(y)); // the normal is (x, y)
        return Problem.over(disk)
                .require(u.d(x, x).plus(u.d(y, y)).negate().equalTo(truth.times(3)))
                .require(u.dn().equalTo(flux).on(circle.where(x)))
                .require(u.dn().plus(u).equalTo(flux.plus(truth)).on(circle.where(x.negate())));
    }
}
