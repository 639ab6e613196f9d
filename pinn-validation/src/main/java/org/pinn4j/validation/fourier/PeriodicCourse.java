package org.pinn4j.validation.fourier;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.pinn4j.args.Args;
import org.pinn4j.compile.CoordinateProgram;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Lookup;
import org.pinn4j.validation.fourier.Plane.Modes;

/**
 * A form integrated in time by {@link ExponentialStep} with steps of one length, its modes kept at given times; at others it is
 * integrated again from the last one kept, so that no interpolation in time adds an error. Belongs to one thread.
 * <p>Steps are not controlled: the method has no cheap estimate, and whole runs with half the step say more. Memory: 16 n² bytes for
 * each field and time kept.
 */
public final class PeriodicCourse {
    private static final double ROUNDING = 1e-13;

    private final PeriodicForm form;
    private final int n;
    private final double longest;
    private final double[] times;
    private final Modes[][] kept;
    private final PeriodicRate rate;
    private final double[][] symbols;
    private ExponentialStep[] method;
    private double length;
    private final Modes[][] work = new Modes[7][];
    private int taken;

    /**
     * @param n nodes along each axis, a power of two
     * @param longest step in time
     * @param times to be kept, ascending, the first one the start
     * @param stop asked before each step
     * @throws CancellationException if it was stopped
     * @throws IllegalStateException if the solution leaves the range of numbers
     */
    public PeriodicCourse(PeriodicForm form, int n, double longest, double[] times, BooleanSupplier stop) {
        Args.given(form, "form", times, "times");
        Args.given(stop, "stop");
        Args.atLeast(1, n, "n");
        Args.atLeast(1L, times, "times");
        this.form = form;
        this.n = n;
        this.longest = longest;
        this.times = times.clone();
        this.kept = new Modes[times.length][];
        this.rate = new PeriodicRate(form, n);
        this.symbols = symbols();
        for (int k = 0; k < work.length; k++) {
            work[k] = blank();
        }
        Modes[] u = start();
        kept[0] = copy(u);
        for (int k = 1; k < times.length; k++) {
            advance(u, times[k - 1], times[k], stop);
            kept[k] = copy(u);
        }
    }

    /** Steps from the first time kept to the last. */
    public int steps() {
        return taken;
    }

    /**
     * Values of a field at the nodes at a time: [n × n], the first space axis slowest.
     * @throws IllegalArgumentException for a field that is not of the form, and outside the first and the last of the times
     */
    public double[] at(Field field, double t) {
        int wanted = form.fields().indexOf(Args.given(field, "field"));
        if (wanted < 0) {
            throw new IllegalArgumentException(Lookup.missing(field, form.fields()));
        }
        if (!(times[0] <= t && t <= times[times.length - 1])) {
            throw new IllegalArgumentException(
                    "t: need %s to %s, got %s".formatted(times[0], times[times.length - 1], t));
        }
        int found = Arrays.binarySearch(times, t);
        int k = found >= 0 ? found : -found - 2;
        Modes[] u = kept[k];
        if (found < 0) {
            int before = taken;
            u = copy(u);
            advance(u, times[k], t, () -> false);
            taken = before;
        }
        double[] values = new double[n * n];
        new Plane(n).values(u[wanted], null, values, null);
        return values;
    }

    private Modes[] blank() {
        return form.fields().stream().map(f -> Modes.zero(n * n)).toArray(Modes[]::new);
    }

    private static Modes[] copy(Modes[] u) {
        return Arrays.stream(u).map(Modes::copy).toArray(Modes[]::new);
    }

    private Modes[] start() {
        Modes[] u = blank();
        Plane plane = new Plane(n);
        double[] x = PeriodicRate.coordinates(form, n, form.time().min(), 0, n * n);
        for (int f = 0; f < u.length; f++) {
            plane.modes(CoordinateProgram.values(form.initial().get(f), form.axes(), x, n * n), null, u[f], null);
        }
        return u;
    }

    private double[][] symbols() {
        double[][] all = new double[form.fields().size()][n * n];
        for (int f = 0; f < all.length; f++) {
            for (int k = 0; k < n * n; k++) {
                all[f][k] = form.symbol(f, new int[] {Plane.waves(k % n, n), Plane.waves(k / n, n)});
            }
        }
        return all;
    }

    private void advance(Modes[] u, double from, double to, BooleanSupplier stop) {
        int count = (int) Math.ceil((to - from) / longest * (1 - 1e-12));
        double h = (to - from) / count;
        prepare(h);
        for (int k = 0; k < count; k++) {
            if (stop.getAsBoolean()) {
                throw new CancellationException("stopped: its time is up");
            }
            step(u, from + k * h, h, method);
            taken++;
        }
        if (!Double.isFinite(u[0].re()[0])) {
            throw new IllegalStateException(
                    "steps of %s or a plane of %d × %d nodes are too coarse: the solution has no bound"
                            .formatted(h, n, n));
        }
    }

    /** Times of equal distance differ by rounding, and a step by that part is the same. */
    private void prepare(double h) {
        if (!(Math.abs(h - length) <= ROUNDING * h)) {
            method = Arrays.stream(symbols).map(s -> new ExponentialStep(s, h)).toArray(ExponentialStep[]::new);
            length = h;
        }
    }

    private void step(Modes[] u, double t, double h, ExponentialStep[] by) {
        Modes[] nu = work[0];
        Modes[] na = work[1];
        Modes[] nb = work[2];
        Modes[] nc = work[3];
        Modes[] a = work[4];
        Modes[] b = work[5];
        Modes[] c = work[6];
        rate.at(t, u, nu);
        half(by, u, nu, a);
        rate.at(t + h / 2, a, na);
        half(by, u, na, b);
        rate.at(t + h / 2, b, nb);
        for (int f = 0; f < u.length; f++) {
            by[f].third(a[f].re(), nb[f].re(), nu[f].re(), c[f].re());
            by[f].third(a[f].im(), nb[f].im(), nu[f].im(), c[f].im());
        }
        rate.at(t + h, c, nc);
        for (int f = 0; f < u.length; f++) {
            by[f].end(u[f].re(), nu[f].re(), na[f].re(), nb[f].re(), nc[f].re());
            by[f].end(u[f].im(), nu[f].im(), na[f].im(), nb[f].im(), nc[f].im());
        }
    }

    private static void half(ExponentialStep[] by, Modes[] u, Modes[] n, Modes[] out) {
        for (int f = 0; f < u.length; f++) {
            by[f].half(u[f].re(), n[f].re(), out[f].re());
            by[f].half(u[f].im(), n[f].im(), out[f].im());
        }
    }
}
