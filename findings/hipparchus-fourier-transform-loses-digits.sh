#!/bin/sh
# Hipparchus 4.0.3, hipparchus-fft: the error of the fast Fourier transform grows in proportion to its length.
#
# Seen: the transform of one sample, whose modes are the factors exp(-2πik/N) themselves, is wrong by 1.3e-15 for N = 64, 7e-14 for
# 4,096, 6e-12 for 262,144 and 2e-11 for 1,048,576; there and back random numbers are wrong as much; the modes of exp(sin x), which fall below 1e-300, end at
# 1.8e-12 for 262,144 samples.
# Expected before it was run: a few times 1e-16, with the logarithm of N, as of transforms whose factors come from a table. They come from a
# recurrence instead.
# What it means for a library like ours: "the modes have fallen to 1e-13, so the data are resolved" is never true of fine samples, and a
# reference that starts from transformed data has no more digits than this. Transform 64 samples at a time, and put the parts
# together with factors from cos and sin.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > pom.xml <<'X'
<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
<dependencies><dependency><groupId>org.hipparchus</groupId><artifactId>hipparchus-fft</artifactId><version>4.0.3</version></dependency></dependencies>
</project>
X
mvn -q -B dependency:copy-dependencies -DoutputDirectory=lib
cat > Finding.java <<'X'
import java.util.Random;
import org.hipparchus.complex.Complex;
import org.hipparchus.transform.DftNormalization;
import org.hipparchus.transform.FastFourierTransformer;
import org.hipparchus.transform.TransformType;

public class Finding {
    static final FastFourierTransformer FFT = new FastFourierTransformer(DftNormalization.STANDARD);

    static double ofOneSample(int n) {
        double[] x = new double[n];
        x[1] = 1;
        Complex[] modes = FFT.transform(x, TransformType.FORWARD);
        double worst = 0;
        for (int k = 0; k < n; k++) {
            double angle = 2 * Math.PI * k / n;
            worst = Math.max(worst, Math.hypot(modes[k].getReal() - Math.cos(angle), modes[k].getImaginary() + Math.sin(angle)));
        }
        return worst;
    }

    static double thereAndBack(int n) {
        double[] x = new Random(2).doubles(n, -1, 1).toArray();
        Complex[] back = FFT.transform(FFT.transform(x, TransformType.FORWARD), TransformType.INVERSE);
        double worst = 0;
        for (int k = 0; k < n; k++) {
            worst = Math.max(worst, Math.abs(back[k].getReal() - x[k]));
        }
        return worst;
    }

    static double tail(int n) {
        double[] x = new double[n];
        for (int j = 0; j < n; j++) {
            x[j] = Math.exp(Math.sin(2 * Math.PI * j / n));
        }
        Complex[] modes = FFT.transform(x, TransformType.FORWARD);
        double worst = 0;
        for (int k = n / 4; k < n / 2; k++) {
            worst = Math.max(worst, modes[k].norm() / n);
        }
        return worst;
    }

    static void within(String what, double seen, double low, double high) {
        System.out.printf("%s %.1e%n", what, seen);
        if (!(seen >= low && seen <= high)) {
            throw new AssertionError(what + " was between " + low + " and " + high + " when this was written");
        }
    }

    public static void main(String[] args) {
        within("64 samples", ofOneSample(64), 0, 3e-15);
        within("4,096 samples", ofOneSample(1 << 12), 3e-14, 2e-13);
        within("262,144 samples", ofOneSample(1 << 18), 3e-12, 2e-11);
        within("1,048,576 samples", ofOneSample(1 << 20), 1e-11, 1e-10);
        within("262,144 there and back", thereAndBack(1 << 18), 3e-12, 3e-11);
        within("last modes of exp(sin x) of 262,144", tail(1 << 18), 5e-13, 1e-11);
    }
}
X
java -cp "lib/*" Finding.java
