package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.pinn4j.random.RandomStream;

/**
 * What an energy says of its minimum, derived from the trees: for each field u the Euler-Lagrange equation
 * ∂F/∂u − Σ_i d/dx_i (∂F/∂u_i) = 0, and on each part of the boundary where no value of u is given the natural condition
 * n·∂F/∂∇u + ∂G/∂u = 0, with F the density inside and G that on the part. Immutable.
 * Source: Gelfand, Fomin, Calculus of Variations (1963), sections 5, 6 and 35.
 */
final class EulerLagrange {
    private static final int DRAWS = 64;
    private static final int VALUES = 8;
    private static final double ROUNDING = 1e-10;

    private final Problem problem;
    private final List<Energy> energies;
    private final List<Condition> stated;
    private final Expr inside;
    private final List<Flux> fluxes = new ArrayList<>();
    private final Optional<String> jump;

    /** @param problem whose place, fields and wraps hold, with the conditions stated beside the energies */
    EulerLagrange(Problem problem, List<Energy> energies) {
        this.problem = problem;
        this.energies = energies;
        this.stated = problem.statedConditions();
        this.inside = Expr.sum(energies.stream()
                .filter(e -> e.region().isInterior())
                .map(Energy::density)
                .toList());
        Flat flat = new Flat();
        Expr f = flat.of(inside);
        for (Field field : problem.fields()) {
            List<Expr> flux = problem.axes().stream()
                    .map(a -> a.isSpace() ? flat.back(f.d(flat.coordinate(field.d(a)))) : Constant.ZERO)
                    .toList();
            Expr source = flat.back(f.d(flat.coordinate(field)));
            fluxes.add(new Flux(problem.fields().size() == 1 ? "pde" : "pde " + field, source, flux));
        }
        requireMinimum();
        this.jump = findJump();
    }

    List<Flux> fluxes() {
        return fluxes;
    }

    /** Why the equations alone do not say all: a flux jumps, and its balance across the jump is no equation at a point. */
    Optional<String> jump() {
        return jump;
    }

