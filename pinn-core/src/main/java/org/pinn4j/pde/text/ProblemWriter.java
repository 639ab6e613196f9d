package org.pinn4j.pde.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.pinn4j.pde.Axes;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Coefficients;
import org.pinn4j.pde.Condition;
import org.pinn4j.pde.DataPoints;
import org.pinn4j.pde.DomainFormat;
import org.pinn4j.pde.DomainText;
import org.pinn4j.pde.Energy;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Parameter;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Region;
import org.pinn4j.pde.Symmetry;

/** Writes a statement, see {@link ProblemText}. */
final class ProblemWriter {
    /** Axes of one kind that are written by the name of their family. */
    private static final int LONG = 10;

    private final Problem problem;
    private final BiConsumer<String, double[]> arrays;
    private final boolean apart; // whether arrays are not in the text
    private int readings;
    private final List<Axes> families = new ArrayList<>();
    private final StringBuilder out = new StringBuilder();

    ProblemWriter(Problem problem) {
        this.problem = problem;
        this.arrays = this::array;
        this.apart = false;
    }

    /** @param arrays takes the arrays of the shape and of readings, which are not in the text then */
    ProblemWriter(Problem problem, BiConsumer<String, double[]> arrays) {
        this.problem = problem;
        this.arrays = arrays;
        this.apart = true;
    }

    private void line(String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    String write() {
        line("problem %s", quoted(problem.name()));
        axes();
        coefficients();
        DomainText.write(problem.domain()).ifPresent(this::domain);
        Set<Field> fields = new LinkedHashSet<>(problem.fields());
        problem.declaredSymmetries().forEach(s -> fields.addAll(s.parity().keySet()));
        fields.forEach(f -> line("field %s %s", f.name(), names(f.axes())));
        problem.parameters().forEach(this::parameter);
        problem.energies().forEach(this::energy);
        problem.statedConditions().forEach(this::condition);
        problem.declaredPeriodic().forEach(a -> line("periodic %s", a.name()));
        problem.declaredSymmetries().forEach(this::symmetry);
        problem.acknowledged().forEach((key, reason) -> line("acknowledge %s %s", quoted(key), quoted(reason)));
        return out.toString();
    }

    /** Those that sums go through, and long runs, by the name of their family. */
    private void axes() {
        Set<Axes> used = new LinkedHashSet<>();
        problem.conditions().forEach(c -> used.addAll(c.leaves().families()));
        Axes.among(problem.axes(), 1).stream()
                .filter(f -> f.count() >= LONG || used.contains(f))
                .forEach(families::add);
        for (Axis a : problem.axes()) {
            Axes family =
                    families.stream().filter(f -> f.at(1).equals(a)).findFirst().orElse(null);
            if (family != null) {
                line("axes %s %d %s %s", family.name(), family.count(), a.min(), a.max());
            } else if (families.stream().noneMatch(f -> f.all().contains(a))) {
                line("%s %s %s %s", kind(a), a.name(), a.min(), a.max());
            }
        }
    }

    private void coefficients() {
        Set<Coefficients> all = new LinkedHashSet<>();
        problem.conditions().forEach(c -> all.addAll(c.leaves().coefficients()));
        for (Coefficients c : all) {
            arrays.accept(ProblemText.COEFFICIENTS + c.name(), c.values());
            line("coefficients %s", c.name());
        }
    }

    private static String kind(Axis axis) {
        return axis.isTime() ? "time" : axis.isSpace() ? "space" : "parameter-axis";
    }

    private void domain(DomainText.Named shape) {
        DomainFormat.Stored s = shape.stored();
        line("domain %s %d %s %s", shape.format(), s.axes().size(), names(s.axes()), String.join(" ", s.words()));
        s.arrays().forEach(arrays);
    }

    private void array(String name, double[] values) {
        line(
                "array %s %s",
                name, DoubleStream.of(values).mapToObj(Double::toString).collect(Collectors.joining(" ")));
    }

    private String names(List<Axis> axes) {
        List<String> names = new ArrayList<>();
        for (int k = 0; k < axes.size(); k++) {
            Axis axis = axes.get(k);
            List<Axis> rest = axes.subList(k, axes.size());
            Axes family = families.stream()
                    .filter(f -> f.at(1).equals(axis) && f.count() <= rest.size())
                    .filter(f -> rest.subList(0, f.count()).equals(f.all()))
                    .findFirst()
                    .orElse(null);
            names.add(family == null ? axis.name() : family.name());
            k += family == null ? 0 : family.count() - 1;
        }
        return String.join(" ", names);
    }

    private void parameter(Parameter p) {
        switch (p.range()) {
            case FREE -> line("parameter %s %s", p.name(), p.start());
            case POSITIVE -> line("parameter %s %s positive", p.name(), p.start());
            case BETWEEN -> line("parameter %s %s between %s %s", p.name(), p.start(), p.min(), p.max());
        }
    }

    private void energy(Energy e) {
        line("energy %s", region(e.region()));
        line("density %s", ExprText.write(e.density()));
    }

    private void condition(Condition c) {
        line("condition %s %s%s", quoted(c.name()), region(c.region().whole()), c.terminal() ? " terminal" : "");
        c.region().cuts().forEach(this::cut);
        line("left %s", ExprText.write(c.equation().left()));
        line("right %s", ExprText.write(c.equation().right()));
        c.region().data().ifPresent(apart ? this::apart : this::points);
    }

    private void cut(Region cut) {
        if (cut instanceof Region.Between b) {
            line("between %s %s %s", b.axis().name(), b.from(), b.to());
        } else {
            line("where %s", ExprText.write(cut.lastCut().get(0)));
        }
    }

    private static String region(Region region) {
        return region.face()
                .map(f -> f.axis().name() + " " + f.side().name().toLowerCase(Locale.ROOT))
                .orElse(
                        region instanceof Region.Named named
                                ? "part " + quoted(named.name())
                                : region.isInterior() ? "interior" : region.isBoundary() ? "boundary" : "points");
    }

    private void apart(DataPoints data) {
        String key = ProblemText.READINGS + readings + ".";
        line("readings %d", readings++);
        arrays.accept(key + "points", data.coordinates());
        arrays.accept(key + "values", data.values());
        if (data.hasDeviations()) {
            arrays.accept(key + "deviations", data.deviations());
        }
    }

    private void points(DataPoints data) {
        for (int i = 0; i < data.count(); i++) {
            StringBuilder row = new StringBuilder("point");
            for (int a = 0; a < data.dimension(); a++) {
                row.append(' ').append(data.coordinate(a, i));
            }
            line("%s %s%s", row, data.value(i), data.hasDeviations() ? " sigma " + data.deviation(i) : "");
        }
    }

    private void symmetry(Symmetry s) {
        s.parity()
                .forEach((f, p) ->
                        line("%s %s %s %s", p > 0 ? "even" : "odd", s.axis().name(), s.centre(), f.name()));
    }

    static String quoted(String text) {
        String escaped = text.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
        return '"' + escaped + '"';
    }
}
