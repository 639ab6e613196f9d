package org.pinn4j.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pinn4j.optimize.State;

/** Where a training stands in its recipe, as the recipe of what is left. */
final class Course {
    private final Trainable trainable;
    private int stage;
    private int since;
    private State state;

    Course(Trainable trainable) {
        this.trainable = trainable;
    }

    /** @param step steps done before this stage */
    void enter(int newStage, State newState, int step) {
        stage = newStage;
        state = newState;
        since = step;
    }

    /** The recipe to go on with after so many steps: the points as they follow by now, the stages that are left. */
    Recipe left(int step) {
        List<Stage> all = trainable.recipe().stages();
        if (state == null) {
            return trainable.recipe();
        }
        List<Stage> left = new ArrayList<>();
        left(all.get(stage).from(state), step - since, stage == all.size() - 1).ifPresent(left::add);
        left.addAll(all.subList(stage + 1, all.size()));
        return trainable
                .recipe()
                .withStages(left.toArray(Stage[]::new))
                .withPoints(trainable.points().get());
    }

    /** Whoever goes on after the last step of the last stage wants more of it. */
    private static Optional<Stage> left(Stage now, int done, boolean last) {
        if (now.steps().isEmpty()) {
            return Optional.of(now);
        }
        int rest = now.steps().getAsInt() - done;
        return rest >= 1 ? Optional.of(now.forSteps(rest)) : Optional.of(now).filter(stage -> last);
    }
}
