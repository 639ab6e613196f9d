package org.pinn4j.direct;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Solves an initial value problem slab by slab and reads no clock. Length and features are found on the first one, from all of
 * the time and few features on: a slab is halved or has half as many features more, whichever brings more digits for the operations,
 * until rounding is all that is left. The next slabs keep to that; one that does not come as far is halved or enriched in the
 * same way, and where slabs succeed one after the other a longer one is tried. A longer slab costs no more to solve than a
 * short one, and features cost the cube of their number: so a slab that fails is halved rather than enriched until that does
 * not help. Where the state is steep in a few places, features towards these are tried before that, and more functions across
 * them: both cost no operations more. A front moves and narrows, so its places are looked for again where a slab misses the target.
 */
@SuppressWarnings("ReferenceEquality") // a move that does nothing gives the trial itself
final class March {
    private static final double GAIN = 0.5;
    private static final double DIGIT = Math.log(10);
    private static final int HALVE = 0;
    private static final int HALVE_AND_WIDEN = 1;
    private static final int ENRICH = 2;
    private static final int MOVES = 3;
    private static final double WORSE = 30; // than the first slab may others be,
    private static final double WANTED = 1e-10; // and as large as this in any case, where no tolerance is given
    private static final double LITTLE = 3; // times the target is not worth another solve
    private static final double HARMS = 30; // worse than this, and it is not tried again at as many features
    private static final double OVER = 1e-4; // of the target: digits to spare
    private static final int PATIENCE = 2;
    private static final double HELPS = 0.1; // where the first slab is looked for
    private static final int MOST_HALVINGS = 12;
    private static final int SHORTEST = 6; // halvings of few features before more are tried
    private static final int WIDER = 3;
    private static final double GROWTH_COST = 3 * Math.log(1.5) / Math.log(2); // in halvings, each of which costs twice
    private static final double GOOD = 1e-6; // below these more digits are welcome, but not at any price
    private static final double FINE = 1e-9;
    private static final double MOST_OPERATIONS = 4e12; // of a whole march
    private static final double MOST_OPERATIONS_GOOD = 1e12;
    private static final double MOST_OPERATIONS_FINE = 2e11;
    private static final double MOST_REFUSED = 2e11; // more than what was kept

    private final Slabs slabs;
    private final Means means;
    private final Effort effort;
    private final int mostFeatures;
    private final double tolerance;
    private final Tracking steep;
    private final double most;
    private final List<Candidate> done = new ArrayList<>();
    private Candidate whole; // the best over all of the time at once
    private Setting setting;
    private double target;
    private double kept;
    private double refused;
    private int halvings;
    private int lastMove;
    private int quiet;
    private int wait = PATIENCE;
    private Ground ground; // of the last trial
    private Layers grounded = Layers.NONE;
    private double longest; // of the slabs so far
    private int misplaced; // trials of places in a row that did not help
    private int narrow; // features at which more functions along the places did not help

    /** A solve of the slab at hand. */
    private record Trial(Setting setting, Candidate found, double operations) {
        double figure() {
            return found.figure();
        }
    }

    /** @param most operations that the slabs to come may take, by what slabs took so far; otherwise it ends where it stands */
    March(Slabs slabs, Bandwidths least, int mostFeatures, double tolerance, double most, Means means, Effort effort) {
        this.most = most;
        this.slabs = slabs;
        this.means = means;
        this.effort = effort;
        this.mostFeatures = mostFeatures;
        this.tolerance = tolerance;
        this.target = tolerance;
        this.setting = new Setting(least, slabs.length());
        this.steep = new Tracking(slabs);
        this.whole = new CandidateSolve(slabs.whole(), means, effort).unsolved(least);
    }

    /** All slabs, or all of the time at once where that is as good. */
    Candidate solve() {
        Trial first = refined(trial(setting));
        if (first.figure() < Candidate.FITS && to(first.setting()) < slabs.end()) {
            keep(first);
            target = tolerance > 0 ? tolerance : Math.max(WANTED, WORSE * first.figure());
            march();
        }
        return best();
    }

