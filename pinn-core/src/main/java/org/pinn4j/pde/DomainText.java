package org.pinn4j.pde;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.pinn4j.args.Args;

/** Shapes in files: the format that knows a shape, and the shape that a file names. */
public final class DomainText {
    /** A shape without the intervals it is multiplied by. @param format its name */
    public record Named(String format, DomainFormat.Stored stored) {
        public Named {
            Args.given(format, "format", stored, "stored");
        }
    }

    private DomainText() {}

    private static List<DomainFormat> formats() {
        Map<String, DomainFormat> byName = new LinkedHashMap<>();
        for (ClassLoader loader : new ClassLoader[] {
            DomainFormat.class.getClassLoader(), Thread.currentThread().getContextClassLoader()
        }) {
            ServiceLoader.load(DomainFormat.class, loader).forEach(f -> byName.putIfAbsent(f.name(), f));
        }
        return List.copyOf(byName.values());
    }

    /**
     * Empty for a box, which is its axes; otherwise the shape, of a product its first factor.
     * @throws IllegalArgumentException if no format knows the shape
     */
    public static Optional<Named> write(Domain domain) {
        Args.given(domain, "domain");
        if (domain.box().isPresent()) {
            return Optional.empty();
        }
        Domain shape = domain instanceof Cartesian c ? c.shape() : domain;
        return Optional.of(formats().stream()
                .flatMap(f -> f.write(shape).stream().map(s -> new Named(f.name(), s)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "%s has no text form; its module needs a service org.pinn4j.pde.DomainFormat"
                                .formatted(shape))));
    }

    /** @throws IllegalArgumentException if nobody knows the format, or the parts do not make a shape */
    public static Domain read(String format, DomainFormat.Stored stored) {
        Args.given(format, "format", stored, "stored");
        List<DomainFormat> formats = formats();
        DomainFormat found = formats.stream()
                .filter(f -> f.name().equals(format))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("no module on the class path knows the shape '%s'; known are %s"
                                .formatted(
                                        format,
                                        Names.tuple(formats.stream()
                                                .map(DomainFormat::name)
                                                .toList()))));
        try {
            return found.read(stored);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("shape '%s': %s".formatted(format, e.getMessage()), e);
        }
    }
}
