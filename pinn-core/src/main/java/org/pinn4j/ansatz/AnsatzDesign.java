package org.pinn4j.ansatz;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.pinn4j.args.Args;
import org.pinn4j.network.Architecture;
import org.pinn4j.network.Network;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Clause;
import org.pinn4j.pde.Condition;
import org.pinn4j.pde.Domain;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Gauge;
import org.pinn4j.pde.Leaves;
import org.pinn4j.pde.Lookup;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Reading;
import org.pinn4j.pde.Region;
import org.pinn4j.pde.Symmetries;
import org.pinn4j.pde.Symmetry;

/**
 * What a statement says about the form of its solution: exact symmetries, periodicity, and the conditions that an ansatz can
 * satisfy by construction. Immutable. A hard form is used only if the datum admits it; every decision is a line of
 * {@link #notes()}.
 */
public final class AnsatzDesign {
    private final Problem problem;
    private final Reading reading;
    private Domain place;
    private final List<Expr> features = new ArrayList<>();
    private final List<Fold> folds = new ArrayList<>();
    private final Map<Field, Expr> bases = new LinkedHashMap<>();
    private final Map<Field, Expr> factors = new LinkedHashMap<>();
    private final List<SoftCondition> soft = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<Axis> periodic;
    private final List<Clause> clauses; // on ends of axes
    private final List<Clause> onParts; // on other parts of the boundary
    private final boolean shared;

    private AnsatzDesign(Problem problem, List<Symmetry> symmetries, Design choice) {
        this.problem = problem;
        this.shared = choice.shared();
        this.place = problem.domain();
        this.reading = Reading.of(problem);
        this.periodic = reading.periodic();
        periodic.stream()
                .filter(a -> !problem.declaredPeriodic().contains(a))
                .forEach(a -> notes.add(
                        "%s: its wraps hold for the value and every derivative below the order, so it is periodic"
                                .formatted(a)));
        for (Axis axis : problem.axes()) {
            design(axis, periodic.contains(axis), symmetryIn(axis, symmetries));
        }
        if (choice.symmetries() && problem.domain().box().isPresent() && !Symmetries.searched(problem)) {
            notes.add("symmetries are not searched for among so many axes and conditions; declare those there are");
        }
        choice.inputs().forEach(check()::requireInput);
        features.addAll(choice.inputs());
        this.clauses = clauses();
        this.onParts = PartForms.clauses(reading);
        HardForms forms = new HardForms(
                reading,
                place,
                folds,
                periodic,
                choice.hard() ? clauses : List.of(),
                choice.hard() ? onParts : List.of(),
                notes);
        if (!choice.hard()) {
            notes.add("conditions are soft: the recipe asks for it");
        }
        for (Field field : problem.fields()) {
            bases.put(field, forms.base(field));
            factors.put(field, forms.factor(field));
        }
        reading.equations().forEach(c -> soft.add(new SoftCondition(c, c.region())));
        designed().filter(c -> !forms.isHard(c)).forEach(this::keepSoft);
        reading.data().forEach(c -> soft.add(new SoftCondition(c, c.region())));
        reading.gauges().forEach(this::fix);
    }

    /** Everything derived from the statement alone. */
    public static AnsatzDesign of(Problem problem) {
        return of(problem, List.of());
    }

    /**
     * The same with inputs of the user's choice beside the derived ones, for example {@link Features#layer}.
     * @throws IllegalArgumentException if an input is not periodic on a periodic axis, or not even about the centre of even
     *     fields: no condition stands there to make up for it
     */
    public static AnsatzDesign of(Problem problem, List<Expr> extraFeatures) {
        Args.given(problem, "problem");
        Args.list(extraFeatures, "extraFeatures");
        return new AnsatzDesign(
                problem, Symmetries.of(problem), Design.derived().withInputs(extraFeatures.toArray(Expr[]::new)));
    }

    static AnsatzDesign of(Problem problem, Design choice) {
        List<Symmetry> symmetries = choice.symmetries() ? Symmetries.of(problem) : Symmetries.declared(problem);
        AnsatzDesign design = new AnsatzDesign(problem, symmetries, choice);
        for (Design.Form form : choice.forms()) {
            if (!problem.fields().contains(form.field())) {
                throw new IllegalArgumentException(
                        "recipe: a form for %s, but the fields are %s".formatted(form.field(), problem.fields()));
            }
            design = design.with(form.field(), form.base(), form.factor(), form.reason());
        }
        return design;
    }

    private Optional<Symmetry> symmetryIn(Axis axis, List<Symmetry> symmetries) {
        Optional<Symmetry> found =
                symmetries.stream().filter(s -> s.axis().equals(axis)).findFirst();
        if (found.isPresent()
                && found.get().parity().values().stream().distinct().count() > 1) {
            notes.add("%s: not used, the fields differ in parity".formatted(found.get()));
            return Optional.empty();
        }
        if (found.isPresent() && tracesOn(axis)) {
            notes.add("%s: not used, a trace needs both ends of the axis".formatted(found.get()));
            return Optional.empty();
        }
        return found;
    }

