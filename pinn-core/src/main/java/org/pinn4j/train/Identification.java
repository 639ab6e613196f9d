package org.pinn4j.train;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hipparchus.distribution.continuous.TDistribution;
import org.pinn4j.jets.Columns;
import org.pinn4j.loss.PartRows;
import org.pinn4j.loss.Readings;
import org.pinn4j.loss.ResidualObjective;
import org.pinn4j.optimize.Algebra;
import org.pinn4j.optimize.ConstrainedFit;
import org.pinn4j.pde.Names;
import org.pinn4j.pde.Parameter;
import org.pinn4j.pde.Problem;
import org.pinn4j.solution.Coefficient;

/**
 * The end of a run that looks for coefficients in readings: a {@link ConstrainedFit} from the trained network, in which readings
 * count by their noise and equations and exact conditions are constraints, and the intervals it gives.
 */
final class Identification {
    private static final double NORMAL = 1.959963984540054; // its 97.5 % point
    private static final double UPPER = 0.975;
    private static final double NORMAL_FROM =
            1e6; // degrees of freedom; Hipparchus 4.0.3 loses Student's quantile from 1e10 on
    private static final double NOTHING =
            0.5; // standard error over value from which data determine hardly more than a sign
    private static final double UNTRAINED = 1; // standard errors that may be owed to the equations' residual
    private static final double OWN = 0.2; // of a correction by that residual, for its error: at most a tenth was seen
    private static final double SCATTER = 5; // standard deviations of χ² from what the stated noise explains
    private static final int POINTS = 4; // times those of training
    private static final int MOST = 3000; // parameters: 72 MB for a triangle of as many columns

    private static final double LEFT =
            0.5; // degrees of freedom: one is left of p + 1 readings, less what the network bends
    private static final double FAR = 0.7; // of a coefficient, in one turn

    private final Problem problem;
    private final List<ResidualObjective> objectives; // evenly spread points first
    private final Columns columns; // what is fitted, coefficients last
    private final Algebra algebra;
    private Readings readings;
    private TrainedNetwork trained;
    private PartRows part;
    private List<String> notes;

    /**
     * What was found.
     * @param network to answer with
     * @param start where the network is trained on with the coefficients frozen: [all parameters]
     */
    record Found(
            TrainedNetwork network,
            double[] start,
            int coefficients,
            Map<String, Coefficient.Uncertainty> uncertainties,
            List<String> notes) {
        boolean isDetermined() {
            return !uncertainties.isEmpty();
        }
    }

    /** Of all parameters of a training, at points evenly spread and at those of training. */
    Identification(Problem problem, Setup setup, Algebra algebra) {
        this(
                problem,
                List.of(setup.dense(POINTS), (ResidualObjective) setup.loss.objective()),
                Columns.all(setup.theta0.length),
                algebra);
    }

    /**
     * @param objectives of the same networks; evenly spread points first
     * @param columns the parameters that are fitted, coefficients last
     */
    Identification(Problem problem, List<ResidualObjective> objectives, Columns columns, Algebra algebra) {
        this.problem = problem;
        this.objectives = List.copyOf(objectives);
        this.columns = columns;
        this.algebra = algebra;
    }

    /** Whether there are coefficients and readings to find them from. */
    static boolean isAsked(Problem problem) {
        return !problem.parameters().isEmpty() && problem.conditions().stream().anyMatch(Readings::isReading);
    }

    Found of(TrainedNetwork network) {
        trained = network;
        readings = new Readings(objectives.get(0), trained.theta());
        notes = new ArrayList<>();
        if (columns.count() > MOST) {
            return none(
                    trained.theta(),
                    names(),
                    "they are computed up to %d parameters, the network has %d; take a smaller one"
                            .formatted(MOST, columns.count()));
        }
        part = new PartRows(objectives.get(0), columns, trained.theta());
        List<ConstrainedFit.Rows> rows = objectives.stream()
                .map(o -> new ConstrainedFit.Rows(
                        new PartRows(o, columns, trained.theta()), new Readings(o, trained.theta()).factors()))
                .toList();
        return found(CoefficientFit.of(
                rows, problem.parameters(), algebra, part.columns().part(trained.theta())));
    }

