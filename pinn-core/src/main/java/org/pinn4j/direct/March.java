package org.pinn4j.direct;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Solves an initial value problem slab by slab. Length and features of a slab are found on the first one, from all of the time
 * and few features on: a slab is halved or has half as many features more, whichever brings more digits for the operations,
 * until rounding is all that is left. The next slabs keep to that; one that does not come as far is halved or enriched in the
 * same way, and where slabs succeed one after the other a longer one is tried. A longer slab costs no more to solve than a
 * short one, and features cost the cube of their number: so a slab that fails is halved rather than enriched until that does
 * not help. Nothing here reads a clock.
 */
final class March {
    private static final double GAIN = 0.5;
    private static final double DIGIT = Math.log(10);
    private static final int HALVE = 0;
    private static final int HALVE_AND_WIDEN = 1;
    private static final int ENRICH = 2;
    private static final int MOVES = 3;
    private static final double WORSE = 30; // than the first slab may others be,
    private static final double WANTED = 1e-10; // and as large as this in any case, where no tolerance is given
    private static final int PATIENCE = 2;
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

    /** A solve of the slab at hand. */
    private record Trial(Setting setting, Candidate found, double operations) {
        double figure() {
            return found.figure();
        }
    }

    March(Slabs slabs, Bandwidths least, int mostFeatures, double tolerance, Means means, Effort effort) {
        this.slabs = slabs;
        this.means = means;
        this.effort = effort;
        this.mostFeatures = mostFeatures;
        this.tolerance = tolerance;
        this.target = tolerance;
        this.setting = new Setting(least, slabs.length());
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

    /** To the end of time, or of the budget: a slab that this ends is kept if it came as far as others. */
    private void march() {
        while (at() < slabs.end() && !effort.over()) {
            Trial slab = next();
            if (effort.over() && !good(slab)) {
                break;
            }
            keep(slab);
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
            Candidate again = new CandidateSolve(ground(s.to()), means, effort).from(s.ansatz(), s.theta(), best());
            done.add(again);
        }
        Candidate all = best();
        done.clear();
        return all;
    }

    private Ground ground(double to) {
        return done.isEmpty() ? slabs.first(to) : slabs.after(last(), to);
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
        Ground ground = ground(to(s));
        CandidateSolve solve = new CandidateSolve(ground, means, effort);
        Candidate found = done.isEmpty() || !s.bandwidths().equals(setting.bandwidths())
                ? solve.solve(s.bandwidths(), best())
                : solve.solve(s.bandwidths(), last(), best());
        if (done.isEmpty() && ground == slabs.whole() && found.figure() < whole.figure()) {
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
        kept += t.operations();
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
            wait *= 2;
        }
        Trial trial = trial(setting);
        quiet = good(trial) ? quiet + 1 : 0;
        halvings = 0;
        return good(trial) ? trial : refined(trial);
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
        Trial best = from;
        double most = Double.NEGATIVE_INFINITY;
        int first = lastMove;
        for (int k = 0; k < MOVES && most < DIGIT && !effort.over() && !good(best); k++) {
            int move = (first + k) % MOVES;
            Setting to = move(from, move);
            if (!to.equals(from.setting())) {
                Trial tried = tried(to);
                double gain = Math.log(from.figure() / tried.figure()) / (move == ENRICH ? GROWTH_COST : 1);
                if (gain > most) {
                    best = tried;
                    most = gain;
                    lastMove = move;
                }
            }
        }
        halvings += lastMove == ENRICH ? 0 : 1;
        return best;
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
        double most =
                t.figure() > GOOD ? MOST_OPERATIONS : t.figure() > FINE ? MOST_OPERATIONS_GOOD : MOST_OPERATIONS_FINE;
        return rest * t.operations() * Math.pow(2, doublings) < most;
    }

    /** The slabs so far and all of the time at once after them, or that alone, whichever has the smaller figure. */
    private Candidate best() {
        Candidate marched = done.isEmpty() ? whole : joined();
        return marched.figure() < whole.figure() ? marched : whole;
    }

    private Candidate joined() {
        List<Stretch> stretches = new ArrayList<>();
        double squares = 0;
        double rounding = 0;
        int points = 0;
        for (Candidate c : done) {
            Stretch s = c.first();
            double share = (s.to() - s.from()) / slabs.length();
            squares += share * c.figure() * c.figure();
            rounding += share * c.roundOff() * c.roundOff();
            points += c.points();
            stretches.add(s);
        }
        double rest = (slabs.end() - at()) / slabs.length();
        double zero = slabs.whole().judge().zeroFigure();
        if (rest > 0) {
            stretches.add(new Stretch(
                    at(), slabs.end(), whole.first().ansatz(), whole.first().theta()));
            squares += rest * whole.figure() * whole.figure();
        }
        double figure = Math.sqrt(squares);
        return new Candidate(
                stretches,
                figure,
                zero > 0 ? OptionalDouble.of(figure / zero) : OptionalDouble.empty(),
                Math.sqrt(rounding),
                points,
                description(rest));
    }

    private String description(double rest) {
        String features = done.get(done.size() - 1).description();
        String all = String.format(Locale.ROOT, "%d slabs of time, the last one %s", done.size(), features);
        return rest > 0 ? String.format(Locale.ROOT, "%s, solved up to %.6g", all, at()) : all;
    }
}
