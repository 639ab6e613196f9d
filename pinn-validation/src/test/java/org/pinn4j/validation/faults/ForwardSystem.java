package org.pinn4j.validation.faults;

import org.pinn4j.validation.system.BandMatrix;
import org.pinn4j.validation.system.ImplicitSystem;

/** A system that hands everything to another one. */
public class ForwardSystem implements ImplicitSystem {
    protected final ImplicitSystem system;

    public ForwardSystem(ImplicitSystem system) {
        this.system = system;
    }

    @Override
    public int size() {
        return system.size();
    }

    @Override
    public int lowerBandwidth() {
        return system.lowerBandwidth();
    }

    @Override
    public int upperBandwidth() {
        return system.upperBandwidth();
    }

    @Override
    public void residual(double t, double[] y, double[] yDot, double[] f) {
        system.residual(t, y, yDot, f);
    }

    @Override
    public void jacobian(double t, double[] y, double[] yDot, double shift, BandMatrix out) {
        system.jacobian(t, y, yDot, shift, out);
    }

    @Override
    public boolean algebraic(int row) {
        return system.algebraic(row);
    }

    @Override
    public void initial(double[] y, double[] yDot) {
        system.initial(y, yDot);
    }
}
