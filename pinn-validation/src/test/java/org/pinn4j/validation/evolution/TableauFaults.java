package org.pinn4j.validation.evolution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.pinn4j.validation.faults.Check;
import org.pinn4j.validation.faults.Fault;

/** Faults in the coefficients of Radau's methods and in what lies between the steps. */
public final class TableauFaults {
    private static final int[] STEPS = {10, 12, 16, 20, 24};
    private static final int[] LONG_STEPS = {6, 7, 8, 10};

    private TableauFaults() {}

    /** y' = -3y² cos 3t, z² + z = y + t + 1: nonlinear, depends on time, with an algebraic row. */
    static Systems.Small pulse() {
        return new Systems.Small(2) {
            @Override
            public void residual(double t, double[] y, double[] yDot, double[] f) {
                f[0] = yDot[0] + 3 * y[0] * y[0] * Math.cos(3 * t);
                f[1] = y[1] * y[1] + y[1] - y[0] - t - 1;
            }

            @Override
            public boolean algebraic(int row) {
                return row == 1;
            }

            @Override
            void exact(double t, double[] y) {
                y[0] = 1 / (2 + Math.sin(3 * t));
                y[1] = (-1 + Math.sqrt(5 + 4 * (y[0] + t))) / 2;
            }
        };
    }

    /** The largest error at t = 1 after equal steps. */
    static double[] errors(Systems.Small system, RadauTableau tableau, int... steps) {
        double[] exact = new double[system.size()];
        system.exact(1, exact);
        return Arrays.stream(steps)
                .mapToDouble(count -> {
                    double[] y = Marching.march(system, tableau, 1, count);
                    double worst = 0;
                    for (int i = 0; i < y.length; i++) {
                        worst = Math.max(worst, Math.abs(y[i] - exact[i]));
                    }
                    return worst;
                })
                .toArray();
    }

    private static Check<RadauTableau> check(String name, Systems.Small system, int stages, int... steps) {
        return Check.order(
                "%s, %d stages".formatted(name, stages),
                2 * stages - 1,
                new RadauTableau(stages),
                tableau -> Check.slope(Marching.lengths(1, steps), errors(system, tableau, steps)));
    }

    public static List<Fault> all() {
        List<Fault> faults = new ArrayList<>();
        coefficients(faults);
        nodes(faults);
        between(faults);
        return faults;
    }

    private static double[] nodes(RadauTableau tableau) {
        double[] nodes = new double[tableau.stages()];
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = tableau.node(i);
        }
        return nodes;
    }

    private static RadauTableau changed(RadauTableau sound, Consumer<double[][]> change) {
        double[][] a = coefficients(sound);
        change.accept(a);
        return new RadauTableau(nodes(sound), a);
    }

    private static double[][] coefficients(RadauTableau sound) {
        double[][] a = new double[sound.stages()][sound.stages()];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                a[i][j] = sound.a(i, j);
            }
        }
        return a;
    }

    private static void coefficients(List<Fault> out) {
        Check<RadauTableau> three = check("y' = -3y² cos 3t with an algebraic row", pulse(), 3, STEPS);
        Check<RadauTableau> five = check("an oscillator of frequency 6", Systems.oscillator(6), 5, LONG_STEPS);
        RadauTableau sound = three.sound();
        out.add(three.fault(
                "Radau", "a stage's coefficient wrong in its third digit", 1, changed(sound, a -> a[0][0] += 1e-3)));
        out.add(three.fault(
                "Radau", "a stage's coefficient with the opposite sign", 1, changed(sound, a -> a[0][1] *= -1)));
        out.add(three.fault(
                "Radau",
                "weights a hundredth too small",
                0,
                changed(
                        sound,
                        a -> a[2] = Arrays.stream(a[2]).map(b -> 0.99 * b).toArray())));
        out.add(three.fault("Radau", "two weights exchanged", 1, changed(sound, a -> {
            double first = a[2][0];
            a[2][0] = a[2][1];
            a[2][1] = first;
        })));
        out.add(three.fault("Radau", "coefficients transposed", 0, changed(sound, a -> {
            for (int i = 0; i < a.length; i++) {
                for (int j = 0; j < i; j++) {
                    double above = a[j][i];
                    a[j][i] = a[i][j];
                    a[i][j] = above;
                }
            }
        })));
        out.add(five.fault(
                "Radau",
                "five stages with a weight wrong in its sixth digit",
                0,
                changed(five.sound(), a -> a[4][2] += 1e-6)));
    }

    private static void nodes(List<Fault> out) {
        Check<RadauTableau> check = check("y' = -3y² cos 3t with an algebraic row", pulse(), 3, STEPS);
        RadauTableau sound = check.sound();
        out.add(check.fault("Radau", "collocation at equally spaced nodes", 3, new RadauTableau(1.0 / 3, 2.0 / 3, 1)));
        out.add(check.fault("Radau", "nodes rounded to two digits", 3, new RadauTableau(0.16, 0.64, 1)));
        out.add(check.fault("Radau", "the times of two stages exchanged", 1, exchanged(sound)));
    }

    /** The coefficients of the method with the times of its first two stages exchanged; only data that depend on time see it. */
    private static RadauTableau exchanged(RadauTableau sound) {
        double[][] a = coefficients(sound);
        return new RadauTableau(new double[] {sound.node(1), sound.node(0), 1}, a);
    }

    /** How a trajectory gets y' at its steps. */
    @FunctionalInterface
    private interface Rates {
        double at(double t, double step);
    }

    private static void between(List<Fault> out) {
        int[] steps = {12, 14, 16, 18, 20};
        Check<Rates> check = new Check<>(
                "values between the steps of 6 times a wave, order 12",
                "order",
                11.7,
                12.3,
                (t, step) -> 5 * Math.cos(5 * t),
                rates -> Check.slope(
                        Marching.lengths(2, steps),
                        Arrays.stream(steps)
                                .mapToDouble(count -> between(rates, count))
                                .toArray()));
        out.add(check.fault(
                "dense output", "the derivatives of the step before", 3, (t, step) -> 5 * Math.cos(5 * (t - step))));
        out.add(check.fault(
                "dense output", "derivatives with the opposite sign", 2, (t, step) -> -5 * Math.cos(5 * t)));
        out.add(check.fault(
                "dense output",
                "derivatives by backward differences",
                3,
                (t, step) -> (Math.sin(5 * t) - Math.sin(5 * (t - step))) / step));
    }

    private static double between(Rates rates, int steps) {
        double step = 2.0 / steps;
        Trajectory.Builder builder = new Trajectory.Builder();
        for (int k = 0; k <= steps; k++) {
            double t = k * step;
            builder.add(t, new double[] {Math.sin(5 * t)}, new double[] {rates.at(t, step)});
        }
        Trajectory trajectory = builder.build();
        double[] y = new double[1];
        double worst = 0;
        for (int k = 3; k < steps - 3; k++) {
            double t = (k + 0.5) * step;
            trajectory.at(t, y);
            worst = Math.max(worst, Math.abs(y[0] - Math.sin(5 * t)));
        }
        return worst;
    }
}
