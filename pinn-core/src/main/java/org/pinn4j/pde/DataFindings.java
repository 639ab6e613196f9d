package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Given values that contradict each other where their regions meet, or do not continue across a periodic wrap. */
final class DataFindings {
    private static final double TOLERANCE = 1e-8;
    private static final int SAMPLES = 33;

    private final Problem problem;
    private final List<Value> values = new ArrayList<>();
    private final List<Finding> found = new ArrayList<>();

    /** A condition field = datum on one face. */
    private record Value(Condition condition, Region.Face face, Field field, Expr datum) {}

    private DataFindings(Problem problem) {
        this.problem = problem;
        for (Condition c : problem.conditions()) {
            ConditionForm form = ConditionForm.of(c);
            if (form.kind() == ConditionForm.Kind.VALUE) {
                Reading.ends(problem, c.region()).forEach(f -> values.add(new Value(c, f, form.field(), form.datum())));
            }
        }
    }

    static List<Finding> of(Problem problem) {
        DataFindings findings = new DataFindings(problem);
        for (int i = 0; i < findings.values.size(); i++) {
            for (int j = i + 1; j < findings.values.size(); j++) {
                findings.meet(findings.values.get(i), findings.values.get(j));
            }
        }
        findings.values.forEach(findings::wraps);
        return findings.found;
    }

    private void meet(Value a, Value b) {
        boolean meeting = a.face.equals(b.face) || !a.face.axis().equals(b.face.axis());
        String key = "disagree:" + a.condition.name() + "/" + b.condition.name();
        if (a.condition.equals(b.condition) || !a.field.equals(b.field) || !meeting || known(key)) {
            return;
        }
        double scale = Math.max(scale(a.datum, a.face), scale(b.datum, b.face));
        for (double[] point : points(List.of(a.face, b.face))) {
            double left = Evaluation.evaluate(a.datum, problem.axes(), point);
            double right = Evaluation.evaluate(b.datum, problem.axes(), point);
            if (!(Math.abs(left - right) <= TOLERANCE * scale)) { // written so that NaN disagrees too
                found.add(new Finding(
                        key,
                        "%s and %s give %s different values where %s and %s: %s and %s; correct one of them, or acknowledge it"
                                .formatted(
                                        a.condition.name(), b.condition.name(), a.field, a.face, b.face, left, right),
                        Finding.Severity.BLOCKING));
                return;
            }
        }
    }

    private boolean known(String key) {
        return found.stream().anyMatch(f -> f.key().equals(key));
    }

    private double scale(Expr e, Region.Face face) {
        return points(List.of(face)).stream()
                .mapToDouble(p -> Math.abs(Evaluation.evaluate(e, problem.axes(), p)))
                .filter(Double::isFinite)
                .max()
                .orElse(0);
    }

    /** Seeded points where all the faces meet, the ends of the other axes among them. */
    private List<double[]> points(List<Region.Face> faces) {
        Random random = new Random(2);
        return IntStream.range(0, SAMPLES)
                .mapToObj(i -> problem.axes().stream()
                        .mapToDouble(axis -> faces.stream()
                                .filter(f -> f.axis().equals(axis))
                                .mapToDouble(Region.Face::coordinate)
                                .findFirst()
                                .orElseGet(() -> i == 0 ? axis.min() : i == 1 ? axis.max() : inside(axis, random)))
                        .toArray())
                .toList();
    }

    private static double inside(Axis axis, Random random) {
        return axis.min() + axis.length() * random.nextDouble();
    }

    private void wraps(Value v) {
        for (Axis axis : problem.spaceAxes()) {
            boolean wrapped = problem.declaredPeriodic().contains(axis)
                    || problem.conditions().stream().anyMatch(c -> c.mentions(v.field) && Findings.isWrap(c, axis));
            if (wrapped && v.field.axes().contains(axis) && !axis.equals(v.face.axis())) {
                wrap(v, axis);
            }
        }
    }

    /** The first derivative of the datum, up to the order of the equation, that jumps across the wrap. */
    private void wrap(Value v, Axis axis) {
        int most = Leaves.of(v.datum).sampledFunctions().isEmpty()
                ? Reading.of(problem).order(v.field, axis)
                : 0;
        Expr derivative = v.datum;
        for (int k = 0; k <= most; k++) {
            Optional<String> jump = jump(derivative, v.face, axis);
            if (jump.isPresent()) {
                String what = k == 0 ? "datum" : "derivative of order " + k + " of the datum";
                String advice = k == 0
                        ? "correct it, or acknowledge it"
                        : "the condition cannot be met exactly by a smooth network";
                found.add(new Finding(
                        (k == 0 ? "wrap-jump:" : "wrap-slope:") + v.condition.name() + ":" + axis,
                        "%s: the %s jumps across the wrap in %s, %s; %s"
                                .formatted(v.condition.name(), what, axis, jump.get(), advice),
                        k == 0 ? Finding.Severity.BLOCKING : Finding.Severity.NOTE));
                return;
            }
            derivative = k < most ? derivative.d(axis) : derivative;
        }
    }

    private Optional<String> jump(Expr e, Region.Face face, Axis axis) {
        double bound = TOLERANCE * scale(e, face);
        int index = problem.axes().indexOf(axis);
        return points(List.of(face)).stream()
                .map(p -> DoubleStream.of(axis.min(), axis.max())
                        .map(end -> {
                            double[] moved = p.clone();
                            moved[index] = end;
                            return Evaluation.evaluate(e, problem.axes(), moved);
                        })
                        .toArray())
                .filter(ends -> !(Math.abs(ends[0] - ends[1]) <= bound))
                .map(ends ->
                        "%s at one end and %s at the other".formatted(Printer.number(ends[0]), Printer.number(ends[1])))
                .findFirst();
    }
}
