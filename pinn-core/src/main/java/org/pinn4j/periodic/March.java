package org.pinn4j.periodic;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.pinn4j.optimize.Algebra;
import org.pinn4j.pde.Evolution;

/**
 * Solves an evolution on periodic axes slab by slab. Each slab has the waves that the state at its start needs, and more as soon
 * as the state at its end does; it is halved until what the residual between the nodes can make of an error is below a target,
 * and where slabs succeed one after the other a longer one is tried. Data with kinks have more waves than are solved for; what is
 * left out of them sets the target. Deterministic; nothing reads a clock. Of one thread.
 */
public final class March {
    private static final double TARGET = 1e-12;
    private static final double LOOSEST = 1e-8;
    private static final double OF_TOLERANCE = 1e-3;
    private static final double OF_LEFT_OUT = 1e-3;
    private static final int MOST_FEATURES = 1 << 16; // of one network that is to be kept in a file
    private static final double OF_TRUNCATION = 0.1;
    private static final double LOOSER = 100;
    private static final double COARSEST = 1e-3;
    private static final int FIRST = 8; // slabs, to begin with
    private static final int MOST_HALVINGS = 16;
    private static final int PATIENCE = 2;
    private static final double GAIN = 0.5;
    private static final double GOOD = 1e-9; // below it digits are welcome, but not at any price
    private static final double[] DEFECTS = {1e-6, 1e-8, 1e-10};
    private static final double[] MOST_OPERATIONS = {4e12, 4e11, 5e10, 2e10}; // of a whole march with such defects
    private static final double OF_FEATURE = 2e4; // operations that a feature costs those who look at it
    private static final double GROWTH = Math.sqrt(2);

    private final Evolution evolution;
    private final Counted watch;
    private final Algebra algebra;
    private final Guess guess;
    private Solver solver;
    private Spectrum state;
    private double at;
    private double length;
    private double target;
    private int quiet;
    private int wait = 1;

    /** Counts operations. */
    private static final class Counted implements Watch {
        private final Watch watch;
        private double operations;

        Counted(Watch watch) {
            this.watch = watch;
        }

        @Override
        public boolean over() {
            return watch.over();
        }

        @Override
        public void iterated(double change, double more) {
            operations += more;
            watch.iterated(change, more);
        }
    }

    /**
     * @param tolerance of the residual; 0 for all that rounding allows
     * @param before the slabs of a neighbouring statement, to begin with; may be none
     */
    public March(Evolution evolution, Algebra algebra, double tolerance, List<WaveSlab> before, Watch watch) {
        this.guess = new Guess(before);
        this.evolution = evolution;
        this.algebra = algebra;
        this.watch = new Counted(watch);
        this.at = evolution.time().min();
        this.length = evolution.time().length() / FIRST;
        this.target = Math.min(LOOSEST, Math.max(TARGET, OF_TOLERANCE * tolerance));
    }

    /** Where the next slab begins. */
    public double at() {
        return at;
    }

    /** The next slab; empty at the end of time, where there is no time left, and where none is found. */
    public Optional<WaveSlab> next() {
        if (at >= evolution.time().max() || watch.over()) {
            return Optional.empty();
        }
        if (state == null) {
            begin();
        }
        Optional<Slab> slab = guess.end(at).isPresent() ? guessed() : quiet >= wait ? longer() : Optional.empty();
        slab = slab.isPresent() ? slab : refined();
        slab.ifPresent(this::keep);
        return slab.map(s -> s.written(solver.symbols()));
    }

    private void begin() {
        solver = new Solver(evolution, algebra, watch);
        state = Spectrum.of(solver.remainder(), evolution.space().size());
        double left = state.beyond(Spectrum.enough(state.needed(target, true)));
        target = Math.max(target, Math.min(LOOSEST, OF_LEFT_OUT * left));
    }

    private void keep(Slab slab) {
        at = slab.to();
        state = new Spectrum(slab.waves(), slab.end());
    }

    /** The slab that a solution of a neighbouring statement has here, if it is as good. */
    private Optional<Slab> guessed() {
        double to = Math.min(guess.end(at).orElseThrow(), evolution.time().max());
        Optional<Slab> slab = trial(to).filter(this::good);
        length = to - at;
        return slab;
    }