    /** Whether a condition reads the field on an end of the axis; the wraps of a periodic one are met by its inputs. */
    private boolean tracesOn(Axis axis) {
        return reading.clauses().stream()
                .filter(c -> !(periodic.contains(axis) && c.isWrap()))
                .flatMap(c ->
                        Leaves.of(
                                c.condition().equation().left(),
                                c.condition().equation().right())
                                .traces()
                                .stream())
                .anyMatch(t -> t.region() instanceof Region.Face f && f.axis().equals(axis));
    }

    private void design(Axis axis, boolean periodic, Optional<Symmetry> symmetry) {
        if (symmetry.isEmpty()) {
            Axis extent = problem.domain().extent(axis);
            features.addAll(
                    periodic
                            ? Features.periodic(axis, axis.min(), 1)
                            : List.of(Features.scaled(axis, extent.min(), extent.max())));
            return;
        }
        Symmetry s = symmetry.get();
        double centre = periodic ? within(axis, s.centre()) : s.centre();
        double end = periodic ? centre + axis.length() / 2 : axis.max();
        boolean even = problem.fields().stream().allMatch(s::even);
        folds.add(new Fold(axis, centre, s.parity()));
        place = place.restricted(axis, centre, end);
        notes.add("%s: solved on [%s, %s]".formatted(s, centre, end));
        if (periodic) {
            features.add(Features.periodicEven(axis, centre));
        } else {
            features.add(
                    even || HardForms.oddToAllOrders(reading, axis)
                            ? Features.even(axis, centre, end - centre)
                            : Features.scaled(axis, centre, end));
        }
    }

    /** A periodic field has a second centre half a period away, with the same parity: the one with the upper half in the axis. */
    private static double within(Axis axis, double centre) {
        double half = axis.length() / 2;
        return centre + half > axis.max() + 1e-12 * axis.length() ? centre - half : centre;
    }

    /** What an ansatz may meet; the lower end of a folded axis is the mirror image of the upper one. */
    private List<Clause> clauses() {
        List<Clause> result = new ArrayList<>();
        for (Clause c : reading.clauses()) {
            boolean onEnd = c.part().face().isPresent();
            if (!onEnd || c.isWrap() && periodic.contains(c.axis())) {
                continue;
            }
            if (!folded(c.axis()) || c.side() == Region.Side.MAX) {
                result.add(c);
            } else if (!reading.clausesOn(c.axis(), Region.Side.MAX).contains(c.opposite())) {
                notes.add("%s is met by reflection: its image stands at %s = %s"
                        .formatted(c.condition().name(), c.axis(), c.axis().max()));
            }
        }
        return result;
    }

    private Stream<Clause> designed() {
        return Stream.concat(clauses.stream(), onParts.stream());
    }

    private boolean folded(Axis axis) {
        return folds.stream().anyMatch(f -> f.axis().equals(axis));
    }

    /** The free constant of a field costs the other equations nothing: no compromise is made with them. */
    private void fix(Gauge gauge) {
        if (folds.stream().noneMatch(f -> f.parity().get(gauge.field()) < 0)) { // an odd field has none
            Condition fixed = gauge.fixed(problem.domain(), place).named("constant of " + gauge.field());
            soft.add(new SoftCondition(fixed, fixed.region()));
            notes.add("%s: %s, for it is known up to %s".formatted(gauge.field(), fixed, gauge.constant()));
        }
    }

    private void keepSoft(Clause c) {
        SoftCondition kept = softened(c);
        if (!soft.contains(kept)) {
            soft.add(kept);
        }
    }

    private SoftCondition softened(Clause c) {
        if (c.part().face().isEmpty()) {
            return new SoftCondition(c.condition(), c.part());
        }
        Axis sampling = place.extent(place.axes().get(problem.axes().indexOf(c.axis())));
        return new SoftCondition(
                new Condition(c.condition().equation(), c.part(), c.condition().name()),
                new Region.Face(sampling, c.side()));
    }

    /**
     * Replaces base and factor of a field (knowledge of the user's): u = base + factor·N. The values and initial slopes that
     * this form has whatever N is become hard; those that it misses stay in the loss.
     * @throws IllegalArgumentException if base or factor breaks a symmetry or a wrap of this design, or it has no such field
     */
    public AnsatzDesign with(Field field, Expr base, Expr factor, String reason) {
        Args.given(field, "field", base, "base");
        Args.given(factor, "factor", reason, "reason");
        if (!problem.fields().contains(field)) {
            throw new IllegalArgumentException(Lookup.missing(field, problem.fields()));
        }
        FormCheck check = check();
        check.requireForm(field, base);
        check.requireForm(field, factor);
        AnsatzDesign copy = new AnsatzDesign(this);
        copy.bases.put(field, base);
        copy.factors.put(field, factor);
        copy.notes.add(reason);
        designed().filter(c -> c.isValueOf(field) || c.isSlopeInTimeOf(field)).forEach(c -> {
            boolean met = check.meets(c, base, factor);
            copy.soft.remove(softened(c));
            if (!met) {
                copy.keepSoft(c);
            }
            copy.retell(c, met ? "hard: the form given for %s has it" : "soft: the form given for %s misses it");
        });
        return copy;
    }

