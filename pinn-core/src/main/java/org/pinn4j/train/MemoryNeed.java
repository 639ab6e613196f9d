package org.pinn4j.train;

import java.util.List;
import java.util.Locale;
import org.pinn4j.direct.Direct;
import org.pinn4j.direct.DirectSolve;
import org.pinn4j.network.Network;
import org.pinn4j.optimize.Lbfgs;
import org.pinn4j.optimize.LevenbergMarquardt;
import org.pinn4j.optimize.Optimizer;
import org.pinn4j.optimize.SelfScaledBroyden;

/**
 * The memory that a solve takes at the least, from sizes alone and before any of it is taken: what cannot be is refused with both
 * figures, and does not end in an OutOfMemoryError after the work of its stages before. What is counted is what grows with the
 * square of the parameters, the panel of rows and a few vectors; points come on top, so whatever is refused would have failed.
 */
final class MemoryNeed {
    private static final int PANEL = 1024;
    private static final int VECTORS = 4; // theta, a trial, a gradient, a step

    private MemoryNeed() {}

    /**
     * @param available bytes
     * @throws IllegalArgumentException with the sizes, if a stage of the recipe needs more
     */
    static void require(Recipe recipe, List<Network> networks, int coefficients, long available) {
        double parameters = coefficients;
        for (Network network : networks) {
            for (Network.Block b : network.blocks()) {
                parameters += (double) b.rows() * b.columns();
            }
        }
        for (Stage stage : recipe.stages()) {
            require(recipe, stage.optimizer(), parameters, available);
        }
    }

    private static void require(Recipe recipe, Optimizer method, double p, double available) {
        double need = bytes(method, p);
        if (need > available || p > Integer.MAX_VALUE - 8) {
            int matrices = matrices(method);
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "memory: %s has %,.0f parameters and needs %s with %s, Java has %s; ask for at most about %,.0f parameters%s, or"
                            + " give Java more with -Xmx",
                    recipe.architecture().describe(),
                    p,
                    size(need),
                    method.name(),
                    size(available),
                    matrices == 0 ? available / bytes(method, 1) : Math.sqrt(available / (8.0 * matrices)),
                    matrices == 0 ? "" : " or for L-BFGS, which keeps no matrix"));
        }
    }

    /** Of a method over so many parameters. */
    static double bytes(Optimizer method, double p) {
        int matrices = matrices(method);
        double vectors = VECTORS + (method instanceof Lbfgs l ? 2 * l.memory() : 0) + (matrices == 2 ? PANEL : 0);
        return 8 * p * (vectors + matrices * p);
    }

    /** p × p: JᵀJ and its factor, or an inverse Hessian. */
    private static int matrices(Optimizer method) {
        return method instanceof LevenbergMarquardt ? 2 : method instanceof SelfScaledBroyden ? 1 : 0;
    }

    /**
     * A direct solve that was asked for more features than usual must fit with all of them, any other with those it begins with.
     * @throws IllegalArgumentException with the sizes, if it does not
     */
    static void require(Direct direct, int fields, long available) {
        int features = direct.most() > Direct.standard().most() ? direct.most() : direct.least();
        double columns = (double) fields * (features + 1.0);
        double need = columns > Integer.MAX_VALUE / 8 ? 32 * columns * columns : DirectSolve.bytes((int) columns);
        if (need > available) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "memory: a direct solve of %,d features for each of %d fields needs %s, Java has %s; ask for at most about %,.0f,"
                            + " or give Java more with -Xmx",
                    features,
                    fields,
                    size(need),
                    size(available),
                    Math.sqrt(available / 32.0) / fields));
        }
    }

    /** What Java may take in all. */
    static long available() {
        return Runtime.getRuntime().maxMemory();
    }

    static String size(double bytes) {
        return String.format(
                Locale.ROOT, bytes < 1e9 ? "%.1f MB" : "%.1f GB", bytes < 1e9 ? bytes * 1e-6 : bytes * 1e-9);
    }
}
