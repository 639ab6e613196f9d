package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.pinn4j.random.RandomStream;

/** Tests one candidate symmetry of a problem at random points and random values of the derivatives. */
final class Reflection {
    static final int SAMPLES = 64;

    private final Problem problem;
    private final Symmetry symmetry;
    private final List<OnFace> conditions = new ArrayList<>();

    /** A condition on one region that a reflection can map: a face stands for one end; null is the interior. */
    private record OnFace(Condition condition, Region.Face face) {}

    Reflection(Problem problem, Symmetry symmetry) {
        this.problem = problem;
        this.symmetry = symmetry;
        for (Clause c : Reading.of(problem).clauses()) {
            conditions.add(new OnFace(c.condition(), c.part().face().orElse(null)));
        }
    }

    /** The first condition that has no mirror image among the conditions; empty if the symmetry holds. */
    Optional<Condition> broken() {
        return conditions.stream()
                .filter(c -> conditions.stream().noneMatch(image -> isImage(c, image)))
                .map(OnFace::condition)
                .findFirst();
    }

    private boolean isImage(OnFace c, OnFace image) {
        if (isGiven(c.condition.region()) || isGiven(image.condition.region())) {
            return false;
        }
        boolean across = c.face != null && c.face.axis().equals(symmetry.axis());
        if (across && !symmetry.aboutMiddle()) {
            return false;
        }
        boolean ownImage = c.equals(image) && isWrap(c);
        return (ownImage || Objects.equals(reflected(c.face), image.face)) && agree(c, image);
    }

    /** Given points and parts cut out of a region have no mirror image that is looked for. */
    private static boolean isGiven(Region region) {
        return region.data().isPresent() || !region.cuts().isEmpty();
    }

    /** A condition between an end and the opposite one is read from either end. */
    private boolean isWrap(OnFace c) {
        return c.face != null
                && c.face.axis().equals(symmetry.axis())
                && Leaves.of(c.condition.equation().residual()).traces().stream()
                        .anyMatch(t -> t.region().equals(c.face.opposite()));
    }

    private Region.Face reflected(Region.Face face) {
        return face != null && face.axis().equals(symmetry.axis()) ? face.opposite() : face;
    }

    /** Residuals equal up to one sign at all samples, measured by the terms of each sample. */
    private boolean agree(OnFace c, OnFace image) {
        RandomStream random = RandomStream.of(1, "reflection");
        boolean plus = true;
        boolean minus = true;
        boolean seen = false;
        for (int k = 0; k < SAMPLES && (plus || minus); k++) {
            Sample sample = new Sample(random, c.face, k % 2 == 0 ? 0 : 4);
            double[] terms = sample.terms(c, false);
            double a = DoubleStream.of(terms).sum();
            double b = DoubleStream.of(sample.terms(image, true)).sum();
            if (Double.isFinite(a) || Double.isFinite(b)) {
                double bound = Agreement.IDENTICAL
                        * DoubleStream.of(terms).map(Math::abs).sum();
                plus &= Math.abs(a - b) <= bound;
                minus &= Math.abs(a + b) <= bound;
                seen = true;
            }
        }
        return seen && (plus || minus);
    }

    /** Coordinates in a region, and the values of derivatives and parameters drawn when first asked for. */
    private final class Sample {
        private final RandomStream random;
        private final double[] point;
        private final int decades;
        private final Map<Object, Double> drawn = new HashMap<>();

        /** Derivatives are normal, times ten to a power between plus and minus {@code decades}: no term hides behind another. */
        Sample(RandomStream random, Region.Face face, int decades) {
            this.random = random;
            this.decades = decades;
            this.point = problem.axes().stream()
                    .mapToDouble(a -> face != null && a.equals(face.axis())
                            ? face.coordinate()
                            : a.min() + a.length() * random.nextDouble())
                    .toArray();
        }

        /** The terms of the residual, of the reflected field at the reflected point if {@code mirrored}. */
        double[] terms(OnFace c, boolean mirrored) {
            Expr residual = c.condition.equation().residual();
            Evaluation at = Evaluation.at(problem.axes(), mirrored ? mirror(c.face) : point)
                    .withStates((field, orders) -> state(c.face, field, orders, mirrored))
                    .withTraces((face, field, orders) -> state((Region.Face) face, field, orders, mirrored))
                    .withParameters(p ->
                            drawn.computeIfAbsent(p, q -> p.value(p.unbounded(p.start()) + random.nextGaussian())))
                    .withNormal(normal(c.face));
            List<Expr> terms = residual instanceof Sum s ? s.terms() : List.of(residual);
            return terms.stream().mapToDouble(at::evaluate).toArray();
        }

        private double state(Region.Face face, Field field, List<Integer> orders, boolean mirrored) {
            Derivative state = new Derivative(field, orders);
            return mirrored ? sign(state) * value(reflected(face), state) : value(face, state);
        }

        private double value(Region.Face face, Derivative state) {
            return drawn.computeIfAbsent(
                    Arrays.asList(face, state),
                    k -> Math.pow(10, decades * (2 * random.nextDouble() - 1)) * random.nextGaussian());
        }

        private double[] mirror(Region.Face face) {
            double[] moved = point.clone();
            Axis axis = symmetry.axis();
            int index = problem.axes().indexOf(axis);
            double x = 2 * symmetry.centre() - point[index];
            boolean across = face != null && face.axis().equals(axis);
            double wrapped = x > axis.max() ? x - axis.length() : x < axis.min() ? x + axis.length() : x;
            moved[index] = across ? face.coordinate() : symmetry.aboutMiddle() ? x : wrapped;
            return moved;
        }
    }

    /** ∂^α of ±u(2c − x) is ±(−1)^(order in x) ∂^α u. */
    private double sign(Derivative state) {
        int k = state.field().axes().indexOf(symmetry.axis());
        int order = k < 0 ? 0 : state.orders().get(k);
        return symmetry.parity().get(state.field()) * (order % 2 == 0 ? 1 : -1);
    }

    private double[] normal(Region.Face face) {
        double[] normal = new double[problem.axes().size()];
        if (face != null) {
            normal[problem.axes().indexOf(face.axis())] = face.side() == Region.Side.MIN ? -1 : 1;
        }
        return normal;
    }
}
