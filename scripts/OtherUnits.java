import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.problems.Catalogue;
import org.pinn4j.problems.CatalogueProblem;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.Reference;
import org.pinn4j.validation.References;

/** The problem of the catalogue that the property {@code problem} names, under x → 3x + 7, t → 2t, u → −5u and other names. */
public class OtherUnits {
    static final CatalogueProblem ORIGINAL = Catalogue.find(System.getProperty("problem", "burgers"));
    static final double STRETCH = 3, SHIFT = 7, SLOWER = 2, FACTOR = -5;
    static final Map<Axis, Axis> AXES = axes();
    static final Field OLD = ORIGINAL.statement().fields().get(0);
    static final Field NEW = Field.of("w", AXES.values().toArray(Axis[]::new));

    static Map<Axis, Axis> axes() {
        Map<Axis, Axis> map = new LinkedHashMap<>();
        for (Axis a : ORIGINAL.statement().axes()) {
            map.put(a, a.isTime()
                    ? Axis.time("s", SLOWER * a.min(), SLOWER * a.max())
                    : Axis.of("q" + a.name(), STRETCH * a.min() + SHIFT, STRETCH * a.max() + SHIFT));
        }
        return map;
    }

    public static Problem problem() {
        return ORIGINAL.statement().rescaled(AXES, Map.of(OLD, NEW), Map.of(OLD, FACTOR)).named("other-units");
    }

    public static Grid grid() {
        Grid old = ORIGINAL.grid();
        Grid grid = null;
        for (Axis a : old.axes()) {
            int count = old.counts()[old.axes().indexOf(a)];
            grid = grid == null ? Grid.of(AXES.get(a), count) : grid.by(AXES.get(a), count);
            grid = old.isPeriodic(a) ? grid.periodic(AXES.get(a)) : grid;
        }
        return grid;
    }

    public static Reference reference() {
        Reference original = References.of(ORIGINAL).best();
        List<Axis> axes = List.copyOf(AXES.keySet());
        return new Reference() {
            @Override
            public String kind() {
                return original.kind() + " in other units";
            }

            @Override
            public double[] values(Field field, double[] x, int n) {
                double[] back = x.clone();
                for (int a = 0; a < axes.size(); a++) {
                    Axis axis = axes.get(a);
                    for (int i = a * n; i < (a + 1) * n; i++) {
                        double old = axis.isTime() ? x[i] / SLOWER : (x[i] - SHIFT) / STRETCH;
                        back[i] = Math.min(Math.max(old, axis.min()), axis.max()); // the way back may round outside
                    }
                }
                double[] u = original.values(OLD, back, n);
                for (int i = 0; i < n; i++) {
                    u[i] *= FACTOR;
                }
                return u;
            }

            @Override
            public double floor() {
                return original.floor();
            }
        };
    }
}
