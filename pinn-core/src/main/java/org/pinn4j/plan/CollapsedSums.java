package org.pinn4j.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pinn4j.compile.Program;
import org.pinn4j.jets.DerivativePlan;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Derivative;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Leaves;
import org.pinn4j.pde.Names;
import org.pinn4j.plan.SecondDerivatives.Group;

/**
 * Equations with Laplacian-like sums Σ c_i ∂_i² u replaced by one leaf each, where that is possible and cheaper: two or
 * more pure second derivatives of a field whose coefficients keep a constant ratio wherever they stand, none of them used
 * alone, and nothing of higher order beside them. Immutable.
 *
 * <p>In the compiled equations a sum is the value of a field that the problem does not have. Sums with the same weights share
 * one channel, whatever field they belong to: all fields live on the same plan.
 * Source: Dangel et al., Collapsing Taylor mode automatic differentiation (2025); Li et al., Forward Laplacian (2024).
 */
public final class CollapsedSums {
    private final List<Axis> axes;
    private final List<Expr> expressions;
    private final Map<Field, Group> groups = new LinkedHashMap<>(); // by the field that stands for the sum
    private final String costs;

    private CollapsedSums(List<Expr> given, List<Axis> axes, List<Group> possible) {
        this.axes = List.copyOf(axes);
        Set<Derivative> states = Leaves.of(given.toArray(Expr[]::new)).states();
        int plain = channels(states, List.of());
        List<Group> best = cheapest(states, possible);
        if (channels(states, best) < plain) {
            name(best, states);
            this.costs = "%s, %s without collapsing %s".formatted(text(channels(states, best)), plain, best);
        } else {
            String other = "%s with %s collapsed".formatted(channels(states, possible), possible);
            this.costs = text(plain) + ", " + (possible.isEmpty() ? "no sum to collapse" : other);
        }
        SumsRewriting rewriting = new SumsRewriting(groups);
        this.expressions = given.stream().map(rewriting::of).toList();
    }

    /** @param axes of the problem, in the order of the plan's multi-indices; a field may have some of them */
    public static CollapsedSums of(List<Expr> expressions, List<Axis> axes) {
        return new CollapsedSums(
                expressions, axes, SecondDerivatives.of(expressions).groups());
    }

    /** The expressions as they are. */
    public static CollapsedSums none(List<Expr> expressions, List<Axis> axes) {
        return new CollapsedSums(expressions, axes, List.of());
    }

    private int channels(Set<Derivative> states, List<Group> chosen) {
        List<List<Integer>> needed = new ArrayList<>();
        for (Derivative state : states) {
            if (chosen.stream().noneMatch(g -> g.holds(state))) {
                needed.add(state.ordersBy(axes));
            }
        }
        List<double[]> weights = chosen.stream().map(g -> g.weightsBy(axes)).toList();
        return DerivativePlan.of(axes.size(), needed, distinct(weights)).channels();
    }

    private static List<double[]> distinct(List<double[]> weights) {
        List<double[]> result = new ArrayList<>();
        for (double[] w : weights) {
            if (result.stream().noneMatch(other -> Arrays.equals(other, w))) {
                result.add(w);
            }
        }
        return result;
    }

    /** All sums, less those without which the plan is cheaper: another field may need their parts anyway. */
    private List<Group> cheapest(Set<Derivative> states, List<Group> possible) {
        List<Group> best = new ArrayList<>(possible);
        for (Group group : possible) {
            List<Group> fewer = new ArrayList<>(best);
            fewer.remove(group);
            if (channels(states, fewer) < channels(states, best)) {
                best = fewer;
            }
        }
        return best;
    }

    private void name(List<Group> chosen, Set<Derivative> states) {
        Set<String> taken = new HashSet<>();
        states.forEach(s -> taken.add(s.field().name()));
        for (Group group : chosen) {
            int number = 1;
            while (!taken.add("sum" + number)) {
                number++;
            }
            groups.put(new Field("sum" + number, group.field().axes()), group);
        }
    }

    private static String text(int count) {
        return Names.count(count, "channel");
    }

    /** The equations to compile. */
    public List<Expr> expressions() {
        return expressions;
    }

    /** What the chosen plan costs and what the other one would, for example {@code 4 channels, 5 without collapsing [u_xx + u_yy]}. */
    public String costs() {
        return costs;
    }

    /** The plan for the leaves of the compiled equations. */
    public DerivativePlan plan(List<Program.StateLeaf> leaves) {
        List<List<Integer>> needed = new ArrayList<>();
        List<double[]> weights = new ArrayList<>();
        for (Program.StateLeaf leaf : leaves) {
            if (groups.containsKey(leaf.field())) {
                weights.add(groups.get(leaf.field()).weightsBy(axes));
            } else {
                needed.add(leaf.ordersBy(axes));
            }
        }
        return DerivativePlan.of(axes.size(), needed, distinct(weights));
    }

    /** The channel a leaf is read from. */
    public int channel(Program.StateLeaf leaf, DerivativePlan plan) {
        Group group = groups.get(leaf.field());
        return group == null ? plan.channel(leaf.ordersBy(axes)) : plan.collapsedChannel(group.weightsBy(axes));
    }

    /** The field of the problem that a leaf belongs to. */
    public Field field(Program.StateLeaf leaf) {
        Group group = groups.get(leaf.field());
        return group == null ? leaf.field() : group.field();
    }

    @Override
    public String toString() {
        return costs;
    }
}
