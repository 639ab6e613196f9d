package org.pinn4j.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pinn4j.args.Args;
import org.pinn4j.pde.Axes;
import org.pinn4j.pde.Domain;
import org.pinn4j.pde.DomainFormat;

/** A ball in a file: its radius, how its points are drawn, and its centre where that is not the origin. */
public final class BallFormat implements DomainFormat {
    private static final String CENTRE = "centre";

    @Override
    public String name() {
        return "ball";
    }

    @Override
    public Optional<Stored> write(Domain domain) {
        Args.given(domain, "domain");
        if (!(domain instanceof Ball b)) {
            return Optional.empty();
        }
        boolean origin = Arrays.stream(b.centre()).allMatch(c -> c == 0);
        return Optional.of(new Stored(
                b.axes(),
                List.of(Double.toString(b.radius()), b.hasUniformRadius() ? "radius" : "volume"),
                origin ? Map.of() : Map.of(CENTRE, b.centre())));
    }

    @Override
    public Domain read(Stored stored) {
        Args.given(stored, "stored");
        List<String> words = stored.words();
        if (words.size() != 2 || !List.of("radius", "volume").contains(words.get(1))) {
            throw new IllegalArgumentException("need a radius and 'volume' or 'radius', got " + words);
        }
        Axes axes = family(stored);
        double[] centre = stored.arrays().get(CENTRE);
        Ball ball = centre == null ? Ball.of(axes, stored.number(0)) : Ball.of(axes, stored.number(0), centre);
        return words.get(1).equals("radius") ? ball.withUniformRadius() : ball;
    }

    /** @throws IllegalArgumentException unless the axes are one family */
    static Axes family(Stored stored) {
        List<Axes> families = Axes.among(stored.axes(), 1);
        if (families.size() != 1 || families.get(0).count() != stored.axes().size()) {
            throw new IllegalArgumentException("need the axes of one family, x1, x2 and so on, got " + stored.axes());
        }
        return families.get(0);
    }
}