    /**
     * To the end of time, or of the budget, or as long as the rest is not too much: a slab that the budget ends is kept if it came
     * as far as others.
     */
    private void march() {
        double before = effort.operations();
        double from = at();
        double rest = 0; // by what slabs took so far; the first one, from nowhere, tells nothing
        while (at() < slabs.end() && !effort.over() && rest <= most) {
            Trial slab = next();
            if (effort.over() && !good(slab)) {
                break;
            }
            keep(slab);
            rest = (effort.operations() - before) * (slabs.end() - at()) / (at() - from);
        }
    }

    /**
     * The slabs of a solution of a neighbouring statement again, in their features and from their weights.
     * @throws IllegalArgumentException if they do not fit this statement
     */
    Candidate from(List<Stretch> solved) {
        if (solved.get(0).from() != slabs.start()
                || solved.get(solved.size() - 1).to() != slabs.end()) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "start: its slabs are of %s to %s, this statement's time is %s to %s; solve without a start",
                    solved.get(0).from(),
                    solved.get(solved.size() - 1).to(),
                    slabs.start(),
                    slabs.end()));
        }
        for (int k = 0; k < solved.size() && !effort.over(); k++) {
            Stretch s = solved.get(k);
            Layers places = Basis.layers(slabs.whole().design(), s.ansatz()).orElse(Layers.NONE);
            Candidate again =
                    new CandidateSolve(ground(s.to(), places), means, effort).from(s.ansatz(), s.theta(), best());
            done.add(again);
        }
        Candidate all = best();
        done.clear();
        return all;
    }

    /** The last one is kept: other features are often tried on the same slab. */
    private Ground ground(double to, Layers places) {
        boolean same = ground != null && ground.from() == at() && ground.to() == to && grounded.equals(places);
        if (!same) {
            ground = done.isEmpty() ? slabs.first(to, places) : slabs.after(last(), to, places);
            grounded = places;
        }
        return ground;
    }

    private double at() {
        return done.isEmpty() ? slabs.start() : last().to();
    }

    private Stretch last() {
        return done.get(done.size() - 1).first();
    }

    /** Slabs of one length to the end, none longer than a setting says. */
    private double to(Setting s) {
        double rest = slabs.end() - at();
        double number = Math.ceil(rest / s.length() - 1e-9);
        return number <= 1 ? slabs.end() : at() + rest / number;
    }

    private Trial trial(Setting s) {
        double before = effort.operations();
        Ground ground = ground(to(s), s.bandwidths().layers());
        CandidateSolve solve = new CandidateSolve(ground, means, effort);
        Candidate found = done.isEmpty() || !s.bandwidths().equals(setting.bandwidths())
                ? solve.solve(s.bandwidths(), best())
                : solve.solve(s.bandwidths(), last(), best());
        if (!done.isEmpty() && s.bandwidths().equals(setting.bandwidths()) && found.figure() > Candidate.FITS) {
            Candidate again = solve.solve(s.bandwidths(), best());
            found = again.figure() < found.figure() ? again : found;
        }
        if (done.isEmpty() && ground.to() >= slabs.end() && found.figure() < whole.figure()) {
            whole = found;
            effort.judged(best());
        }
        return new Trial(s, found, effort.operations() - before);
    }

    private boolean good(Trial t) {
        return t.figure() <= target || t.found().isAtRoundOff();
    }

    private void keep(Trial t) {
        setting = t.setting();
        done.add(t.found());
        t.found().roundOff(); // now, as what it takes is not to be kept
        kept += t.operations();
        longest = Math.max(longest, last().to() - last().from());
        steep.after(last(), setting.bandwidths().layers());
        target = tolerance == 0 && target > 0 && !tolerable(t)
                ? Math.min(GOOD, t.figure())
                : target; // no better than what it stands on
        misplaced = setting.bandwidths().layers().isEmpty() ? misplaced : 0;
        effort.judged(best());
    }

    /** The next slab, now and then a longer one. */
    private Trial next() {
        boolean longer = quiet >= wait && to(setting) < slabs.end();
        if (longer) {
            Trial stretched = trial(setting.stretched(slabs.length()));
            quiet = 0;
            if (good(stretched)) {
                return stretched;
            }
            refused += stretched.operations();
            wait *= setting.length() < longest ? 1 : 2;
        }
        Trial trial = trial(setting);
        quiet = good(trial) ? quiet + 1 : 0;
        quiet = wasLonger(trial) ? wait : quiet;
        halvings = 0;
        return tolerable(trial) ? trial : refined(trial);
    }

    /** A little worse than the target costs less than a slab that is not. */
    private boolean tolerable(Trial t) {
        return good(t) || tolerance == 0 && t.figure() <= LITTLE * target;
    }

    /** Whether what made slabs shorter is over: the figure is far below the target, and there were longer slabs before. */
    private boolean wasLonger(Trial t) {
        return t.figure() < OVER * target && 2 * (t.found().first().to() - at()) <= longest;
    }

    /** The best of what halving, enriching and other shapes lead to from a trial. */
    private Trial refined(Trial from) {
        Trial best = from;
        Trial now = from.figure() > Candidate.FITS ? fitted(from) : from;
        best = now.figure() < best.figure() ? now : best;
        int idle = 0;
        while (!good(best) && now.figure() <= Candidate.FITS && idle < PATIENCE && !spent()) {
            double before = best.figure();
            Trial next = moved(now);
            if (next == now) {
                break;
            }
            boolean gained = next.figure() < GAIN * now.figure();
            now = gained ? next : shaped(next, next.setting().bandwidths().mild());
            best = now.figure() < best.figure() ? now : best;
            idle = best.figure() < GAIN * before ? 0 : idle + 1;
        }
        refused += best == from ? 0 : from.operations() - best.operations();
        return best;
    }

    /**
     * The first slab that fits at all: another shape over all of the time, then ever shorter slabs of few features, then of more.
     * Figures of what does not fit are noise; to follow them leads anywhere.
     */
    private Trial fitted(Trial from) {
        Trial best = done.isEmpty() ? shaped(from, from.setting().bandwidths().neighbours()) : from;
        Setting first = from.setting();
        boolean ends = false;
        while (best.figure() > Candidate.FITS && !ends) {
            best = shortened(first, best);
            Layers places = best.figure() > Candidate.FITS && done.isEmpty() ? steep.atStart() : Layers.NONE;
            best = places.isEmpty()
                    ? best
                    : shortened(first.with(first.bandwidths().withLayers(places)), best);
            Setting richer = first.grown(mostFeatures);
            ends = richer.equals(first) || spent();
            first = richer;
        }
        return best;
    }

    /** The first that fits of slabs ever shorter, each with fewer and fewer functions along time. */
    private Trial shortened(Setting first, Trial sofar) {
        Trial best = sofar;
        Setting s = first;
        int shapes = slabs.inputs() > 1 ? WIDER : 1;
        for (int k = 0; k < SHORTEST * shapes && best.figure() > Candidate.FITS && !spent(); k++) {
            s = k % shapes == 0 ? s.halved() : s;
            Trial tried = tried(
                    k % shapes == 0 ? s : s.with(s.bandwidths().stretched(slabs.input(), Math.pow(0.5, k % shapes))));
            best = tried.figure() < best.figure() ? tried : best;
        }
        return best;
    }

    private boolean spent() {
        return effort.over() || refused >= kept + MOST_REFUSED;
    }

    /** Another shape of the bandwidths, where one helps. */
    private Trial shaped(Trial from, List<Bandwidths> shapes) {
        Trial best = from;
        for (Bandwidths b : shapes) {
            if (effort.over() || good(best)) {
                break;
            }
            Trial tried = tried(from.setting().with(b));
            best = tried.figure() < GAIN * best.figure() ? tried : best;
        }
        return best;
    }

    private Trial tried(Setting s) {
        Trial trial = trial(s);
        refused += trial.operations();
        return trial;
    }

    /**
     * A shorter slab, a shorter one with the functions that it saves along time given to the other axes, or more features. The
     * move that gained last comes first, and is taken if it brings a digit for each doubling of the operations. The trial itself
     * where every move would cost too much.
     */
    private Trial moved(Trial from) {
        Trial eased = eased(from);
        if (eased != from) {
            return eased;
        }
        Trial best = from;
        double mostGained = Double.NEGATIVE_INFINITY;
        int first = lastMove;
        for (int k = 0; k < MOVES && mostGained < DIGIT && !effort.over() && !good(best); k++) {
            int move = (first + k) % MOVES;
            Setting to = move(from, move);
            if (!to.equals(from.setting())) {
                Trial tried = tried(to);
                double gain = Math.log(from.figure() / tried.figure()) / (move == ENRICH ? GROWTH_COST : 1);
                if (gain > mostGained) {
                    best = tried;
                    mostGained = gain;
                    lastMove = move;
                }
            }
        }
        halvings += lastMove == ENRICH ? 0 : 1;
        return best;
    }

    /** What costs no more operations: features towards steep places, then more functions across these. The trial itself if that fails. */
    private Trial eased(Trial from) {
        Trial placed = placed(from);
        return placed != from || from.setting().bandwidths().layers().isEmpty() ? placed : widened(from);
    }

    private Trial placed(Trial from) {
        Bandwidths b = from.setting().bandwidths();
        Optional<Layers> wanted = misplaced < PATIENCE && from.figure() <= Candidate.FITS
                ? steep.wanted(from.found().first(), b.layers())
                : Optional.empty();
        if (wanted.isEmpty()) {
            return from;
        }
        Trial tried = tried(from.setting().with(b.withLayers(wanted.get())));
        boolean helps = tried.figure() < (b.layers().isEmpty() ? HELPS : GAIN) * from.figure();
        misplaced = helps ? 0 : misplaced + 1;
        return helps ? tried : from;
    }

    private Trial widened(Trial from) {
        Bandwidths b = from.setting().bandwidths();
        if (b.features() <= narrow || slabs.inputs() == 1) {
            return from;
        }
        Trial tried = tried(from.setting().with(b.stretched(slabs.input(), 0.5)));
        boolean helps = tried.figure() < HELPS * from.figure();
        narrow = tried.figure() > HARMS * from.figure() ? b.features() : narrow;
        return helps ? tried : from;
    }

    /** The same where a move would cost more than a march may. */
    private Setting move(Trial from, int move) {
        Setting s = from.setting();
        boolean halves = halvings < MOST_HALVINGS && affordable(from, 1);
        return switch (move) {
            case HALVE -> halves ? s.halved() : s;
            case HALVE_AND_WIDEN ->
                halves && slabs.inputs() > 1 ? s.halved().with(s.bandwidths().stretched(slabs.input(), 0.5)) : s;
            default -> affordable(from, GROWTH_COST) ? s.grown(mostFeatures) : s;
        };
    }

    /** Whether the march to the end may cost so many times twice what it costs by this trial: the less the better that is. */
    private boolean affordable(Trial t, double doublings) {
        double rest = (slabs.end() - at()) / t.setting().length();
        double digits = Math.log(Math.max(1, t.figure() / FINE)) / Math.log(GOOD / FINE); // 0 at fine, 1 at good
        double limit = t.figure() > GOOD
                ? MOST_OPERATIONS
                : MOST_OPERATIONS_FINE * Math.pow(MOST_OPERATIONS_GOOD / MOST_OPERATIONS_FINE, digits);
        return rest * t.operations() * Math.pow(2, doublings) < limit;
    }

    /** The slabs so far and all of the time at once after them, or that alone, whichever has the smaller figure. */
    private Candidate best() {
        Candidate marched = done.isEmpty() ? whole : Joined.of(slabs, done, whole);
        return marched.figure() < whole.figure() ? marched : whole;
    }
}