    private Found none(double[] start, String names, String why) {
        return none(trained, start, names, why);
    }

    private Found none(TrainedNetwork answer, double[] start, String names, String why) {
        notes.add("no intervals for %s: %s".formatted(names, why));
        return new Found(answer, start, problem.parameters().size(), Map.of(), notes);
    }

    private Found found(CoefficientFit.Result result) {
        tell(result);
        double[] start = start(part.whole(result.theta()));
        List<CoefficientRange> kept =
                result.free().stream().filter(c -> !result.isOpen(c)).toList();
        if (result.fit().isEmpty() || kept.isEmpty()) {
            misfit();
            return new Found(trained, start, problem.parameters().size(), Map.of(), notes);
        }
        return found(result, result.fit().get(), start, names(kept));
    }

    /** Says which coefficients have no interval, and why. */
    private void tell(CoefficientFit.Result result) {
        if (!result.silent().isEmpty()) {
            notes.add("no interval for %1$s: no reading depends on %2$s; measure what does, or give %2$s a value"
                    .formatted(names(result.silent()), result.silent().size() == 1 ? "it" : "them"));
        }
        if (!result.joined().isEmpty()) {
            notes.add(
                    "no intervals for %s: the readings know them together only; measure what tells them apart, or give one a"
                                    .formatted(names(result.joined()))
                            + " value");
        }
        result.atEnds()
                .forEach((c, asked) -> notes.add(String.format(
                        Locale.ROOT,
                        "no interval for %s: it stands at %s, and the readings ask for %.4g; %s, or look for what the equations"
                                + " leave out",
                        c.parameter().name(),
                        c.end(asked).orElseThrow(),
                        asked,
                        c.wider())));
    }

    private Found found(CoefficientFit.Result result, ConstrainedFit.Fit fit, double[] start, String names) {
        boolean stated = readings.estimated().isEmpty();
        int spare = readings.count() - fit.moved().length;
        if (!stated && spare < 1) {
            return none(
                    start,
                    names,
                    "%s for as many coefficients leave nothing to tell the noise from; state it, or measure more"
                            .formatted(Names.count(readings.count(), "reading")));
        }
        double left = readings.count() - fit.freedom();
        if (!fit.settled() || !(stated || left >= LEFT)) {
            misfit();
            return none(
                    fit.usable() ? start : start(trained.theta()),
                    names,
                    "with the equations as constraints they do not settle; train longer, measure more, or look for fewer");
        }
        double spread = stated ? 1 : Math.sqrt(fit.dataSquare() / left);
        double moved = 0;
        for (int k = 0; k < fit.moved().length; k++) {
            moved = Math.max(moved, owed(fit, k) / (spread * Math.sqrt(fit.covariance()[k][k])));
        }
        TrainedNetwork fitted = new TrainedNetwork(trained.ansatz(), part.whole(fit.theta()));
        if (!(moved <= UNTRAINED)) {
            return none(
                    fitted, // nearer than what it was trained for
                    start,
                    names,
                    String.format(
                            Locale.ROOT,
                            "what is left of the equations' residual leaves them open by %.1f standard errors; train longer or take"
                                    + " a larger network",
                            moved));
        }
        notes.add(String.format(
                Locale.ROOT,
                "%s from %s with the equations as constraints: at %.0e times their weight in training it no longer"
                        + " matters; what is left of their residual leaves %.2g standard errors open, which the intervals count in",
                names,
                Names.count(readings.count(), "reading"),
                fit.weight(),
                moved));
        scatter(fit.dataSquare(), left);
        return new Found(fitted, start, problem.parameters().size(), uncertainties(result, fit, spread, left), notes);
    }