    /**
     * The same with the phase of each periodic axis that is not folded in place of its cosine and sine. A network that sees a
     * phase is periodic only if its first layer multiplies it by whole numbers: nothing here sees to that. An axis along which no
     * equation differentiates is an interval: its data may have a kink where the ends meet, and no equation would smooth it.
     */
    public AnsatzDesign withPhases() {
        AnsatzDesign copy = new AnsatzDesign(this);
        copy.features.clear();
        copy.features.addAll(new Phases(reading).in(features));
        return copy;
    }

    /**
     * The same with more inputs, after those it has.
     * @throws IllegalArgumentException if one breaks a symmetry or a wrap of this design
     */
    public AnsatzDesign withInputs(List<Expr> more) {
        Args.list(more, "more").forEach(check()::requireInput);
        AnsatzDesign copy = new AnsatzDesign(this);
        copy.features.addAll(more);
        return copy;
    }

    /**
     * The same on a slab of time: points are drawn there, and what is known at its start stands in the place of the conditions
     * at the start of time, on whose end nothing may stand.
     * @param starts at points of the start of the slab; empty for the first one, which keeps those of the statement
     */
    public AnsatzDesign onSlab(Axis time, double from, double to, List<Condition> starts) {
        Args.given(time, "time", starts, "starts");
        AnsatzDesign copy = new AnsatzDesign(this);
        copy.place = place.restricted(time, from, to);
        Region start = new Region.Face(time.within(from, to), Region.Side.MIN);
        copy.soft.removeIf(s -> s.condition().region().isEndOf(time) && !starts.isEmpty());
        copy.soft.replaceAll(s -> s.condition().region().isEndOf(time) ? new SoftCondition(s.condition(), start) : s);
        starts.forEach(c -> copy.soft.add(new SoftCondition(c, c.region())));
        return copy;
    }

    /** Whether a feature is the phase of a periodic axis, see {@link #withPhases}. */
    public boolean isPhase(Expr feature) {
        return new Phases(reading).has(Args.given(feature, "feature"));
    }

    /** What is said of a clause in place of what was said before. */
    private void retell(Clause c, String verdict) {
        String head = c + " is ";
        notes.removeIf(n -> n.equals(head + "hard") || n.startsWith(head + "hard: ") || n.startsWith(head + "soft: "));
        notes.add(head + verdict.formatted(c.form().field()));
    }

    private FormCheck check() {
        return new FormCheck(reading, place, folds, periodic);
    }

    private AnsatzDesign(AnsatzDesign other) {
        problem = other.problem;
        place = other.place;
        features.addAll(other.features);
        folds.addAll(other.folds);
        bases.putAll(other.bases);
        factors.putAll(other.factors);
        soft.addAll(other.soft);
        notes.addAll(other.notes);
        periodic = other.periodic;
        clauses = other.clauses;
        onParts = other.onParts;
        reading = other.reading;
        shared = other.shared;
    }

    /** The problem's domain, along a folded axis from its centre on: where points are drawn. */
    public Domain place() {
        return place;
    }

    public List<Expr> features() {
        return List.copyOf(features);
    }

    public List<Fold> folds() {
        return List.copyOf(folds);
    }

    public Expr base(Field field) {
        return bases.get(Args.given(field, "field"));
    }

    public Expr factor(Field field) {
        return factors.get(Args.given(field, "field"));
    }

    /** What the loss has to do: the equations, and the conditions that no ansatz satisfies. */
    public List<SoftCondition> softConditions() {
        return List.copyOf(soft);
    }

    /** One line per decision, for logs and files. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    /** The fields that share a network, in the order of their first. */
    public List<FieldGroup> groups() {
        return FieldGroup.of(problem.fields(), features, shared);
    }

    /** The networks of a family, one for each group. */
    public List<Network> networks(Architecture architecture) {
        Args.given(architecture, "architecture");
        return groups().stream().map(g -> g.network(architecture)).toList();
    }

    /** The ansatz with one network for all fields, which have the same axes; field m multiplied by {@code scale[m]}. */
    public Ansatz build(Network network, double... scale) {
        return build(List.of(Args.given(network, "network")), scale);
    }

    /** The ansatz with a network for each of the {@link #groups}, field m of the problem multiplied by {@code scale[m]}. */
    public Ansatz build(List<Network> networks, double... scale) {
        Args.list(networks, "networks");
        Args.atLeast(problem.fields().size(), scale, "scale");
        List<Field> fields = problem.fields();
        return new Ansatz(
                problem.axes(),
                features,
                networks,
                IntStream.range(0, fields.size())
                        .mapToObj(m -> form(fields.get(m), scale[m]))
                        .toList(),
                folds);
    }

    private Ansatz.Form form(Field field, double scale) {
        List<FieldGroup> groups = groups();
        int network = FieldGroup.find(groups, field);
        int output = groups.get(network).fields().indexOf(field);
        return new Ansatz.Form(field, bases.get(field), factors.get(field).times(scale), network, output);
    }
}
