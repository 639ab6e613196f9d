package org.pinn4j.train;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.pinn4j.optimize.Algebra;
import org.pinn4j.optimize.ConstrainedFit;
import org.pinn4j.pde.Parameter;

/**
 * A {@link ConstrainedFit} of those coefficients that readings determine inside of their ranges. The others stand still: one
 * that no reading tells of, all but one of several that readings know together only (the rest follows), and one that the
 * readings push against an end of its range, there. So one of them takes no interval from another.
 */
final class CoefficientFit {
    private static final double TOGETHER =
            0.1; // correlation of two that are open: 1/(m − 1) among m that are known by a sum

    private final List<ConstrainedFit.Rows> rows;
    private final List<CoefficientRange> all;
    private final Algebra algebra;
    private final List<CoefficientRange> free;
    private final double[] theta;
    private final List<CoefficientRange> silent = new ArrayList<>();
    private final List<CoefficientRange> joined = new ArrayList<>();
    private final Map<CoefficientRange, Double> atEnds = new LinkedHashMap<>();

    private CoefficientFit(
            List<ConstrainedFit.Rows> rows, List<Parameter> parameters, Algebra algebra, double[] start) {
        this.rows = rows;
        this.algebra = algebra;
        all = IntStream.range(0, parameters.size())
                .mapToObj(k -> new CoefficientRange(k, parameters.get(k)))
                .toList();
        free = new ArrayList<>(all);
        theta = start.clone();
    }

    /**
     * What was found.
     * @param fit of the free ones; empty if there are none
     * @param free those that were fitted, in the order of the fit
     * @param theta where it ended: [parameters]
     * @param silent those that no reading depends on
     * @param joined those that readings know together only; all but one of them stand still
     * @param atEnds the value that the readings ask for, beyond an end of its range
     */
    record Result(
            Optional<ConstrainedFit.Fit> fit,
            List<CoefficientRange> free,
            double[] theta,
            List<CoefficientRange> silent,
            List<CoefficientRange> joined,
            Map<CoefficientRange, Double> atEnds) {
        /** Whether readings leave it open, though it may be free: then it goes with others that stand still. */
        boolean isOpen(CoefficientRange c) {
            return silent.contains(c) || joined.contains(c);
        }
    }

    static Result of(List<ConstrainedFit.Rows> rows, List<Parameter> parameters, Algebra algebra, double[] start) {
        return new CoefficientFit(rows, parameters, algebra, start).found();
    }

    private Result found() {
        Optional<ConstrainedFit.Fit> fit = Optional.empty();
        while (fit.isEmpty() && !free.isEmpty()) {
            ConstrainedFit.Fit trial = new ConstrainedFit(rows, all.size(), free, algebra).from(theta);
            fit = holdsOpen(trial) || holdsAtEnds(trial) ? Optional.empty() : Optional.of(trial);
        }
        double[] end = fit.map(ConstrainedFit.Fit::theta).orElse(theta);
        return new Result(fit, List.copyOf(free), end, silent, joined, atEnds);
    }

    /** Lets open ones stand still, if there are any: all that are by themselves, or else the last of several. */
    private boolean holdsOpen(ConstrainedFit.Fit fit) {
        List<CoefficientRange> open = new ArrayList<>();
        List<CoefficientRange> alone = new ArrayList<>();
        for (int k = 0; k < free.size(); k++) {
            if (fit.open()[k]) {
                open.add(free.get(k));
                if (!hasPartner(fit, k)) {
                    alone.add(free.get(k));
                }
            }
        }
        open.stream()
                .filter(c -> !silent.contains(c) && !joined.contains(c))
                .forEach(c -> (alone.contains(c) ? silent : joined).add(c));
        free.removeAll(alone.isEmpty() && !open.isEmpty() ? open.subList(open.size() - 1, open.size()) : alone);
        return !open.isEmpty();
    }

    private boolean hasPartner(ConstrainedFit.Fit fit, int k) {
        double[][] c = fit.covariance();
        return IntStream.range(0, free.size())
                .filter(m -> m != k && fit.open()[m])
                .anyMatch(m -> Math.abs(c[k][m]) / Math.sqrt(c[k][k]) / Math.sqrt(c[m][m]) > TOGETHER);
    }

    /** Lets those stand at their ends that a step leads beyond. */
    private boolean holdsAtEnds(ConstrainedFit.Fit fit) {
        List<CoefficientRange> there = new ArrayList<>();
        int first = theta.length - all.size();
        for (int k = 0; k < free.size(); k++) {
            CoefficientRange c = free.get(k);
            double w = fit.theta()[first + c.index()];
            double target = c.target(w, fit.shift()[k]);
            if (c.end(target).isPresent()) {
                there.add(c);
                atEnds.put(c, target);
                theta[first + c.index()] = w;
            }
        }
        free.removeAll(there);
        return !there.isEmpty();
    }
}
