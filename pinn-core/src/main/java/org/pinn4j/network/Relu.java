package org.pinn4j.network;

import org.pinn4j.args.Args;

/**
 * max(z, 0), with σ′(0) = 0: a network of it is continuous and piecewise linear, so it may be trained to values, and no equation
 * may differentiate it. Source: Jentzen, Kuckuck and von Wurstemberger, arXiv:2310.20360, chapter 1.
 */
record Relu() implements Activation {
    @Override
    public String name() {
        return "relu";
    }

    @Override
    public int smoothness() {
        return 0;
    }

    @Override
    public void derivatives(int order, int from, int to, double[] z, double[][] sigma) {
        Args.given(z, "z", sigma, "sigma");
        Args.within(0, 1, order, "order");
        if (order == 1) {
            slope(from, to, z, sigma[1]);
        }
        value(from, to, z, sigma[0]);
    }

    private static void value(int from, int to, double[] z, double[] out) {
        for (int i = from; i < to; i++) {
            out[i] = Math.max(z[i], 0);
        }
    }

    private static void slope(int from, int to, double[] z, double[] out) {
        for (int i = from; i < to; i++) {
            out[i] = Math.max(Math.signum(z[i]), 0);
        }
    }
}
