package org.pinn4j.solution;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hipparchus.analysis.MultivariateFunction;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.args.Args;
import org.pinn4j.blas.Backend;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Leaves;
import org.pinn4j.pde.Names;
import org.pinn4j.pde.Parameter;
import org.pinn4j.pde.Part;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Region;
import org.pinn4j.sampling.Grid;

/**
 * A trained function: the fields of a problem, everywhere in its domain, with exact derivatives. Immutable; any number of
 * threads may call it. Coordinates stand in the order of the problem's axes. A point outside the domain is an
 * {@link IllegalArgumentException} that names axis, value and bounds, unless the solution is {@link #extrapolating}.
 *
 * <p>Single points need no array and run in plain Java; each thread that calls {@code at} or {@code evaluate} is lent a
 * few kilobytes of work arrays, which the solution keeps for the next call. For many points take an {@link #evaluator}.
 */
public final class Solution {
    private static final int KEPT_EVALUATORS = 64;

    private final Model model;
    private final ModelCard card;
    private final Optional<Continuation> continuation;
    private final boolean everywhere;
    private final Lending<PointValue> first;
    private final Map<Expr, Evaluator> evaluators = new ConcurrentHashMap<>();

    /**
     * @param theta parameters of the networks in order, then the trainable coefficients as the optimiser sees them
     * @throws IllegalArgumentException if these do not belong together
     */
    public Solution(Problem problem, Ansatz ansatz, double[] theta, ModelCard card) {
        this(Model.of(problem, ansatz, theta, card), card, Optional.empty(), false);
    }

    /** As the constructor, but the caller gives theta away. */
    static Solution owning(Problem problem, Ansatz ansatz, double[] theta, ModelCard card) {
        return new Solution(
                new Model(problem, Pieces.one(ansatz, theta), Optional.empty()), card, Optional.empty(), false);
    }

    /**
     * One function in pieces along an axis. Pieces meet as well as they were made to, see {@link #jump}: at an edge the later
     * one answers, beyond the ends of the axis the outermost. One piece over the whole axis is the solution that the constructor
     * makes.
     * @param along an axis with two ends, neither periodic nor mirrored
     * @param pieces in their order, at most 100,000; they differ in the inputs and inner layers of their networks (at most
     *     256 lists of these) and in theta, but for coefficients and for networks of fields that do not vary along the axis
     * @throws IllegalArgumentException if these do not belong together
     */
    public static Solution of(Problem problem, Axis along, List<Piece> pieces, ModelCard card) {
        Args.given(problem, "problem", along, "along");
        Args.list(pieces, "pieces");
        Args.given(card, "card");
        Pieces checked = Pieces.of(problem, along, pieces);
        return new Solution(new Model(problem, checked, Optional.empty()), card, Optional.empty(), false);
    }

    private Solution(Model model, ModelCard card, Optional<Continuation> continuation, boolean everywhere) {
        this.model = model;
        this.card = card;
        this.continuation = continuation;
        this.everywhere = everywhere;
        this.first = new Lending<>(() -> new PointValue(model, model.ansatz.indexOf(model.fields.get(0))));
    }

    public Problem problem() {
        return model.problem;
    }

    /** In the order of the problem. */
    public List<Field> fields() {
        return model.fields;
    }

    /** That of the first piece; forms and folds are those of all of them, networks and what they see may not be. */
    public Ansatz ansatz() {
        return model.ansatz;
    }

    /**
     * A copy: networks in order, then trainable coefficients as the optimiser sees them. With several {@link #pieces} these are
     * the first one's numbers, which are not the whole function.
     */
    public double[] theta() {
        return model.pieces.theta(0).clone();
    }

    /**
     * What it consists of, in order. A solution in one piece has a single one, over the time of its problem or, where there is no
     * time, over the first axis (of one without ends, the range of finite numbers).
     */
    public List<Piece> pieces() {
        return model.pieces.list(model.problem);
    }

    Pieces parts() {
        return model.pieces;
    }

    /** The axis along which pieces follow each other; empty where there is one piece. */
    public Optional<Axis> along() {
        return model.pieces.size() == 1
                ? Optional.empty()
                : Optional.of(model.problem.axes().get(model.pieces.axis()));
    }

    /**
     * The largest size of the difference of each field between two pieces where they meet, in the order of {@link #fields} and in
     * their units, over 256 points of the domain that are always the same (of a shape, those that lie in it there). For all edges
     * take {@link #jumps}.
     * @param edge from 0: between the pieces {@code edge} and {@code edge + 1}
     */
    public double[] jump(int edge) {
        int edges = model.pieces.size() - 1;
        if (edge < 0 || edge >= edges) {
            throw new IllegalArgumentException("jump: no edge %d, there are %d between %s; they count from 0"
                    .formatted(edge, edges, Names.count(edges + 1, "piece")));
        }
        return new Jumps(model).at(edge);
    }

