package org.pinn4j.problems;

import java.util.List;

/** All problems of the catalogue by name. */
public final class Catalogue {
    private static final List<CatalogueProblem> PROBLEMS = List.of(
            new Burgers(),
            new PoissonSine2d(),
            new HeatSineMode(),
            new AllenCahn(),
            new KortewegDeVries(),
            new Wave(),
            new Convection(),
            new Reaction(),
            new Helmholtz(),
            new KuramotoSivashinsky(),
            new Brusselator(),
            new SemilinearCosine2d());

    private Catalogue() {}

    /** In the order of the tables. */
    public static List<CatalogueProblem> problems() {
        return PROBLEMS;
    }

    /** In the order of {@link #problems}. */
    public static List<String> names() {
        return PROBLEMS.stream().map(CatalogueProblem::name).toList();
    }

    /** @throws IllegalArgumentException if there is none, with the names that there are */
    public static CatalogueProblem find(String name) {
        return PROBLEMS.stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no problem '%s' in the catalogue; choose one of %s"
                        .formatted(name, String.join(", ", names()))));
    }
}
