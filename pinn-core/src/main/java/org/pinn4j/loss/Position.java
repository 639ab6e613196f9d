package org.pinn4j.loss;

import java.util.List;
import org.pinn4j.pde.Parameter;

/** Where a sweep stands: theta, and the coefficients that its last entries mean. Rewritten by each sweep, read by its tasks. */
final class Position {
    private final List<Parameter> parameters;
    final int networkParameters;
    final double[] coefficients;
    final double[] slopes;
    double[] theta;

    Position(int networkParameters, List<Parameter> parameters) {
        this.networkParameters = networkParameters;
        this.parameters = parameters;
        this.coefficients = new double[parameters.size()];
        this.slopes = new double[parameters.size()];
    }

    void set(double[] newTheta) {
        theta = newTheta;
        for (int k = 0; k < coefficients.length; k++) {
            double w = newTheta[networkParameters + k];
            coefficients[k] = parameters.get(k).value(w);
            slopes[k] = parameters.get(k).slope(w);
        }
    }
}
