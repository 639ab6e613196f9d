package org.pinn4j.direct;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Slabs of time as one candidate. */
final class Joined {
    private Joined() {}

    /**
     * Each figure counts by the share of time of its slab.
     * @param done in order, from the start of time on; at least one
     * @param whole what is said of the rest of time
     */
    static Candidate of(Slabs slabs, List<Candidate> done, Candidate whole) {
        List<Stretch> stretches = new ArrayList<>();
        double squares = 0;
        int points = 0;
        for (Candidate c : done) {
            Stretch s = c.first();
            double share = (s.to() - s.from()) / slabs.length();
            squares += share * c.figure() * c.figure();
            points += c.points();
            stretches.add(s);
        }
        double at = stretches.get(stretches.size() - 1).to();
        double rest = (slabs.end() - at) / slabs.length();
        if (rest > 0) {
            Stretch after = whole.first();
            stretches.add(new Stretch(at, slabs.end(), after.ansatz(), after.theta()));
            squares += rest * whole.figure() * whole.figure();
        }
        double figure = Math.sqrt(squares);
        double zero = slabs.whole().judge().zeroFigure();
        return new Candidate(
                stretches,
                figure,
                zero > 0 ? OptionalDouble.of(figure / zero) : OptionalDouble.empty(),
                () -> rounding(slabs, List.copyOf(done)),
                points,
                description(done, rest, at));
    }

    private static double rounding(Slabs slabs, List<Candidate> done) {
        double squares = 0;
        for (Candidate c : done) {
            Stretch s = c.first();
            squares += (s.to() - s.from()) / slabs.length() * c.roundOff() * c.roundOff();
        }
        return Math.sqrt(squares);
    }

    private static String description(List<Candidate> done, double rest, double at) {
        String features = done.get(done.size() - 1).description();
        String all = String.format(Locale.ROOT, "%d slabs of time, the last one %s", done.size(), features);
        return rest > 0 ? String.format(Locale.ROOT, "%s, solved up to %.6g", all, at) : all;
    }
}
