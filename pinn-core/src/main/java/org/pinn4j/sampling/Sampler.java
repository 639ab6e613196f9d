package org.pinn4j.sampling;

import java.util.List;
import org.pinn4j.args.Args;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Box;
import org.pinn4j.pde.Domain;
import org.pinn4j.pde.Region;
import org.pinn4j.random.RandomStream;

/** A rule that fills the unit cube of any dimension; a region of any shape is then filled through its pieces. Immutable. */
public interface Sampler {
    /** The name in logs and recipes. */
    String name();

    /**
     * One of the rules of this package: sobol, halton, latin-hypercube, uniform.
     * @throws IllegalArgumentException naming the known ones
     */
    static Sampler named(String name) {
        Args.given(name, "name");
        List<Sampler> known = List.of(new Sobol(), new Halton(), new LatinHypercube(), new Uniform());
        return known.stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("sampler '%s': known are %s"
                        .formatted(name, known.stream().map(Sampler::name).toList())));
    }

    /**
     * Points of the open unit cube, drawn afresh at each call because the stream moves on.
     * @return [dimension × m], axis-major, with m = n unless the sampler says otherwise
     * @throws IllegalArgumentException if the sampler does not reach this dimension
     */
    double[] unitCube(int dimension, int n, RandomStream stream);

    /**
     * n points of a region, with normals if it lies on the boundary: its {@link org.pinn4j.pde.Part} draws them. Pieces
     * share them by their measure, each at least one; a piece of dimension 0 has one point, however many are asked for.
     * Given points are returned as they are, with their data.
     * <p>The points depend on the state of the stream alone.
     * @throws IllegalArgumentException if n is less than the number of pieces
     */
    default PointSet sample(Domain domain, Region region, int n, RandomStream stream) {
        Args.given(domain, "domain", region, "region");
        Args.given(stream, "stream");
        return new RegionSampling(domain, region, n, stream, this).draw();
    }

    /** As {@link #sample(Domain, Region, int, RandomStream)}, of the box of these axes. */
    default PointSet sample(List<Axis> axes, Region region, int n, RandomStream stream) {
        Args.list(axes, "axes");
        Args.given(region, "region", stream, "stream");
        return sample(new Box(axes), region, n, stream);
    }
}
