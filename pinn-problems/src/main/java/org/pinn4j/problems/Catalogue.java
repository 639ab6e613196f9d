package org.pinn4j.problems;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.pinn4j.args.Args;

/** All problems of the catalogue by group and name. */
public final class Catalogue {
    private static final Map<Group, List<CatalogueProblem>> GROUPS = Collections.unmodifiableMap(new EnumMap<>(Map.of(
            Group.ELLIPTIC,
                    List.of(
                            new PoissonSine2d(),
                            new PoissonMultiscale(),
                            new Poisson3d(),
                            new Helmholtz(),
                            new Helmholtz10(),
                            new Helmholtz3d(),
                            new SemilinearCosine2d(),
                            new Bratu2d()),
            Group.LAYERS,
                    List.of(
                            new BoundaryLayer(1e-2),
                            new BoundaryLayer(1e-4),
                            new BoundaryLayer(1e-6),
                            new BoundaryLayer2d(),
                            new Kink()),
            Group.PARABOLIC,
                    List.of(
                            new HeatSineMode(),
                            new HeatRobin(),
                            new Burgers(),
                            new AllenCahn(),
                            new Reaction(),
                            new Brusselator(),
                            new FitzHughNagumo(),
                            new GrayScott(),
                            new GinzburgLandau()),
            Group.WAVES,
                    List.of(
                            new Wave(),
                            new Wave(5),
                            new Convection(),
                            new Convection(100),
                            new KleinGordon(),
                            new SineGordonKink(),
                            new SineGordonBreather(),
                            new Beam()),
            Group.DISPERSIVE,
                    List.of(new KortewegDeVries(), new TwoSolitons(), new Schroedinger(), new KuramotoSivashinsky()),
            Group.ORDINARY, List.of(new Bratu(), new Lorenz(), new VanDerPol(), new LotkaVolterra()),
            Group.FLOW, List.of(new Kovasznay(), new TaylorGreen(), new Cavity()),
            Group.INVERSE, List.of(new BurgersInverse()))));

    private static final List<CatalogueProblem> PROBLEMS =
            Arrays.stream(Group.values()).flatMap(group -> in(group).stream()).toList();

    private Catalogue() {}

    /** Group by group. */
    public static List<CatalogueProblem> problems() {
        return PROBLEMS;
    }

    /** Those of one group, in the order of the tables. */
    public static List<CatalogueProblem> in(Group group) {
        Args.given(group, "group");
        return GROUPS.getOrDefault(group, List.of());
    }

    /** In the order of {@link #problems}. */
    public static List<String> names() {
        return PROBLEMS.stream().map(CatalogueProblem::name).toList();
    }

    /** @throws IllegalArgumentException if there is none, with the names that there are */
    public static CatalogueProblem find(String name) {
        Args.given(name, "name");
        return PROBLEMS.stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no problem '%s' in the catalogue; choose one of %s"
                        .formatted(name, String.join(", ", names()))));
    }
}
