package org.pinn4j.network;

/** The sine; its derivatives repeat with period four. */
record Sine() implements Activation {
    @Override
    public String name() {
        return "sin";
    }

    @Override
    public void derivatives(int order, int n, double[] z, double[][] sigma) {
        for (int k = 0; k <= order; k++) {
            double[] out = sigma[k];
            double sign = (k & 2) == 0 ? 1 : -1;
            for (int i = 0; i < n; i++) {
                out[i] = sign * ((k & 1) == 0 ? Math.sin(z[i]) : Math.cos(z[i]));
            }
        }
    }
}
