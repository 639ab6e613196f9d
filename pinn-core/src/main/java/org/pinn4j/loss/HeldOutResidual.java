package org.pinn4j.loss;

import org.pinn4j.args.Args;
import org.pinn4j.sampling.PointSet;

/** The mean size of the residual, see {@link ResidualFigures#meanSize}. */
public final class HeldOutResidual implements HeldOut {
    private final ResidualObjective objective;
    private final double[] rows;

    /** @param objective with its points */
    public HeldOutResidual(ResidualObjective objective) {
        Args.given(objective, "objective");
        this.objective = objective;
        this.rows = new double[objective.rows()];
    }

    @Override
    public double size(double[] theta) {
        Args.given(theta, "theta");
        return figures(theta).meanSize();
    }

    /** By region and equation, see {@link ResidualFigures#meanSizes}. */
    public double[][] sizes(double[] theta) {
        Args.given(theta, "theta");
        return figures(theta).meanSizes();
    }

    private ResidualFigures figures(double[] theta) {
        objective.residuals(theta, rows);
        return new ResidualFigures(objective.tiled(), rows);
    }

    @Override
    public double value(double[] theta) {
        Args.given(theta, "theta");
        return objective.value(theta);
    }

    @Override
    public String diagnosis() {
        return objective.diagnosis();
    }

    public int points() {
        return objective.points();
    }

    /** Where the equations of a region are looked at. */
    public PointSet points(int region) {
        Args.index(region, objective.tiled().regions().size(), "region");
        return objective.tiled().points(region).points();
    }
}
