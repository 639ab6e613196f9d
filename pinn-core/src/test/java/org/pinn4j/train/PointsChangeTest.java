package org.pinn4j.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pinn4j.Pinn;
import org.pinn4j.optimize.Adam;
import org.pinn4j.optimize.Algebra;
import org.pinn4j.optimize.Lbfgs;
import org.pinn4j.optimize.LevenbergMarquardt;
import org.pinn4j.optimize.Objective;
import org.pinn4j.optimize.Optimizer;
import org.pinn4j.optimize.SelfScaledBroyden;
import org.pinn4j.optimize.Snapshot;
import org.pinn4j.optimize.State;
import org.pinn4j.optimize.Status;
import org.pinn4j.sampling.Uniform;

/** Whoever minimises over points that change is told so, and begins its next step with a loss on the points of that step. */
class PointsChangeTest {
    private static final int STEPS = 26; // points that follow the residual change after 20

    /** How a method saw its objective before each of its steps. @param gaps between what it knew and what the loss was then */
    private record Watching(Optimizer method, List<Double> gaps, List<Integer> told) implements Optimizer {
        Watching(Optimizer method) {
            this(method, new ArrayList<>(), new ArrayList<>());
        }

        @Override
        public String name() {
            return method.name();
        }

        @Override
        public State init(Objective objective, double[] theta0, Algebra algebra) {
            return new WatchedState(method.init(objective, theta0, algebra), objective, gaps, told);
        }
    }

    private record WatchedState(State state, Objective objective, List<Double> gaps, List<Integer> told)
            implements State {
        @Override
        public void step() {
            double now = objective.value(state.theta());
            gaps.add(Math.abs(state.value() - now) / now);
            state.step();
        }

        @Override
        public void objectiveChanged() {
            told.add(gaps.size());
            state.objectiveChanged();
        }

        @Override
        public double[] theta() {
            return state.theta();
        }

        @Override
        public double value() {
            return state.value();
        }

        @Override
        public Status status() {
            return state.status();
        }

        @Override
        public String detail() {
            return state.detail();
        }

        @Override
        public Snapshot snapshot() {
            return state.snapshot();
        }

        @Override
        public void restore(Snapshot snapshot) {
            state.restore(snapshot);
        }
    }

    static Stream<Optimizer> methods() {
        return Stream.of(
                LevenbergMarquardt.standard(), Lbfgs.standard(), SelfScaledBroyden.standard(), Adam.standard());
    }

    private static Watching watched(Optimizer method, Points points) {
        Watching watching = new Watching(method);
        Recipe recipe = Cases.small().withPoints(points).withStages(Stage.of(watching));
        Pinn.with(recipe).workers(1).steps(STEPS).solve(Cases.fluxes());
        assertEquals(STEPS, watching.gaps().size());
        return watching;
    }

    @ParameterizedTest
    @MethodSource("methods")
    void everyStepBeginsWithTheLossOnThePointsThereAreNow(Optimizer method) {
        for (Points points : List.of(Points.adaptive(2), Points.fresh(240, new Uniform()), Points.fixed(2))) {
            Watching watching = watched(method, points);
            for (int k = 0; k < STEPS; k++) {
                int step = k;
                assertTrue(
                        watching.gaps().get(k) < 1e-10,
                        () -> "before step %d on %s points: %s"
                                .formatted(step + 1, points.getClass().getSimpleName(), watching.gaps()));
            }
        }
    }

    @Test
    void aMethodIsToldOfEveryChangeAndOfNoOther() {
        assertEquals(List.of(20), watched(Adam.standard(), Points.adaptive(2)).told());
        assertEquals(List.of(), watched(Adam.standard(), Points.fixed(2)).told());
        assertEquals(
                Stream.iterate(1, k -> k + 1).limit(STEPS).toList(),
                watched(Adam.standard(), Points.fresh(240, new Uniform())).told());
    }
}
