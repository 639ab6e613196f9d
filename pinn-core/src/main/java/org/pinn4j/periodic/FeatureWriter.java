package org.pinn4j.periodic;

/**
 * Writes the courses of waves as features. A course A cos θz + B sin θz of the wave k and its pair −k is
 * 2 Re[(A − iB)/2 e^(i(k·φ + θz)) + (A + iB)/2 e^(i(k·φ − θz))]: a cosine and a sine for each sign of θ. That of the constant is real.
 */
final class FeatureWriter {
    private static final double ROUND_OFF = 0x1p-52;

    private final Slab slab;
    private final Symbols symbols;
    private final int fields;
    private final int[] numbers;
    private final double[] rates;
    private final double[] phases;
    private final double[][] weights;
    private final double[] rounding;
    private int count;

    FeatureWriter(Slab slab, Symbols symbols, int fields) {
        this.slab = slab;
        this.symbols = symbols;
        this.fields = fields;
        int features = slab.features();
        numbers = new int[features * slab.waves().axes()];
        rates = new double[features];
        phases = new double[features];
        weights = new double[fields][features];
        rounding = new double[fields];
    }

    WaveSlab write() {
        for (int p = 0; p < slab.waves().count(); p++) {
            double[] symbol = symbols.matrix(slab.waves(), p);
            for (int m = 0; m < slab.functions(p) / 2; m++) {
                write(p, m, symbol);
            }
        }
        return new WaveSlab(
                slab.from(),
                slab.to(),
                numbers,
                rates,
                phases,
                weights,
                symbols.stated(rounding),
                slab.defect(),
                slab.truncation(),
                "%d features of %s".formatted(count, slab.waves()));
    }

    private void write(int wave, int m, double[] symbol) {
        double theta = slab.frames().frame(slab.which()[wave]).frequency(m);
        double[] size = new double[fields];
        for (int f = 0; f < fields; f++) {
            int at = (f * slab.waves().count() + wave) * slab.most() + 2 * m;
            double ar = slab.weights().re()[at];
            double ai = slab.weights().im()[at];
            double br = slab.weights().re()[at + 1];
            double bi = slab.weights().im()[at + 1];
            if (wave == 0) {
                weights[f][count] = ar;
                weights[f][count + 1] = br;
            } else {
                weights[f][count] = ar + bi; // 2 Re (A − iB)/2
                weights[f][count + 1] = -(ai - br);
                weights[f][count + 2] = ar - bi;
                weights[f][count + 3] = -(ai + br);
            }
            for (int k = 0; k < (wave == 0 ? 2 : 4); k++) {
                size[f] += Math.abs(weights[f][count + k]);
            }
        }
        if (wave > 0) {
            feature(wave, theta, Math.PI / 2);
            feature(wave, theta, 0);
            feature(wave, -theta, Math.PI / 2);
            feature(wave, -theta, 0);
        } else {
            feature(wave, theta, Math.PI / 2);
            feature(wave, theta, 0);
        }
        round(theta, symbol, size);
    }

    private void feature(int wave, double rate, double phase) {
        for (int a = 0; a < slab.waves().axes(); a++) {
            numbers[count * slab.waves().axes() + a] = slab.waves().number(wave, a);
        }
        rates[count] = rate;
        phases[count++] = phase;
    }

    private void round(double theta, double[] symbol, double[] size) {
        double speed = theta * 2 / (slab.to() - slab.from());
        for (int i = 0; i < fields; i++) {
            double row = speed * size[i];
            for (int f = 0; f < fields; f++) {
                int k = i * fields + f;
                row += size[f] * Math.hypot(symbol[k], symbol[fields * fields + k]);
            }
            rounding[i] += ROUND_OFF * row;
        }
    }
}
