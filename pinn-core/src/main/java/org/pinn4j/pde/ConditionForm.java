package org.pinn4j.pde;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pinn4j.args.Args;

/**
 * What kind of condition an equation on an end of an axis is, found from its tree: {@code 2·u - 2·sin(x) = 0} is a value too.
 * @param field the one field it is about; null for OTHER, see {@link #field()}
 * @param datum the known right-hand side after solving for the left one; zero for WRAP, null for OTHER
 */
public record ConditionForm(Kind kind, Field field, Expr datum) {
    /** What the condition fixes. */
    public enum Kind {
        /** field = datum: Dirichlet, or the initial value. */
        VALUE,
        /** ∂field/∂t = datum on an end of time. */
        FIRST_TIME_DERIVATIVE,
        /** ∂field/∂axis = datum on one end of a space axis; on several ends at once as written: along the axis, or outward. */
        NEUMANN,
        /** A combination of the value and the derivative across an end = datum, in the scale it was written in. */
        ROBIN,
        /** The field or one of its derivatives equals its own trace on the opposite end. */
        WRAP,
        /** Anything else: nonlinear, of several fields, with a trainable coefficient, or not on an end. */
        OTHER
    }

    private static final ConditionForm OTHER = new ConditionForm(Kind.OTHER, null, null);

    public static ConditionForm of(Condition condition) {
        Args.given(condition, "condition");
        Region region = condition.region();
        if (!region.hasNormal() && !region.isEndOfTime()) {
            return OTHER;
        }
        Expr residual = condition.equation().residual();
        return Linear.of(region.face().map(f -> onFace(residual, f)).orElse(residual))
                .map(linear -> classify(linear, region))
                .orElse(OTHER);
    }

    @Override
    public Field field() {
        return present(field, "one field");
    }

    @Override
    public Expr datum() {
        return present(datum, "a datum");
    }

    private <T> T present(T value, String what) {
        if (value == null) {
            throw new IllegalStateException(
                    "a condition of kind OTHER has not %s; ask for kind() first".formatted(what));
        }
        return value;
    }

    /** The normal of a face of the box is known: ±1 along its axis, 0 along the others. */
    static Expr onFace(Expr residual, Region.Face face) {
        return residual.substitute(e -> {
            if (!(e instanceof Normal n)) {
                return null;
            }
            boolean across = n.axis().equals(face.axis());
            return switch (face.side()) {
                case MIN -> new Constant(across ? -1 : 0);
                case MAX -> new Constant(across ? 1 : 0);
                case BOTH -> across ? n : Constant.ZERO;
            };
        });
    }

    private static ConditionForm classify(Linear linear, Region region) {
        Map<Expr, Expr> unknowns = linear.coefficients();
        Set<Field> fields = Leaves.of(unknowns.keySet().toArray(Expr[]::new)).fields();
        Leaves known = Leaves.of(linear.rest());
        boolean free = unknowns.values().stream()
                .anyMatch(c -> !Leaves.of(c).parameters().isEmpty());
        if (fields.size() != 1 || !known.parameters().isEmpty() || known.measured() || free) {
            return OTHER;
        }
        Field field = fields.iterator().next();
        if (unknowns.keySet().stream().anyMatch(Trace.class::isInstance)) {
            return isWrap(linear, region) ? new ConditionForm(Kind.WRAP, field, Constant.ZERO) : OTHER;
        }
        Kind kind = kind(field, unknowns.keySet(), region);
        boolean skew = region.face().isEmpty() && kind != Kind.VALUE && kind != Kind.OTHER && !outward(unknowns);
        return skew ? OTHER : scaled(kind, field, linear);
    }

    /** Divided by the coefficient if that is a plain number or the normal; otherwise only Robin keeps its scale. */
    private static ConditionForm scaled(Kind kind, Field field, Linear linear) {
        Expr datum = linear.rest().negate();
        if (kind == Kind.ROBIN || kind == Kind.OTHER) {
            return kind == Kind.OTHER ? OTHER : new ConditionForm(kind, field, datum);
        }
        Optional<Expr> divisor = kind == Kind.NEUMANN
                ? commonFactor(linear)
                : linear.coefficients().values().stream().findFirst();
        return divisor.filter(Constant.class::isInstance)
                .map(c -> new ConditionForm(kind, field, datum.times(1 / ((Constant) c).value())))
                .orElse(OTHER);
    }

    /** Whether every derivative comes with the normal along its own axis, as in {@link Field#dn()}. */
    private static boolean outward(Map<Expr, Expr> unknowns) {
        return unknowns.entrySet().stream()
                .allMatch(e -> e.getKey() instanceof Field
                        || e.getKey() instanceof Derivative d
                                && Leaves.of(e.getValue())
                                        .normals()
                                        .equals(Set.of(new Normal(
                                                d.field().axes().get(d.orders().indexOf(1))))));
    }

    /** The number that multiplies every n_a ∂_a u of a normal derivative, or the one coefficient of ∂_a u. */
    private static Optional<Expr> commonFactor(Linear linear) {
        Set<Expr> factors = new LinkedHashSet<>();
        linear.coefficients().forEach((state, c) -> {
            Set<Normal> normals = Leaves.of(c).normals();
            factors.add(normals.isEmpty() ? c : c.over(normals.iterator().next()));
        });
        return factors.size() == 1 ? Optional.of(factors.iterator().next()) : Optional.empty();
    }

    private static Kind kind(Field field, Set<Expr> states, Region region) {
        boolean time = region.isEndOfTime();
        boolean value = states.contains(field);
        boolean slopes = states.stream().allMatch(s -> s.equals(field) || isSlope((Derivative) s, region));
        if (states.size() == 1 && value) {
            return Kind.VALUE;
        }
        if (!slopes) {
            return Kind.OTHER;
        }
        return time ? (value ? Kind.OTHER : Kind.FIRST_TIME_DERIVATIVE) : value ? Kind.ROBIN : Kind.NEUMANN;
    }

    /** A first derivative across the face, or on the whole boundary along any space axis. */
    private static boolean isSlope(Derivative state, Region region) {
        int sum = state.orders().stream().mapToInt(Integer::intValue).sum();
        Axis along = state.field().axes().get(Math.max(0, state.orders().indexOf(1)));
        return sum == 1 && (region.face().isEmpty() ? along.isSpace() : region.isEndOf(along));
    }

    private static boolean isWrap(Linear linear, Region region) {
        if (!region.isOneEnd()
                || linear.coefficients().size() != 2
                || !linear.rest().equals(Constant.ZERO)) {
            return false;
        }
        Region.Face here = region.face().orElseThrow();
        Region.Face there = here.opposite();
        Map<Expr, Expr> c = linear.coefficients();
        return c.keySet().stream()
                .filter(e -> !(e instanceof Trace))
                .anyMatch(e -> c.containsKey(new Trace(e, there))
                        && c.get(new Trace(e, there)).negate().equals(c.get(e)));
    }
}
