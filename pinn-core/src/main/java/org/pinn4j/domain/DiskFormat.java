package org.pinn4j.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.pinn4j.args.Args;
import org.pinn4j.pde.Domain;
import org.pinn4j.pde.DomainFormat;

/** A disk in a file: centre and radius. */
public final class DiskFormat implements DomainFormat {
    @Override
    public String name() {
        return "disk";
    }

    @Override
    public Optional<Stored> write(Domain domain) {
        Args.given(domain, "domain");
        return domain instanceof Disk d
                ? Optional.of(new Stored(
                        d.axes(),
                        DoubleStream.of(d.centreX(), d.centreY(), d.radius())
                                .mapToObj(Double::toString)
                                .toList(),
                        Map.of()))
                : Optional.empty();
    }

    @Override
    public Domain read(Stored stored) {
        Args.given(stored, "stored");
        if (stored.axes().size() != 2 || stored.words().size() != 3) {
            throw new IllegalArgumentException("need two axes, a centre and a radius, got %s and %s"
                    .formatted(stored.axes(), List.copyOf(stored.words())));
        }
        return Disk.of(
                stored.axes().get(0), stored.axes().get(1), stored.number(0), stored.number(1), stored.number(2));
    }
}
