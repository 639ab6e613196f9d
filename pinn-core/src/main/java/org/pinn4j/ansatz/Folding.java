package org.pinn4j.ansatz;

import java.util.List;
import org.pinn4j.args.Args;
import org.pinn4j.pde.Axis;

/** Maps points to the part of the domain that was solved: below a centre, the mirrored point stands for them. Immutable. */
public final class Folding {
    private final List<Fold> folds;
    private final int[] axis;
    private final double[] centre;
    private final double[] period;

    /** @param periodic axes on which the solution repeats; others are mirrored once */
    public Folding(List<Fold> folds, List<Axis> axes, List<Axis> periodic) {
        Args.list(folds, "folds");
        Args.given(axes, "axes", periodic, "periodic");
        this.folds = List.copyOf(folds);
        axis = folds.stream().mapToInt(f -> axes.indexOf(f.axis())).toArray();
        centre = folds.stream().mapToDouble(Fold::centre).toArray();
        period = folds.stream()
                .mapToDouble(f -> periodic.contains(f.axis()) ? f.axis().length() : Double.POSITIVE_INFINITY)
                .toArray();
    }

    /** How many folds. */
    public int size() {
        return folds.size();
    }

    /** The k-th fold. */
    public Fold fold(int k) {
        Args.index(k, folds.size(), "k");
        return folds.get(k);
    }

    /** Place of the k-th fold's axis among the axes. */
    public int axis(int k) {
        Args.index(k, axis.length, "k");
        return axis[k];
    }

    /** The coordinate with its whole periods from the k-th centre taken away. */
    private double nearest(int k, double x) {
        double away = x - centre[k];
        return Math.abs(away) > period[k] / 2 ? x - period[k] * Math.rint(away / period[k]) : x;
    }

    /**
     * Folds one coordinate set {@code x[axis * n + i]} in place.
     * @param x [axes × n]
     * @param mirrored overwritten: [folds], whether the mirrored point stands for it
     */
    public void fold(double[] x, int n, int i, boolean[] mirrored) {
        Args.given(x, "x", mirrored, "mirrored");
        for (int k = 0; k < axis.length; k++) {
            int at = axis[k] * n + i;
            double near = nearest(k, x[at]);
            mirrored[k] = near < centre[k];
            x[at] = mirrored[k] ? 2 * centre[k] - near : near;
        }
    }
}
