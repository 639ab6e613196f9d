package org.pinn4j.optimize;

/**
 * The two numbers that tell the members of the self-scaled Broyden family apart: H is divided by τ, and φ weighs the vvᵀ term
 * (1 is BFGS, 0 is DFP).
 * <p>Source: Al-Baali (1998); in the form of Urbán, Stefanou, Pons, arXiv:2405.04230.
 */
final class BroydenScaling {
    private static final double COLLINEAR = 1e-12;

    private final SelfScaledBroyden.Update update;
    private final int n;
    private double tau;
    private double phi;

    BroydenScaling(SelfScaledBroyden.Update update, int n) {
        this.update = update;
        this.n = n;
    }

    /**
     * Chooses τ and φ for one update.
     * @param b sᵀH⁻¹s / yᵀs
     * @param h yᵀHy / yᵀs
     * @param first whether H is the identity, whose scale means nothing
     */
    void choose(double b, double h, boolean first) {
        tau = 1;
        phi = 1;
        if (update == SelfScaledBroyden.Update.SSBROYDEN2) {
            broyden(b, h, first);
        } else if (first) {
            tau = h;
        } else if (update == SelfScaledBroyden.Update.SSBFGS) {
            tau = Math.min(1, 1 / b);
        }
        if (!(tau > 0) || Double.isInfinite(tau) || !Double.isFinite(phi)) {
            tau = 1;
            phi = 1;
        }
    }

    private void broyden(double b, double h, boolean first) {
        double a = Math.max(b * h - 1, 0);
        double theta = a > COLLINEAR ? member(a, b, h) : 0; // s and Hy collinear: vvᵀ vanishes and any member will do
        double sigma = 1 + theta * a;
        double shrink = Math.min(1, 1 / b);
        double spread = Math.pow(sigma, -1.0 / Math.max(1, n - 1));
        tau = theta > 0 ? shrink * Math.min(spread, 1 / theta) : Math.min(shrink * spread, sigma);
        if (first) {
            tau = h / sigma;
        }
        phi = (1 - theta) / sigma;
    }

    private static double member(double a, double b, double h) {
        double c = Math.sqrt(a / (1 + a));
        double rho = Math.min(1, h * (1 - c));
        return Math.max((rho - 1) / a, Math.min(1 / rho, (1 - b) / b));
    }

    double tau() {
        return tau;
    }

    double phi() {
        return phi;
    }
}
