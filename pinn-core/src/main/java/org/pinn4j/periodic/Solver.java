package org.pinn4j.periodic;

import java.util.Arrays;
import java.util.Optional;
import org.pinn4j.optimize.Algebra;
import org.pinn4j.pde.Evolution;

/** Solves slabs of given waves and lengths; keeps what the last ones of the same waves and length were solved with. */
final class Solver {
    /** A multiple of {@link Products#GROUP}; polynomials of this degree carry as much as the largest frame. */
    static final int NODES = 24;

    private final Symbols symbols;
    private final Remainder remainder;
    private final Algebra algebra;
    private final Watch watch;
    private final Radau radau = new Radau(NODES);
    private final double[][] integrals = radau.integrals();
    private final Frames frames = new Frames(radau, NODES);
    private final Check check;
    private Waves waves = new Waves(0);
    private double length;
    private Blocks blocks;

    Solver(Evolution evolution, Algebra algebra, Watch watch) {
        this.symbols = new Symbols(evolution);
        this.remainder = new Remainder(evolution);
        this.algebra = algebra;
        this.watch = watch;
        this.check = new Check(remainder, symbols, frames, algebra);
    }

    Symbols symbols() {
        return symbols;
    }

    Remainder remainder() {
        return remainder;
    }

    boolean over() {
        return watch.over();
    }

    /**
     * Empty where Newton's method does not end at a solution, or there is no time left for it.
     * @param target size of the errors that are allowed
     */
    Optional<Slab> solve(double from, double to, Waves newWaves, Course start, double target, Guess guess) {
        prepare(newWaves, to - from);
        double half = (to - from) / 2;
        double[] times = radau.nodes();
        Arrays.setAll(times, j -> from + half * (1 + times[j]));
        int[] grid = Grids.of(waves);
        Products products = new Products(remainder, symbols, waves, grid, 0, times, algebra);
        int fields = symbols.fields();
        Optional<Course> nodes = new Newton(blocks, products, remainder, watch, operations(grid), fields, NODES)
                .solve(start, guess.moved(waves, start, from, times).orElseGet(() -> held(start)));
        return nodes.map(v -> {
            Metric metric = Metric.of(start, fields, 1).with(Metric.of(v, fields, NODES));
            Slab slab = Slab.of(from, to, waves, frames, start, v, symbols.rates(waves), metric, target);
            return check.of(slab, metric);
        });
    }

    private void prepare(Waves newWaves, double newLength) {
        if (blocks == null || !waves.equals(newWaves) || length != newLength) {
            waves = newWaves;
            length = newLength;
            blocks = new Blocks(symbols, waves, integrals, length, algebra);
        }
    }

    private static Course held(Course start) {
        Course all = Course.zero(start.re().length * NODES);
        for (int k = 0; k < start.re().length; k++) {
            Arrays.fill(all.re(), k * NODES, (k + 1) * NODES, start.re()[k]);
            Arrays.fill(all.im(), k * NODES, (k + 1) * NODES, start.im()[k]);
        }
        return all;
    }

    /** Of one product: its transforms, and the blocks. */
    private double operations(int[] grid) {
        double points = Grids.size(grid);
        double transforms = remainder.states() + remainder.outputs();
        double block = 8.0 * Math.pow(symbols.fields() * NODES, 2);
        return transforms * NODES * 2.5 * points * Math.log(points) / Math.log(2) + waves.count() * block;
    }
}
