package org.pinn4j.pde;

import java.util.List;

/**
 * An expression made of others. What is asked of it again and again (its hash, its size, what it hangs on) is worked out once, when
 * it is made, from what its parts know: so each of these costs as many operations as it has parts of its own, however deep they
 * are. Read anew from the leaves, a sum of n terms nested n deep would be walked n times, and a statement of 200 KB for seconds.
 *
 * <p>Size and depth are bounded here, where no tree gets past. All walks over trees are recursive, with some ten frames a level, so
 * that {@value Expr#MAX_DEPTH} levels fit into half a megabyte of stack. The size is that of the tree as it is walked, in which a
 * part that is shared counts each time it is met: rules of differentiation share parts, and n factors become n² of them.
 */
abstract sealed class Node implements Expr permits Composite, CoordinateFunction, SampledFunction {
    /** A state, a parameter, a normal or a measurement is in it: it does not follow from the coordinates alone. */
    private static final int UNKNOWN = 1;

    private static final int STATE = 2;
    private static final int AXIS = 4;
    static final int TRACE = 8;
    /** A magnitude or a sign, which derivatives do not see the jumps of. */
    static final int KINKED = 16;
    /** A root or a quotient, of which formulas are made that jump where no derivative sees it. */
    static final int FRACTIONAL = 32;
    /** A number that may make a step of something smooth. */
    static final int STEEP = 64;

    /** A leaf that means nothing outside of a sum over its index. */
    static final int INDEXED = 128;

    private static final double LARGE = 1e9;

    private final int hash;
    private final int depth;
    private final int nodes;
    private final int traits;
    private final long work;

    /**
     * @param hash of the node itself, already joined with those of its parts
     * @param own what it is by itself, of the traits above
     * @throws IllegalArgumentException over a bound
     */
    Node(int hash, int own, List<Expr> parts) {
        this.hash = hash;
        int deepest = 0;
        long sum = 1;
        int all = own;
        long works = 1;
        for (Expr part : parts) {
            deepest = Math.max(deepest, part.depth());
            sum += part.nodes();
            works += work(part);
            all |= traits(part);
        }
        this.depth = deepest + 1;
        this.nodes = bounded(sum);
        this.work = works;
        this.traits = this instanceof IndexSum ? all & ~INDEXED : all;
        if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException(
                    ("an expression nested %d deep, at most %d: give what is inside a field and an equation of its own,"
                                    + " or state it as code with Expr.function")
                            .formatted(depth, MAX_DEPTH));
        }
    }

    /** @throws IllegalArgumentException over the bound: before the parts of a derivative are made, when their number is known */
    static int bounded(long nodes) {
        if (nodes > MAX_NODES) {
            throw new IllegalArgumentException(
                    ("an expression of more than %d parts, which derivatives multiply: give a factor or an argument a field"
                                    + " and an equation of its own, or state it as code with Expr.function")
                            .formatted(MAX_NODES));
        }
        return (int) nodes;
    }

    /** The operations of one evaluation: its nodes, those of a sum over an index once for each term. */
    static long work(Expr e) {
        return e instanceof IndexSum s
                ? (s.to() - s.from() + 1) * work(s.body())
                : e instanceof Node node ? node.work : 1;
    }

    private static int traits(Expr e) {
        if (e instanceof Node node) {
            return node.traits;
        }
        if (e instanceof Constant c) {
            return steep(c.value());
        }
        if (e instanceof Indexed) {
            return INDEXED | ofIndexed(e);
        }
        return e instanceof Field || e instanceof Derivative ? UNKNOWN | STATE : e instanceof Axis ? AXIS : UNKNOWN;
    }

    private static int ofIndexed(Expr e) {
        return e instanceof Component
                ? AXIS
                : e instanceof Element ? 0 : e instanceof IndexedDerivative ? UNKNOWN | STATE : UNKNOWN;
    }

    static int steep(double number) {
        return Math.abs(number) > LARGE ? STEEP : 0;
    }

    /** Whether one of these traits is found in it. */
    static boolean has(Expr e, int any) {
        return (traits(e) & any) != 0;
    }

    /** As {@link Leaves#known}. */
    static boolean known(Expr e) {
        return (traits(e) & UNKNOWN) == 0;
    }

    /** Whether {@link Leaves#states} has any. */
    static boolean hasStates(Expr e) {
        return (traits(e) & STATE) != 0;
    }

    /** Whether {@link Leaves#axes} has any. */
    static boolean hasAxes(Expr e) {
        return (traits(e) & AXIS) != 0;
    }

    /** Joins hashes: each bit of each hangs on all of both. Source: the finalizer of MurmurHash3 (Appleby, public domain). */
    static int mixed(int seed, int hash) {
        int h = 31 * seed + hash;
        h = (h ^ h >>> 16) * 0x85ebca6b;
        h = (h ^ h >>> 13) * 0xc2b2ae35;
        return h ^ h >>> 16;
    }

    /** Of parts whose order does not matter. */
    static int unordered(int seed, List<Expr> parts) {
        int sum = 0;
        for (Expr part : parts) {
            sum += mixed(seed, part.hashCode());
        }
        return mixed(seed, sum);
    }

    @Override
    public int depth() {
        return depth;
    }

    @Override
    public int nodes() {
        return nodes;
    }

    @Override
    public abstract boolean equals(Object other);

    @Override
    public final int hashCode() {
        return hash;
    }
}