    /** What an estimate owes to equations that do not hold exactly. */
    private static double owed(ConstrainedFit.Fit fit, int k) {
        return Math.hypot(OWN * fit.moved()[k], fit.missed()[k]);
    }

    /** As fitted, unless that is far from where the network is trained for: then its network with coefficients half way. */
    private double[] start(double[] fitted) {
        double[] theta = trained.theta();
        double[] near = trained.theta();
        boolean far = false;
        int first = theta.length - problem.parameters().size();
        for (int k = 0; k < problem.parameters().size(); k++) {
            Parameter p = problem.parameters().get(k);
            double w = theta[first + k];
            double most = FAR * Math.max(Math.abs(p.value(w)), Math.abs(p.start())) / Math.abs(p.slope(w));
            double step = fitted[first + k] - w;
            double kept = Math.max(-most, Math.min(most, step));
            far |= kept != step;
            near[first + k] = w + kept;
        }
        return far ? near : fitted;
    }

    /** As the network stands, where no fit says more. */
    private void misfit() {
        if (readings.estimated().isEmpty()) {
            double[] r = new double[part.rows()];
            double[] factors = readings.factors();
            objectives.get(0).residuals(trained.theta(), r);
            double square = 0;
            for (int i = 0; i < r.length; i++) {
                square += factors[i] * factors[i] * r[i] * r[i];
            }
            scatter(square, readings.count());
        }
    }

    private void scatter(double square, double left) {
        if (!readings.estimated().isEmpty()) {
            notes.add("noise of %s: from the residuals".formatted(String.join(", ", readings.estimated())));
        } else if (Math.abs(square - left) > SCATTER * Math.sqrt(2 * left)) {
            notes.add(String.format(
                    Locale.ROOT,
                    "%s: readings scatter %.2g times as much as their stated standard deviation says; state another one, or none,"
                            + " or look for what the equations leave out",
                    String.join(", ", readings.stated()),
                    Math.sqrt(square / left)));
        }
    }

    private Map<String, Coefficient.Uncertainty> uncertainties(
            CoefficientFit.Result result, ConstrainedFit.Fit fit, double spread, double left) {
        double quantile = readings.estimated().isEmpty() || left > NORMAL_FROM
                ? NORMAL
                : new TDistribution(left).inverseCumulativeProbability(UPPER);
        Map<String, Coefficient.Uncertainty> uncertainties = new LinkedHashMap<>();
        int first = fit.theta().length - problem.parameters().size();
        for (int k = 0; k < fit.moved().length; k++) {
            CoefficientRange c = result.free().get(k);
            double error = Math.hypot(spread * Math.sqrt(fit.covariance()[k][k]), owed(fit, k));
            if (!result.isOpen(c)) {
                uncertainties.put(
                        c.parameter().name(),
                        uncertainty(c.parameter(), fit.theta()[first + c.index()], error, quantile));
            }
        }
        return uncertainties;
    }

    /** The ends are those of what the optimiser sees, so that an interval stays within the range of its coefficient. */
    private Coefficient.Uncertainty uncertainty(Parameter p, double w, double error, double quantile) {
        double own = error * Math.abs(p.slope(w));
        double relative = own / Math.abs(p.value(w));
        if (relative > NOTHING) {
            notes.add(String.format(
                    Locale.ROOT,
                    "the readings hardly determine %s: its standard error is %.2g of its value; measure where it matters, or more",
                    p.name(),
                    relative));
        }
        double a = p.value(w - quantile * error);
        double b = p.value(w + quantile * error);
        return new Coefficient.Uncertainty(own, Math.min(a, b), Math.max(a, b));
    }

    private String names() {
        return String.join(
                ", ", problem.parameters().stream().map(Parameter::name).toList());
    }

    private static String names(List<CoefficientRange> of) {
        return String.join(", ", of.stream().map(c -> c.parameter().name()).toList());
    }
}
