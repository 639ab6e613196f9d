package org.pinn4j.loss;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.pinn4j.args.Args;
import org.pinn4j.pde.Condition;
import org.pinn4j.pde.DataPoints;
import org.pinn4j.pde.Leaves;

/**
 * Which rows of an objective are readings, and by how much a row is multiplied to have the noise of its reading for its unit.
 * A condition at given points is a reading where it states its noise or has measured values in it; where the noise is not
 * stated it is taken from the residuals of that condition, and is right but for a factor. All other rows are equations.
 * Immutable.
 */
public final class Readings {
    private final double[] factors; // by row; 0 for an equation
    private final int count;
    private final List<String> stated = new ArrayList<>();
    private final List<String> estimated = new ArrayList<>();

    /** The readings among the rows of an objective, residuals taken at theta. */
    public Readings(ResidualObjective objective, double[] theta) {
        Args.given(objective, "objective", theta, "theta");
        TiledPoints points = objective.tiled();
        factors = new double[objective.rows()];
        double[] r = new double[objective.rows()];
        objective.residuals(theta, r);
        double[][] squares = new ResidualFigures(points, r).sumsOfSquares();
        int found = 0;
        for (int region = 0; region < points.regions().size(); region++) {
            List<Condition> conditions = points.regions().get(region).conditions();
            for (int output = 0; output < conditions.size(); output++) {
                Condition c = conditions.get(output);
                if (isReading(c)) {
                    DataPoints data = c.region().data().orElseThrow();
                    fill(points, region, output, data, Math.sqrt(squares[region][output] / data.count()));
                    found += data.count();
                    (data.hasDeviations() ? stated : estimated).add(c.name());
                }
            }
        }
        count = found;
    }

    /** Whether a condition holds up to noise alone. */
    public static boolean isReading(Condition c) {
        Args.given(c, "c");
        return c.region()
                .data()
                .filter(d -> d.hasDeviations()
                        || Leaves.of(c.equation().left(), c.equation().right()).measured())
                .isPresent();
    }

    /** Root mean square of the stated standard deviations of a reading; empty where they are not stated. */
    public static OptionalDouble deviation(Condition c) {
        Args.given(c, "c");
        DataPoints data = c.region().data().filter(DataPoints::hasDeviations).orElse(null);
        if (data == null) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        for (int i = 0; i < data.count(); i++) {
            sum += data.deviation(i) * data.deviation(i);
        }
        return OptionalDouble.of(Math.sqrt(sum / data.count()));
    }

    private void fill(TiledPoints points, int region, int output, DataPoints data, double rms) {
        double scale = points.scales(region)[output];
        double spread = rms / scale;
        for (int t = 0; t < points.tiles(); t++) {
            Tile tile = points.tile(t);
            for (int i = 0; tile.region() == region && i < tile.n(); i++) {
                double sigma = data.hasDeviations() ? data.deviation(tile.first() + i) : spread;
                factors[tile.row() + output * tile.n() + i] = 1 / (scale * (sigma > 0 ? sigma : 1));
            }
        }
    }

    /** By row: 0 for an equation. A copy. */
    public double[] factors() {
        return factors.clone();
    }

    public int count() {
        return count;
    }

    /** Names of the conditions whose noise is stated. */
    public List<String> stated() {
        return List.copyOf(stated);
    }

    /** Names of the conditions whose noise is taken from their residuals. */
    public List<String> estimated() {
        return List.copyOf(estimated);
    }
}