    /** The {@link #jump} at each edge, [pieces − 1][fields]. */
    public double[][] jumps() {
        if (model.pieces.size() == 1) {
            return new double[0][];
        }
        Jumps jumps = new Jumps(model);
        return IntStream.range(0, model.pieces.size() - 1).mapToObj(jumps::at).toArray(double[][]::new);
    }

    public ModelCard card() {
        return card;
    }

    /** The same function with another card. */
    public Solution withCard(ModelCard newCard) {
        return new Solution(model, Args.given(newCard, "newCard"), continuation, everywhere);
    }

    /** How it was trained; empty if it was not, or if the file it comes from did not hold it yet. */
    public Optional<Continuation> continuation() {
        return continuation;
    }

    /** The same function with what a run needs to go on from it. */
    public Solution withContinuation(Continuation trained) {
        return new Solution(model, card, Optional.of(Args.given(trained, "trained")), everywhere);
    }

    /** The same function evaluated by this linear algebra; otherwise by the one that {@code auto} chooses. */
    public Solution withBackend(Backend backend) {
        return new Solution(model.with(Args.given(backend, "backend")), card, continuation, everywhere);
    }

    /** The functions given as code that statement and ansatz use, by name. */
    public Map<String, Expr> functions() {
        return FunctionSamples.of(model.problem, model.ansatz);
    }

    /** How the solve ended. */
    public Outcome outcome() {
        return card.outcome();
    }

    /**
     * This solution, unless it is not what was asked for.
     * @throws SolveException with numbers and advice after NON_FINITE and UNRESOLVED, and after STALLED or BUDGET_SPENT where a tolerance
     *     was given
     */
    public Solution orThrow() {
        if (card.failed()) {
            String name = model.problem.name();
            throw new SolveException((name.isEmpty() ? "" : name + ": ") + card.failure(), this);
        }
        return this;
    }

    /** The same function without a check of the domain; what it says out there nobody has trained. */
    public Solution extrapolating() {
        return new Solution(model, card, continuation, true);
    }

    /** The value of an identified coefficient. */
    public double value(Parameter p) {
        return model.coefficient(Args.given(p, "p"));
    }

    /** The identified coefficients in the order of the problem, with what is known about their uncertainty. */
    public List<Coefficient> coefficients() {
        return model.parameters.stream()
                .map(p -> new Coefficient(
                        p.name(),
                        value(p),
                        Optional.ofNullable(card.uncertainties().get(p.name()))))
                .toList();
    }

    /**
     * The first field at a point of a one-dimensional problem: the first that the equations name, in the order in which they were
     * added, {@code fields().get(0)}. Allocates nothing after a thread's first call.
     */
    public double at(double a) {
        model.requireAxes(1);
        PointValue point = first.take();
        point.x[0] = a;
        return value(point);
    }

    /** The first field at a point of a problem with two axes. */
    public double at(double a, double b) {
        model.requireAxes(2);
        PointValue point = first.take();
        point.x[0] = a;
        point.x[1] = b;
        return value(point);
    }

    /** The first field at a point of a problem with three axes. */
    public double at(double a, double b, double c) {
        model.requireAxes(3);
        PointValue point = first.take();
        point.x[0] = a;
        point.x[1] = b;
        point.x[2] = c;
        return value(point);
    }

    /** The first field at a point. */
    public double at(double... coordinates) {
        Args.given(coordinates, "coordinates");
        model.requireAxes(coordinates.length);
        PointValue point = first.take();
        System.arraycopy(coordinates, 0, point.x, 0, coordinates.length);
        return value(point);
    }

    private double value(PointValue lent) {
        try {
            return lent.evaluate(everywhere);
        } finally {
            first.giveBack(lent);
        }
    }

    /**
     * Any expression of the fields, the coordinates and the coefficients, with exact derivatives: {@code u.d(x)}. It is
     * compiled at the first call; the last few expressions stay compiled.
     */
    public double evaluate(Expr e, double... coordinates) {
        Args.given(e, "e", coordinates, "coordinates");
        return e.equals(fields().get(0)) ? at(coordinates) : compiled(e).at(coordinates)[0];
    }

    private Evaluator compiled(Expr e) {
        Evaluator known = evaluators.get(e);
        if (known == null) {
            known = evaluator(e);
            if (evaluators.size() >= KEPT_EVALUATORS) {
                evaluators.clear();
            }
            evaluators.put(e, known);
        }
        return known;
    }

