package org.pinn4j.ansatz;

import java.util.List;
import org.pinn4j.args.Args;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;

/** What a network may see of one coordinate. Every feature is of order one on its interval. */
public final class Features {
    /** Harmonics that {@link #periodic} makes at most: each is two inputs of a network. */
    public static final int MOST_HARMONICS = 10_000;

    private Features() {}

    /** The coordinate mapped from [min, max] to [−1, 1]. */
    public static Expr scaled(Axis x, double min, double max) {
        Args.given(x, "x");
        return x.minus(min + (max - min) / 2).times(2 / (max - min));
    }

    /** 2((x − c)/ℓ)² − 1: every smooth function of it is even about c. */
    public static Expr even(Axis x, double centre, double halfLength) {
        Args.given(x, "x");
        return x.minus(centre).times(1 / halfLength).pow(2).times(2).minus(1);
    }

    /** cos and sin of the phase 2π(x − c)/L, k = 1 .. harmonics: every smooth function of them is L-periodic. */
    public static List<Expr> periodic(Axis x, double centre, int harmonics) {
        Args.given(x, "x");
        Args.within(0, MOST_HARMONICS, harmonics, "harmonics");
        return java.util.stream.IntStream.rangeClosed(1, harmonics)
                .mapToObj(k -> List.of(Expr.cos(phase(x, centre, k)), Expr.sin(phase(x, centre, k))))
                .flatMap(List::stream)
                .toList();
    }

    /** cos(2π(x − c)/L): every smooth function of it is L-periodic and even about c. */
    public static Expr periodicEven(Axis x, double centre) {
        Args.given(x, "x");
        return Expr.cos(phase(x, centre, 1));
    }

    static Expr phase(Axis x, double centre, int harmonic) {
        return x.minus(centre).times(2 * Math.PI * harmonic / x.length());
    }

    /** asinh((x − c)/ℓ) mapped to [−1, 1] on [min, max]: resolves a layer of width ℓ at c. @param x an axis, or x − vt */
    public static Expr layer(Expr x, double centre, double width, double min, double max) {
        Args.given(x, "x");
        double low = asinh((min - centre) / width);
        double high = asinh((max - centre) / width);
        return Expr.asinh(x.minus(centre).times(1 / width))
                .minus(low + (high - low) / 2)
                .times(2 / (high - low));
    }

    private static double asinh(double s) {
        return org.pinn4j.pde.Function.ASINH.value(s);
    }
}
