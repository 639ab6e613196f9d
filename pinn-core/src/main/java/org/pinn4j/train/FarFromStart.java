package org.pinn4j.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pinn4j.pde.Parameter;

/**
 * Says which coefficients a run has left far from where they started, or at an end of their range. A residual may vanish at several values, as at every
 * eigenvalue of an operator; training finds one of them and knows nothing of the others, so the start is all that chooses.
 */
final class FarFromStart {
    /** More than this factor away from the start, to either side, or on the other side of zero. */
    private static final double FAR = 2;

    private FarFromStart() {}

    /**
     * @param theta networks, then the coefficients as the optimiser sees them
     * @param readings whether the coefficients were fitted to any
     */
    static List<String> notes(List<Parameter> parameters, double[] theta, boolean readings) {
        List<String> notes = new ArrayList<>();
        int first = theta.length - parameters.size();
        for (int k = 0; k < parameters.size(); k++) {
            Parameter p = parameters.get(k);
            double found = p.value(theta[first + k]);
            Optional<String> end = new CoefficientRange(k, p).endNear(found);
            if (end.isPresent() && !readings) { // with them the fit says so, and what they ask for
                notes.add(atEnd(p, found, end.get(), new CoefficientRange(k, p).wider()));
            } else if (end.isEmpty()
                    && p.range() != Parameter.Range.BETWEEN
                    && p.start() != 0
                    && isFar(found / p.start())) {
                notes.add(note(p, found));
            }
        }
        return notes;
    }

    private static String atEnd(Parameter p, double found, String end, String wider) {
        return String.format(
                Locale.ROOT,
                "%s: started at %.4g, found %.4g, %s: the residual may fall further beyond it; %s",
                p,
                p.start(),
                found,
                end,
                wider);
    }

    private static boolean isFar(double ratio) {
        return !(ratio >= 1 / FAR && ratio <= FAR);
    }

    private static String note(Parameter p, double found) {
        double half = p.start() / FAR;
        double twice = p.start() * FAR;
        return String.format(
                Locale.ROOT,
                "%s: started at %.4g, found %.4g: the residual may have other minima; for one near the start say"
                        + " between(%.4g, %.4g)",
                p,
                p.start(),
                found,
                Math.min(half, twice),
                Math.max(half, twice));
    }
}