    /** Expressions compiled for many points; shared between threads. */
    public Evaluator evaluator(Expr... expressions) {
        return new Evaluator(model, everywhere, false, List.of(Args.array(expressions, "expressions")));
    }

    /**
     * The error against a reference on a grid of all axes (in any order), the start of time included.
     * @throws IllegalArgumentException if the grid has other axes, or the reference gives a value that is not finite
     */
    public ErrorReport compare(Reference reference, Grid grid) {
        Args.given(reference, "reference", grid, "grid");
        return new Comparison(this, reference, grid).report();
    }

    /** The integral of an expression over the interior or a part of the boundary; there it may use {@code u.dn()}. */
    public double integrate(Expr e, Region region) {
        return integral(e, region).value();
    }

    /** The integral over the length, area, volume ... of the region. */
    public double mean(Expr e, Region region) {
        return integral(e, region).value() / problem().domain().geometry(region).measure();
    }

    /** {@link #integrate} with an estimate of the error of the quadrature. */
    public Integral integral(Expr e, Region region) {
        Args.given(e, "e", region, "region");
        if (!region.hasNormal() && !Leaves.of(e).normals().isEmpty()) {
            throw new IllegalArgumentException(
                    "%s: %s has no normal; integrate over an end of a space axis or a part of the boundary"
                            .formatted(e, region));
        }
        problem().domain().requireOwn(region);
        Quadrature quadrature = new Quadrature(new Evaluator(model, everywhere, true, List.of(e)), model.axes());
        Integral sum = new Integral(0, 0, 0);
        List<Part.Piece> charts = problem().domain().geometry(region).charts();
        if (charts.isEmpty()) {
            throw new IllegalArgumentException(
                    region.cuts().isEmpty()
                            ? "%s: no quadrature is known for the %s of %s"
                                    .formatted(e, region, problem().domain())
                            : "%s: no quadrature is known for %s; integrate over the whole region, times a factor"
                                    .formatted(e, region));
        }
        for (Part.Piece chart : charts) {
            sum = sum.plus(quadrature.over(chart, model.pieces));
        }
        return sum;
    }

    /**
     * Writes all of it: statement, ansatz, parameters and card, under a checksum. Equal solutions give equal bytes; {@link #load}
     * gives back a solution with the same bits. Replaces the file whole or not at all.
     * @throws IllegalArgumentException if it holds something that has no text form, such as a network of an activation that
     *     is not in this library, or numbers that are not finite; nothing is written then
     */
    public void save(Path file) throws IOException {
        SolutionFile.write(Args.given(file, "file"), this);
    }

    /** Bytes of the file that {@link #save} makes. @throws IllegalArgumentException as there: it cannot be saved */
    public long fileSize() {
        return SolutionFile.size(this);
    }

    /**
     * Reads a saved solution, of this version or an older one. The file may come from anywhere.
     * @throws org.pinn4j.io.FormatException if it is not a solution, was changed since it was saved, cannot be evaluated, or is
     *     of a later version, which it names; or if it uses functions given as code, which it names too
     */
    public static Solution load(Path file) throws IOException {
        return load(file, Map.of());
    }

    /**
     * Reads a saved solution of a problem with functions given as code.
     * @param functions by name, made by {@link Expr#function} or {@link Expr#values}; held to the values that were saved
     * @throws org.pinn4j.io.FormatException if the file is not a solution, or a function is missing or another one
     */
    public static Solution load(Path file, Map<String, Expr> functions) throws IOException {
        Args.given(file, "file", functions, "functions");
        return SolutionFile.read(file, functions);
    }

    Model model() {
        return model;
    }

    /** The first field as a function of Hipparchus. */
    public MultivariateFunction asFunction() {
        return this::at;
    }

    @Override
    public String toString() {
        String name = model.problem.name().isEmpty() ? "solution" : "solution of " + model.problem.name();
        String found = coefficients().stream().map(c -> ", " + c).collect(Collectors.joining());
        return String.format(
                Locale.ROOT,
                "%s: %s over %s, %s%s, %s after %s, held-out residual %.2e%s",
                name,
                fields(),
                model.problem.axes(),
                Names.count(model.pieces.parameters(model.parameters.size()), "parameter"),
                along().map(a -> " in %d pieces along %s".formatted(model.pieces.size(), a.name()))
                        .orElse(""),
                card.outcome(),
                Names.count(card.steps(), "step"),
                card.heldOut(),
                found);
    }
}
