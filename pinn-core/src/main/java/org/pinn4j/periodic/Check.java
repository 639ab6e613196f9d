package org.pinn4j.periodic;

import java.util.Arrays;
import org.pinn4j.optimize.Algebra;

/**
 * The residual of a slab as its features have it, between the nodes that it was solved at and on more points than those: half as
 * many waves again are looked at, on a finer grid that is shifted. A residual of wave k can make an error of its size times
 * 1/(2/length + |symbol|): what decays or turns fast does not add up.
 */
final class Check {
    private static final double WIDER = 1.5;
    private static final double SHIFT = 0.5;

    private final Remainder remainder;
    private final Symbols symbols;
    private final Algebra algebra;
    private final double[] z;
    private final double[][][] values;
    private final double[][][] slopes;

    Check(Remainder remainder, Symbols symbols, Frames frames, Algebra algebra) {
        this.remainder = remainder;
        this.symbols = symbols;
        this.algebra = algebra;
        this.z = new double[Products.GROUP];
        Arrays.setAll(z, i -> -Math.cos(Math.PI * (i + 0.5) / z.length));
        this.values = new double[frames.count()][][];
        this.slopes = new double[frames.count()][][];
        for (int k = 0; k < frames.count(); k++) {
            values[k] = frames.frame(k).values(z);
            slopes[k] = frames.frame(k).slopes(z);
        }
    }

    /** The same slab with what was found. */
    Slab of(Slab slab, Metric metric) {
        int[] most = slab.waves().most();
        Arrays.setAll(most, a -> (int) Math.ceil(WIDER * most[a]));
        Waves among = new Waves(most);
        double half = (slab.to() - slab.from()) / 2;
        double[] times = new double[z.length];
        Arrays.setAll(times, i -> slab.from() + half * (1 + z[i]));
        Course u = slab.at(values, among);
        Course r = slab.at(slopes, among);
        r.scale(1 / half);
        r.add(-1, new Products(remainder, symbols, among, Grids.of(among), SHIFT, times, algebra).values(u, false));
        addLinear(among, u, r);
        return judged(slab, among, r, metric, 1 / half);
    }

    private void addLinear(Waves among, Course u, Course r) {
        int fields = symbols.fields();
        int points = z.length;
        for (int p = 0; p < among.count(); p++) {
            double[] m = symbols.matrix(among, p);
            for (int f = 0; f < fields; f++) {
                for (int g = 0; g < fields; g++) {
                    double a = m[f * fields + g];
                    double b = m[fields * fields + f * fields + g];
                    int to = (f * among.count() + p) * points;
                    int from = (g * among.count() + p) * points;
                    for (int i = 0; i < points; i++) {
                        r.re()[to + i] += a * u.re()[from + i] - b * u.im()[from + i];
                        r.im()[to + i] += a * u.im()[from + i] + b * u.re()[from + i];
                    }
                }
            }
        }
    }

    private Slab judged(Slab slab, Waves among, Course r, Metric metric, double slowest) {
        double[] rates = symbols.rates(among);
        double defect = 0;
        double truncation = 0;
        for (int i = 0; i < z.length; i++) {
            double kept = 0;
            double left = 0;
            for (int k = 0; k < rates.length; k++) {
                int at = k * z.length + i;
                double size =
                        Math.hypot(r.re()[at], r.im()[at]) / (slowest + rates[k]) / metric.size(k / among.count());
                if (among.in(slab.waves(), k % among.count()) >= 0) {
                    kept += size * size;
                } else {
                    left += size * size;
                }
            }
            defect = Math.max(defect, Math.sqrt(kept));
            truncation = Math.max(truncation, Math.sqrt(left));
        }
        return slab.judged(defect, truncation);
    }
}