    /** A slab of more than the usual length, if it is as good. */
    private Optional<Slab> longer() {
        Optional<Slab> slab = trial(to(GROWTH * length)).filter(this::good);
        quiet = 0;
        wait = slab.isPresent() ? wait : 2 * wait;
        length = slab.isPresent() ? GROWTH * length : length;
        return slab;
    }

    private boolean good(Slab slab) {
        return slab.defect() <= target && slab.features() <= MOST_FEATURES;
    }

    /** Fewer features from now on: a bound that the waves left out do not mock, then shorter slabs. */
    private void spare(Slab slab) {
        double looser = Math.min(COARSEST, OF_TRUNCATION * slab.truncation());
        if (target < looser) {
            target = Math.min(looser, LOOSER * target);
        } else {
            length /= 2;
        }
    }

    /** Halved until it is good, or no longer gets better; then this is what later ones are held to. */
    private Optional<Slab> refined() {
        Optional<Slab> best = Optional.empty();
        int idle = 0;
        for (int k = 0; k < MOST_HALVINGS && idle < PATIENCE && !watch.over(); k++) {
            double before = watch.operations;
            Optional<Slab> slab = trial(to(length));
            if (slab.isPresent() && slab.get().features() > MOST_FEATURES) {
                spare(slab.get());
                continue;
            }
            double defect = best.map(Slab::defect).orElse(Double.POSITIVE_INFINITY);
            double now = slab.map(Slab::defect).orElse(Double.POSITIVE_INFINITY);
            if (slab.isPresent() && good(slab.get())) {
                quiet++;
                return slab;
            }
            best = now < defect ? slab : best;
            idle = slab.isPresent() && now > GAIN * defect && now < GOOD ? idle + 1 : 0;
            if (slab.isPresent()
                    && !affordable(
                            now,
                            watch.operations - before + OF_FEATURE * slab.get().features())) {
                break;
            }
            length /= 2;
            quiet = 0;
        }
        return watch.over() ? Optional.empty() : best.flatMap(this::settled);
    }

    /** Whether slabs of half the length may be tried, by what one of this length took. */
    private boolean affordable(double defect, double operations) {
        int row = 0;
        while (row < DEFECTS.length && defect <= DEFECTS[row]) {
            row++;
        }
        return 2 * operations * (evolution.time().max() - at) / length < MOST_OPERATIONS[row];
    }

    /** Again by a target that can be reached: with fewer waves and functions. */
    private Optional<Slab> settled(Slab slab) {
        target = Math.max(target, 2 * slab.defect());
        length = slab.to() - slab.from();
        return trial(slab.to());
    }

    /** Slabs of one length to the end, none longer than said. */
    private double to(double most) {
        double rest = evolution.time().max() - at;
        double number = Math.ceil(rest / most - 1e-9);
        return number <= 1 ? evolution.time().max() : at + rest / number;
    }

    /** With as many waves as its end needs. */
    private Optional<Slab> trial(double to) {
        int[] needed = state.needed(target, true);
        int[] before = guess.needed(at, needed.length);
        Arrays.setAll(needed, a -> Math.max(needed[a], before[a]));
        Waves waves = Spectrum.enough(needed);
        while (!watch.over()) {
            Optional<Slab> slab = solver.solve(at, to, waves, state.among(waves).amplitudes(), target, guess);
            if (slab.isEmpty()) {
                return slab;
            }
            Waves more = more(slab.get());
            if (more.count() <= waves.count()) {
                return slab;
            }
            waves = more;
        }
        return Optional.empty();
    }

    /** More along the axes where the last waves count, along all where others than these do. */
    private Waves more(Slab slab) {
        int[] needed = new Spectrum(slab.waves(), slab.end()).needed(target, false);
        int[] most = slab.waves().most();
        for (int a = 0; a < most.length; a++) {
            if (needed[a] > most[a] - Math.max(1, most[a] / 8) || slab.truncation() > target) {
                most[a] = Grids.waves(Grids.next(Grids.of(most[a])));
            }
        }
        return Spectrum.enough(most);
    }
}
