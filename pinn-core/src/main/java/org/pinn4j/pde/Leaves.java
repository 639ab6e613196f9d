package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.pinn4j.args.Args;

/** What an expression is made of, each kind in the order of first appearance and without repetition. Immutable once made. */
public final class Leaves {
    private final Set<Derivative> states = new LinkedHashSet<>();
    private final Set<Derivative> statesHere = new LinkedHashSet<>();
    private final Set<Axis> axes = new LinkedHashSet<>();
    private final Set<Parameter> parameters = new LinkedHashSet<>();
    private final Set<CoordinateFunction> coordinateFunctions = new LinkedHashSet<>();
    private final Set<SampledFunction> sampledFunctions = new LinkedHashSet<>();
    private final Set<Normal> normals = new LinkedHashSet<>();
    private final Set<Axes> families = new LinkedHashSet<>();
    private final Set<Coefficients> coefficients = new LinkedHashSet<>();
    private final Set<Trace> traces = new LinkedHashSet<>();
    private final List<Double> numbers = new ArrayList<>();
    private boolean measured;
    private boolean mayJump;

    private Leaves() {}

    public static Leaves of(Expr... expressions) {
        Args.array(expressions, "expressions");
        Leaves leaves = new Leaves();
        Walk walk = leaves.new Walk();
        for (Expr e : expressions) {
            leaves.mayJump |= Node.has(e, Node.KINKED | Node.FRACTIONAL | Node.STEEP);
            e.accept(walk);
        }
        return leaves;
    }

    /** Fields and their derivatives, a field itself with all orders zero; those inside traces too. */
    public Set<Derivative> states() {
        return Collections.unmodifiableSet(states);
    }

    /** Those outside traces. */
    public Set<Derivative> statesHere() {
        return Collections.unmodifiableSet(statesHere);
    }

    public Set<Field> fields() {
        Set<Field> fields = new LinkedHashSet<>();
        states.forEach(s -> fields.add(s.field()));
        return fields;
    }

    /** Axes whose coordinate is used, the arguments of functions among them. */
    public Set<Axis> axes() {
        return Collections.unmodifiableSet(axes);
    }

    public Set<Parameter> parameters() {
        return Collections.unmodifiableSet(parameters);
    }

    public Set<CoordinateFunction> coordinateFunctions() {
        return Collections.unmodifiableSet(coordinateFunctions);
    }

    public Set<SampledFunction> sampledFunctions() {
        return Collections.unmodifiableSet(sampledFunctions);
    }

    /** Functions given as code, of both kinds. */
    public Set<Expr> functions() {
        Set<Expr> functions = new LinkedHashSet<>(coordinateFunctions);
        functions.addAll(sampledFunctions);
        return functions;
    }

    public Set<Normal> normals() {
        return Collections.unmodifiableSet(normals);
    }

    public Set<Trace> traces() {
        return Collections.unmodifiableSet(traces);
    }

    /** Of axes that sums over an index go through. */
    public Set<Axes> families() {
        return Collections.unmodifiableSet(families);
    }

    /** Numbers that sums over an index take. */
    public Set<Coefficients> coefficients() {
        return Collections.unmodifiableSet(coefficients);
    }

    /** Constants and exponents. */
    public List<Double> numbers() {
        return Collections.unmodifiableList(numbers);
    }

    /** Whether {@link Expr#measurement()} occurs. */
    public boolean measured() {
        return measured;
    }

    /**
     * Whether a magnitude, a sign, a root, a quotient or a number above 1e9 occurs, of which formulas are made that jump where no
     * derivative sees it: {@link Expr#d} of a product looks for jumps then, which takes some ten thousand evaluations.
     */
    public boolean mayJump() {
        return mayJump;
    }

    /** Whether the value follows from the coordinates and numbers alone. */
    public boolean known() {
        return states.isEmpty() && parameters.isEmpty() && normals.isEmpty() && !measured;
    }

    private final class Walk implements ExprVisitor<Void> {
        private boolean elsewhere;

        private Void all(List<Expr> parts) {
            for (Expr e : parts) { // no lambda: it would take stack at each level
                e.accept(this);
            }
            return null;
        }

        @Override
        public Void constant(double value) {
            numbers.add(value);
            return null;
        }

        @Override
        public Void axis(Axis axis) {
            axes.add(axis);
            return null;
        }

        @Override
        public Void parameter(Parameter parameter) {
            parameters.add(parameter);
            return null;
        }

        @Override
        public Void state(Field field, List<Integer> orders) {
            Derivative state = new Derivative(field, orders);
            states.add(state);
            if (!elsewhere) {
                statesHere.add(state);
            }
            return null;
        }

        @Override
        public Void sum(List<Expr> terms) {
            return all(terms);
        }

        @Override
        public Void product(List<Expr> factors) {
            return all(factors);
        }

        @Override
        public Void power(Expr base, double exponent) {
            numbers.add(exponent);
            return base.accept(this);
        }

        @Override
        public Void call(Function function, Expr argument) {
            return argument.accept(this);
        }

        @Override
        public Void coordinateFunction(CoordinateFunction function) {
            coordinateFunctions.add(function);
            return all(function.arguments());
        }

        @Override
        public Void sampledFunction(SampledFunction function) {
            sampledFunctions.add(function);
            return all(function.arguments());
        }

        @Override
        public Void normal(Axis axis) {
            normals.add(new Normal(axis));
            return null;
        }

        @Override
        public Void trace(Expr inner, Region region) {
            traces.add(new Trace(inner, region));
            elsewhere = true; // a trace of a trace is refused
            inner.accept(this);
            elsewhere = false;
            return null;
        }

        /** The leaves of all its terms. */
        @Override
        public Void indexSum(IndexSum sum) {
            sum.leaves().forEach(this::indexed);
            if (Node.has(sum, Node.TRACE)) { // what stands inside of one is elsewhere
                return all(sum.terms());
            }
            sum.body().accept(this);
            for (Indexed leaf : sum.leaves()) {
                for (int i = sum.from(); i <= sum.to(); i++) {
                    Expr at = leaf.at(i);
                    if (at instanceof Constant) {
                        break; // numbers of vectors are finite
                    }
                    at.accept(this);
                }
            }
            return null;
        }

        @Override
        public Void indexed(Indexed leaf) {
            if (leaf instanceof Component c) {
                families.add(c.axes());
            } else if (leaf instanceof Element e) {
                coefficients.add(e.vector());
            } else if (leaf instanceof IndexedDerivative d) {
                d.along().forEach(c -> families.add(c.axes()));
            } else if (leaf instanceof IndexedNormal n) {
                families.add(n.along().axes());
            }
            return null;
        }

        @Override
        public Void measurement() {
            measured = true;
            return null;
        }
    }
}
