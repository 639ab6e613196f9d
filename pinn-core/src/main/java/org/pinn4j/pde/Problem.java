package org.pinn4j.pde;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.pinn4j.args.Args;

/**
 * Equations on regions of a domain, a box of axes or another shape: the whole statement of a problem. Immutable: every method
 * returns another one.
 * What a single equation can do wrong is an error where it is added; what only the whole can show is a {@link Finding}.
 */
public final class Problem {
    private final String name;
    private final Domain domain;
    private final List<Condition> stated;
    private final List<Energy> energies;
    private final List<Condition> conditions; // with those that follow from the energies
    private final Optional<EulerLagrange> derived;
    private final List<Field> fields;
    private final List<Parameter> parameters;
    private final List<Axis> periodic;
    private final List<Parity> parities;
    private final Map<String, String> acknowledged;

    private Problem(
            String name,
            Domain domain,
            List<Condition> stated,
            List<Energy> energies,
            List<Field> fields,
            List<Parameter> parameters,
            List<Axis> periodic,
            List<Parity> parities,
            Map<String, String> acknowledged) {
        this.name = name;
        this.domain = domain;
        this.stated = stated;
        this.energies = energies;
        this.fields = fields;
        this.parameters = parameters;
        this.periodic = periodic;
        this.parities = parities;
        this.acknowledged = acknowledged;
        boolean whole = energies.stream().anyMatch(e -> e.region().isInterior());
        this.derived = whole ? Optional.of(new EulerLagrange(this, energies)) : Optional.empty();
        this.conditions = derived.map(this::withDerived).orElse(stated);
    }

    /** In the interior first, and under names of their own. */
    private List<Condition> withDerived(EulerLagrange from) {
        Stated all = new Stated(this);
        from.conditions().forEach(c -> all.derive(c, from.jump().isPresent()));
        List<Condition> more =
                all.conditions().subList(stated.size(), all.conditions().size());
        return Stream.of(
                        more.stream().filter(c -> c.region().isInterior()),
                        stated.stream(),
                        more.stream().filter(c -> !c.region().isInterior()))
                .flatMap(c -> c)
                .toList();
    }

    /** A problem without equations over these axes; points list their coordinates in this order. */
    public static Problem over(Axis... axes) {
        Args.array(axes, "axes");
        List<Axis> list = AxisList.of(List.of(axes));
        if (list.isEmpty() || list.stream().map(Axis::name).distinct().count() < list.size()) {
            throw new IllegalArgumentException(
                    "Problem.over%s: need one or more axes of different names".formatted(Names.tuple(list)));
        }
        if (list.stream().filter(Axis::isTime).count() > 1) {
            throw new IllegalArgumentException(
                    "Problem.over%s: more than one time axis; make all but one Axis.of".formatted(Names.tuple(list)));
        }
        return over(new Box(list));
    }

    /** A problem without equations over the box of a family of axes and others. */
    public static Problem over(Axes axes, Axis... more) {
        Args.given(axes, "axes");
        return over(axes.and(more));
    }

