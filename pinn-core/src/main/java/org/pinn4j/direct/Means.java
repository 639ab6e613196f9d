package org.pinn4j.direct;

import java.util.Map;
import org.pinn4j.optimize.Algebra;
import org.pinn4j.random.RandomStream;

/**
 * What every candidate of a direct solve is made with. Immutable.
 * @param rowsEach equations a coefficient in the interior
 * @param weights of the squared relative residual by name of the condition, where they are not the usual ones
 * @param enough size of the residual at which nonlinear steps end
 * @param coefficients where they begin, as the optimiser sees them; none where none are sought
 * @param random substreams of it draw features and points
 */
record Means(
        double rowsEach,
        Map<String, Double> weights,
        double enough,
        double[] coefficients,
        Algebra algebra,
        RandomStream random) {
    Means {
        coefficients = coefficients.clone();
        weights = Map.copyOf(weights);
    }
}
