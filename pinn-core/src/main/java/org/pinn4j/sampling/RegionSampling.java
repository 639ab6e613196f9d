package org.pinn4j.sampling;

import org.pinn4j.pde.DataPoints;
import org.pinn4j.pde.Domain;
import org.pinn4j.pde.Part;
import org.pinn4j.pde.Region;
import org.pinn4j.random.RandomStream;

/** One draw of points from one region: the part draws, the sampler fills its unit cubes. */
final class RegionSampling {
    private final Domain domain;
    private final Region region;
    private final int n;
    private final RandomStream stream;
    private final Sampler sampler;

    RegionSampling(Domain domain, Region region, int n, RandomStream stream, Sampler sampler) {
        this.domain = domain;
        this.region = region;
        this.n = n;
        this.stream = stream;
        this.sampler = sampler;
    }

    PointSet draw() {
        if (region.data().isPresent()) {
            return given(region.data().get());
        }
        Part part = domain.geometry(region);
        Part.Draw draw = part.draw(n, (dimension, m) -> sampler.unitCube(dimension, m, stream));
        PointSet all = PointSet.of(domain.axes().size(), draw.x());
        return draw.normals().map(all::withNormals).orElse(all);
    }

    private PointSet given(DataPoints data) {
        if (data.dimension() != domain.axes().size()) {
            throw new IllegalArgumentException("points: need [count × %d] for axes %s, got [%d × %d]"
                    .formatted(domain.axes().size(), domain.axes(), data.count(), data.dimension()));
        }
        int count = data.count();
        double[] x = new double[data.dimension() * count];
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = data.value(i);
            for (int axis = 0; axis < data.dimension(); axis++) {
                x[axis * count + i] = data.coordinate(axis, i);
            }
        }
        return PointSet.of(data.dimension(), x).withData(values);
    }
}