    /** A problem without equations on this shape; points list their coordinates in the order of its axes. */
    public static Problem over(Domain domain) {
        Args.given(domain, "domain");
        return new Problem("", domain, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), Map.of());
    }

    /** A problem without equations on the product of a shape with time, parameters or another direction. */
    public static Problem over(Domain domain, Axis... more) {
        Args.given(domain, "domain");
        Args.array(more, "more");
        return over(domain.times(more));
    }

    /** Adds an equation that holds in the interior. */
    public Problem require(Equation equation) {
        Args.given(equation, "equation");
        return require(equation.on(Region.interior()));
    }

    /**
     * Adds an equation on its region. An unnamed condition is called by its region: pde, initial, boundary, data. For hundreds of
     * conditions take a {@link ProblemBuilder}.
     * @throws IllegalArgumentException in one line, with the equation, the value and the remedy
     */
    public Problem require(Condition condition) {
        return new ProblemBuilder(this).require(condition).build();
    }

    /**
     * Looks for the fields that make an energy least, in place of equations in the interior: the integral of a density of the
     * coordinates, the fields and their first derivatives. Its Euler-Lagrange equations are the {@link #conditions} in the
     * interior; where no value is given on the boundary its natural conditions hold. Said twice, the densities are added.
     * @throws IllegalArgumentException in one line, with the density, the value and the remedy: a derivative of second order, an
     *     evolution in time, an energy that is unbounded below as far as its tree shows it
     */
    public Problem minimising(Expr density) {
        return minimising(density, Region.interior());
    }

    /** With the integral of a density of values over a whole part of the boundary in the energy. */
    public Problem minimising(Expr density, Region region) {
        Args.given(density, "density", region, "region");
        return new ProblemBuilder(this).minimising(new Energy(density, region)).build();
    }

    /** The same with an energy in place of the equations in the interior. */
    Problem withEnergy(Expr density) {
        return new Problem(
                name,
                domain,
                stated.stream().filter(c -> !c.region().isInterior()).toList(),
                List.of(new Energy(density, Region.interior())),
                fields,
                parameters,
                periodic,
                parities,
                acknowledged);
    }

    /** The same place and name with other conditions and declarations. */
    Problem with(Stated stated, Collection<Axis> across, Collection<Parity> mirrored, Map<String, String> meant) {
        return new Problem(
                name,
                domain,
                List.copyOf(stated.conditions()),
                List.copyOf(stated.energies()),
                List.copyOf(stated.fields()),
                List.copyOf(stated.parameters()),
                List.copyOf(across),
                List.copyOf(mirrored),
                Collections.unmodifiableMap(new LinkedHashMap<>(meant)));
    }

    /** Every field continues with all its derivatives across the ends of a space axis. */
    public Problem periodicIn(Axis axis) {
        Args.given(axis, "axis");
        return new ProblemBuilder(this).periodicIn(axis).build();
    }

    /** Every field changes sign under axis → 2·centre − axis. */
    public Problem oddIn(Axis axis, double centre) {
        Args.given(axis, "axis");
        return with(axis, centre, -1, List.of());
    }

    /** These fields change sign under axis → 2·centre − axis. */
    public Problem oddIn(Axis axis, double centre, Field... of) {
        Args.given(axis, "axis");
        Args.array(of, "of");
        return with(axis, centre, -1, List.of(of));
    }

    /** No field changes under axis → 2·centre − axis. */
    public Problem evenIn(Axis axis, double centre) {
        Args.given(axis, "axis");
        return with(axis, centre, 1, List.of());
    }

    /** These fields do not change under axis → 2·centre − axis. */
    public Problem evenIn(Axis axis, double centre, Field... of) {
        Args.given(axis, "axis");
        Args.array(of, "of");
        return with(axis, centre, 1, List.of(of));
    }

    private Problem with(Axis axis, double centre, int sign, List<Field> of) {
        return new ProblemBuilder(this).parity(axis, centre, sign, of).build();
    }

    Parity parity(Axis axis, double centre, int sign, List<Field> of) {
        StatementCheck.spaceAxis(this, sign > 0 ? "evenIn" : "oddIn", axis);
        Axis extent = domain.extent(axis);
        if (!(extent.min() <= centre && centre <= extent.max())) {
            throw new IllegalArgumentException("%s(%s, %s): need a centre in [%s, %s]"
                    .formatted(sign > 0 ? "evenIn" : "oddIn", axis, centre, extent.min(), extent.max()));
        }
        return new Parity(axis, centre, sign, List.copyOf(of));
    }

    /** States that a finding is meant. The reason is kept and printed. */
    public Problem acknowledge(Finding finding, String reason) {
        Args.given(finding, "finding", reason, "reason");
        return acknowledge(finding.key(), reason);
    }

    /**
     * States that the finding with this {@link Finding#key()} is meant, before or after the conditions that it is about. The
     * reason is kept and printed.
     * @throws IllegalArgumentException if there is no reason, or no finding has such a key in any statement
     */
    public Problem acknowledge(String findingKey, String reason) {
        Args.given(findingKey, "findingKey", reason, "reason");
        return new ProblemBuilder(this).acknowledge(findingKey, reason).build();
    }

    static void requireReason(String findingKey, String reason) {
        FindingKinds.require(findingKey);
        if (reason.isBlank()) {
            throw new IllegalArgumentException(
                    "acknowledge %s: say in a few words why it is meant".formatted(findingKey));
        }
    }

    /** The same statement under a name for tables and files. */
    public Problem named(String newName) {
        Args.given(newName, "newName");
        return new Problem(newName, domain, stated, energies, fields, parameters, periodic, parities, acknowledged);
    }

    /** Empty unless {@link #named}. */
    public String name() {
        return name;
    }

    /** Where the statement holds. */
    public Domain domain() {
        return domain;
    }

    public List<Axis> axes() {
        return domain.axes();
    }

    public Optional<Axis> time() {
        return axes().stream().filter(Axis::isTime).findFirst();
    }

    public List<Axis> spaceAxes() {
        return axes().stream().filter(Axis::isSpace).toList();
    }

    /** In the order of first appearance. */
    public List<Field> fields() {
        return fields;
    }

    /** In the order of first appearance. */
    public List<Parameter> parameters() {
        return parameters;
    }

    /**
     * All of them in the order of statement, each with a name of its own; of energies the equations and natural conditions that
     * follow from them too.
     */
    public List<Condition> conditions() {
        return conditions;
    }

    /** Those that were stated, without what follows from energies. */
    public List<Condition> statedConditions() {
        return stated;
    }

    /** What is minimised, in the order of statement; empty for a statement of equations. */
    public List<Energy> energies() {
        return energies;
    }

    /** The Euler-Lagrange equations of the energies as balances of fluxes, by field; empty for a statement of equations. */
    List<Flux> fluxes() {
        return derived.map(EulerLagrange::fluxes).orElse(List.of());
    }

    /**
     * Why the conditions, each at its points, do not say all that the energy says: its flux jumps, and that the flux goes through
     * the jump is no equation at a point. Empty for every other statement.
     */
    public Optional<String> onlyWeakly() {
        return derived.flatMap(EulerLagrange::jump);
    }

    /** The axes of {@link #periodicIn} alone; {@link Reading#periodic} knows those too that stated wraps make periodic. */
    public List<Axis> declaredPeriodic() {
        return periodic;
    }

    /** Declared by {@link #oddIn} and {@link #evenIn}, joined by axis and centre; a field not named is not in the map. */
    public List<Symmetry> declaredSymmetries() {
        return Parity.joined(parities, fields);
    }

    /** What looks wrong with the whole, acknowledged or not. */
    public List<Finding> findings() {
        return Findings.of(this);
    }

    /** The findings that the statement has not acknowledged. */
    public List<Finding> openFindings() {
        return findings().stream()
                .filter(f -> !acknowledged.containsKey(f.key()))
                .toList();
    }

    /** The open findings that stop a solve. */
    public List<Finding> blockingFindings() {
        return openFindings().stream().filter(Finding::blocking).toList();
    }

    /** Reasons by finding key. */
    public Map<String, String> acknowledged() {
        return acknowledged;
    }

    /**
     * The same problem in other units: each axis becomes the affine image of itself that {@code axes} names, each field u
     * becomes factor · u of the new axes; derivatives get the factors of the chain rule. What is not named stays.
     * @param axes old axis to new axis of any length and origin
     * @param fields old field to new field over the new axes, to rename it
     * @param factors by old field, not zero
     */
    public Problem rescaled(Map<Axis, Axis> axes, Map<Field, Field> fields, Map<Field, Double> factors) {
        Args.map(axes, "axes");
        Args.map(fields, "fields");
        Args.map(factors, "factors");
        return new Rescaling(axes, fields, factors).of(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Problem p
                && name.equals(p.name)
                && domain.equals(p.domain)
                && stated.equals(p.stated)
                && energies.equals(p.energies)
                && periodic.equals(p.periodic)
                && declaredSymmetries().equals(p.declaredSymmetries())
                && acknowledged.equals(p.acknowledged);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, domain, stated, energies, periodic);
    }

    /** The statement, one condition a line. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(name.isEmpty() ? "problem" : name).append(" over ");
        text.append(String.join(", ", Extents.of(domain)));
        text.append(domain.box().isPresent() ? "" : ", " + domain);
        energies.forEach(e -> text.append("\n  ").append(e));
        conditions.forEach(
                c -> text.append("\n  ").append(c.name()).append(": ").append(c));
        periodic.forEach(a -> text.append("\n  periodic in ").append(a));
        declaredSymmetries().forEach(s -> text.append("\n  ").append(s));
        acknowledged.forEach((key, why) ->
                text.append("\n  acknowledged ").append(key).append(": ").append(why));
        return text.toString();
    }

    List<Parity> parities() {
        return parities;
    }
}
