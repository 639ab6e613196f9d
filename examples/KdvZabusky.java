import static org.pinn4j.pde.Expr.cos;

import org.pinn4j.pde.*;
import org.pinn4j.sampling.Grid;

/**
 * The Korteweg-de Vries equation and datum of Zabusky and Kruskal, Phys. Rev. Lett. 15 (1965) 240, with 0.0025 for their 0.022²
 * as in Raissi, Perdikaris, Karniadakis, J. Comput. Phys. 378 (2019) 686, whose solution is the file KdV.mat:
 * {@code ./pinn reference examples/KdvZabusky.java --tolerance 1e-8 --against KdV.mat}
 */
public class KdvZabusky {
    static final Axis x = Axis.of("x", -1, 1), t = Axis.time("t", 0, 1);
    static final Field u = Field.of("u", x, t);

    public static Problem problem() {
        return Problem.over(x, t)
                .require(u.d(t).plus(u.times(u.d(x))).plus(u.d(x, x, x).times(0.0025)).equalTo(0))
                .require(u.equalTo(cos(x.times(Math.PI))).on(t.start()))
                .periodicIn(x);
    }

    public static Grid grid() {
        return Grid.of(x, 256).periodic(x).by(t, 101);
    }
}
