package org.pinn4j.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pinn4j.args.Args;
import org.pinn4j.pde.Domain;
import org.pinn4j.pde.DomainFormat;

/** All of space in a file, with one of the laws of this package; another law needs a format of its own. */
public final class SpaceFormat implements DomainFormat {
    @Override
    public String name() {
        return "space";
    }

    @Override
    public Optional<Stored> write(Domain domain) {
        Args.given(domain, "domain");
        if (!(domain instanceof Space s)) {
            return Optional.empty();
        }
        if (s.law() instanceof Law.Normal n) {
            return Optional.of(stored(s, "normal", n.mean(), n.deviation()));
        }
        return s.law() instanceof Law.Uniform u
                ? Optional.of(stored(s, "uniform", u.min(), u.max()))
                : Optional.empty();
    }

    private static Stored stored(Space s, String law, double first, double second) {
        return new Stored(s.axes(), List.of(law, Double.toString(first), Double.toString(second)), Map.of());
    }

    @Override
    public Domain read(Stored stored) {
        Args.given(stored, "stored");
        if (stored.words().size() != 3) {
            throw new IllegalArgumentException("need a law and two numbers, got " + stored.words());
        }
        double first = stored.number(1);
        double second = stored.number(2);
        Law law = switch (stored.words().get(0)) {
            case "normal" -> Law.normal(first, second);
            case "uniform" -> Law.uniform(first, second);
            default ->
                throw new IllegalArgumentException("unknown law '%s', known are normal and uniform"
                        .formatted(stored.words().get(0)));
        };
        return Space.of(BallFormat.family(stored), law);
    }
}