    private Optional<String> findJump() {
        for (Flux f : fluxes) {
            for (int a = 0; a < f.flux().size(); a++) {
                Axis axis = problem.axes().get(a);
                Flat flat = new Flat();
                Expr p = flat.of(f.flux().get(a));
                for (Axis state : List.copyOf(flat.states().keySet())) {
                    Expr c = p.d(state);
                    if (Node.known(c)
                            && flat.states().keySet().stream()
                                    .noneMatch(Leaves.of(c).axes()::contains)) {
                        Optional<String> found = Jumps.of(c, c.accept(new PieceSlope(axis)), axis);
                        if (found.isPresent()) {
                            return found;
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** The equations in the interior, then the natural conditions. */
    List<Condition> conditions() {
        List<Condition> all = new ArrayList<>();
        for (Flux f : fluxes) {
            all.add(f.residual(problem.axes()).equalTo(0).on(Region.interior()).named(f.name()));
        }
        for (Region part : parts()) {
            for (int k = 0; k < fluxes.size(); k++) {
                Field field = problem.fields().get(k);
                Expr natural = isGiven(field, part) ? Constant.ZERO : natural(fluxes.get(k), field, part);
                if (!natural.equals(Constant.ZERO)) {
                    all.add(natural.equalTo(0).on(part).named("natural " + field + " on " + part));
                }
            }
        }
        return all;
    }

    /** What the boundary in space consists of. */
    private List<Region> parts() {
        Stream<Region> ends = problem.spaceAxes().stream()
                .filter(a -> problem.domain().hasEnds(a)
                        && !problem.declaredPeriodic().contains(a))
                .flatMap(a -> ((Region.Face) a.ends()).single().stream());
        return Stream.concat(ends, problem.domain().partNames().stream().map(problem.domain()::part))
                .toList();
    }

    private Expr natural(Flux flux, Field field, Region part) {
        Expr sum = Constant.ZERO;
        for (int a = 0; a < flux.flux().size(); a++) {
            sum = sum.plus(normal(part, problem.axes().get(a)).times(flux.flux().get(a)));
        }
        for (Energy e : energies) {
            if (!e.region().isInterior() && covers(e.region(), part)) {
                sum = sum.plus(new Flat().by(e.density(), field));
            }
        }
        return sum;
    }

    /** Of a flat end it is a number. */
    private static Expr normal(Region part, Axis axis) {
        return part.face()
                .<Expr>map(f ->
                        f.axis().equals(axis) ? Expr.constant(f.side() == Region.Side.MIN ? -1 : 1) : Constant.ZERO)
                .orElseGet(() -> axis.isSpace() ? new Normal(axis) : Constant.ZERO);
    }

    private boolean covers(Region whole, Region part) {
        return whole.equals(part)
                || whole.isBoundary()
                || part.face().isPresent()
                        && Reading.ends(problem, whole).contains(part.face().get());
    }

    /** Whether conditions beside the energy give the value of a field on a part of the boundary. */
    private boolean isGiven(Field field, Region part) {
        boolean given = false;
        for (Condition c : stated) {
            if (c.mentions(field)
                    && c.region().data().isEmpty()
                    && covers(c.region().whole(), part)) {
                requireValue(c);
                given = true;
            }
        }
        return given;
    }

    private static void requireValue(Condition c) {
        if (!c.region().cuts().isEmpty()) {
            throw new IllegalArgumentException(
                    ("'%s' (%s): beside an energy a value is given on whole parts of the boundary, for on the rest of this one"
                                    + " the natural condition would hold; state it on the whole part, or state the equations in place"
                                    + " of the energy")
                            .formatted(c.name(), c));
        }
        if (!c.leaves().traces().isEmpty()) {
            throw new IllegalArgumentException(
                    "'%s' (%s): beside an energy a wrap is declared, problem.periodicIn(axis), and not stated"
                            .formatted(c.name(), c));
        }
        if (c.leaves().states().stream().anyMatch(s -> s.total() > 0)) {
            throw new IllegalArgumentException(
                    ("'%s' (%s): a condition on a derivative stands beside an energy, whose minimum has natural conditions of"
                                    + " its own; put it into the energy, problem.minimising(density, region): −g·u is the flux g,"
                                    + " u²·h/2 − g·u Robin's h·u + flux = g")
                            .formatted(c.name(), c));
        }
    }

    /**
     * The condition of Legendre and Hadamard, without which a wave of a short length takes the energy to minus infinity:
     * Σ ∂²F/∂u^a_i ∂u^b_j ξ_a ξ_b η_i η_j ≥ 0 for all ξ and η. Looked at in {@value #DRAWS} gradients; it has to fail in every one
     * of {@value #VALUES} values of the fields, for an energy such as u√(1 + u_x²) is meant where u is positive.
     */
    private void requireMinimum() {
        Flat flat = new Flat();
        Expr f = flat.of(inside);
        List<Field> fields = problem.fields();
        List<Axis> slopes = fields.stream()
                .flatMap(u -> problem.spaceAxes().stream().map(a -> flat.coordinate(u.d(a))))
                .toList();
        fields.forEach(flat::coordinate);
        Expr[][] second = slopes.stream()
                .map(s -> {
                    Expr first = f.d(s);
                    return slopes.stream().map(first::d).toArray(Expr[]::new);
                })
                .toArray(Expr[][]::new);
        List<Axis> coordinates = Stream.concat(problem.axes().stream(), flat.states().keySet().stream())
                .toList();
        RandomStream random = RandomStream.of(1, "legendre");
        List<double[]> places = Agreement.on(problem.domain(), "legendre").points();
        for (int k = 0; k < DRAWS; k++) {
            double[] place = places.get(k % places.size());
            double[] point = Arrays.copyOf(place, coordinates.size());
            for (int i = place.length; i < point.length; i++) {
                point[i] = random.nextGaussian();
            }
            double[] xi = random(random, fields.size());
            double[] eta = random(random, problem.spaceAxes().size());
            boolean negative = true;
            for (int v = 0; v < VALUES && negative; v++) {
                for (Field field : fields) {
                    point[coordinates.indexOf(flat.coordinate(field))] = random.nextGaussian();
                }
                negative = isNegative(second, coordinates, point, xi, eta);
            }
            if (negative) {
                throw unbounded(place, flat, point);
            }
        }
    }

    private static boolean isNegative(
            Expr[][] second, List<Axis> coordinates, double[] point, double[] xi, double[] eta) {
        double sum = 0;
        double size = 0;
        int n = eta.length;
        for (int i = 0; i < second.length; i++) {
            for (int j = 0; j < second.length; j++) {
                double term = Evaluation.evaluate(second[i][j], coordinates, point)
                        * (xi[i / n] * xi[j / n])
                        * (eta[i % n] * eta[j % n]);
                sum += term;
                size += Math.abs(term);
            }
        }
        return sum < -ROUNDING * size;
    }

    private static double[] random(RandomStream random, int n) {
        return DoubleStream.generate(random::nextGaussian).limit(n).toArray();
    }

    private IllegalArgumentException unbounded(double[] place, Flat flat, double[] point) {
        List<String> values = new ArrayList<>();
        int next = place.length;
        for (Map.Entry<Axis, Expr> state : flat.states().entrySet()) {
            values.add("%s = %s".formatted(state.getValue(), Printer.number((float) point[next++])));
        }
        return new IllegalArgumentException(
                ("minimising %s: it is unbounded below, for at %s = %s, %s its second derivative by the gradient is negative, and"
                                + " short waves take it to minus infinity; change its sign, or state the equations with require")
                        .formatted(
                                inside,
                                Names.tuple(problem.axes()),
                                Arrays.toString(place),
                                String.join(", ", values)));
    }
}
