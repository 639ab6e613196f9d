package org.pinn4j.direct;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.ansatz.AnsatzDesign;
import org.pinn4j.ansatz.Design;
import org.pinn4j.ansatz.Fold;
import org.pinn4j.blas.Blas;
import org.pinn4j.compile.CoordinateProgram;
import org.pinn4j.loss.CompiledProblem;
import org.pinn4j.loss.Readings;
import org.pinn4j.loss.RegionPoints;
import org.pinn4j.loss.RegionProgram;
import org.pinn4j.loss.ResidualObjective;
import org.pinn4j.parallel.Workers;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Condition;
import org.pinn4j.pde.EndLayer;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Reading;
import org.pinn4j.pde.Region;
import org.pinn4j.random.RandomStream;
import org.pinn4j.sampling.PointSet;
import org.pinn4j.sampling.Sobol;

/**
 * One figure for every candidate, whatever made it: the size of the residual of each equation and condition over the size that
 * it can have, at points that are drawn once and whose number follows from the statement. Half of them are drawn towards the
 * ends of axes over all scales down to the layers that the statement speaks of, each with the weight of its measure, see
 * {@link Spread}: sizes are means over the domain, and a residual that lives in a layer is seen. The mean size and the root mean
 * square are both taken, the larger decides. Sizes are those of the residual of the zero field or of one wave through the
 * domain, whichever is larger; the wave has the size of the data or, where they vanish, the one at which it meets the sources.
 * So a figure does not change with units, and no network has a say in it.
 */
final class Judge {
    private static final int INTERIOR = 1024; // an axis
    private static final int OTHER = 128;
    private static final int LEAST = 64; // of a slab, however short it is
    private static final double NARROWEST = 1e-6; // of an axis, where the statement speaks of no layer
    private static final double IN_LAYER = 0.1; // of the width of one

    private final Problem problem;
    private final AnsatzDesign design;
    private final Workers workers;
    private final Blas blas;
    private final List<PointSet> points = new ArrayList<>();
    private final List<double[]> measures = new ArrayList<>(); // by region: [points], one on average
    private final double[][] sizes; // root mean square
    private final double[][] meanSizes;
    private final Map<String, Double> sizeByName = new HashMap<>();
    private final Map<String, Double> meanSizeByName = new HashMap<>();
    private final boolean[][] leftOut; // conditions that do not count: readings that coefficients are sought from
    private final double zeroFigure;
    private final double amplitude;

    /** @param design whose soft conditions are judged */
    Judge(Problem problem, AnsatzDesign design, Workers workers, Blas blas, RandomStream stream) {
        this.problem = problem;
        this.design = design;
        this.workers = workers;
        this.blas = blas;
        CompiledProblem probe = compiled(Basis.features(design, 1));
        draw(probe, spread(problem, design, problem.axes(), Layers.NONE), Map.of(), stream);
        double[] zero = atStart(probe, new double[probe.ansatz().networkParameters()]);
        ResidualObjective plain = probe.objective();
        plain.setPoints(at(probe));
        WeightedRows atZero = rows(plain, zero);
        amplitude = amplitude(
                atZero.meanSquares(),
                rows(plain, atStart(probe, Basis.wave(probe.ansatz(), 1))).meanSquares());
        WeightedRows atWave = rows(plain, atStart(probe, Basis.wave(probe.ansatz(), amplitude)));
        sizes = sizes(atZero.rootMeanSquares(), atWave.rootMeanSquares());
        meanSizes = sizes(atZero.meanSizes(), atWave.meanSizes());
        remember(probe, sizes, sizeByName);
        remember(probe, meanSizes, meanSizeByName);
        leftOut = readings(probe);
        zeroFigure = figure(relative(probe), zero);
    }

    private static void remember(CompiledProblem probe, double[][] sizes, Map<String, Double> byName) {
        for (int k = 0; k < sizes.length; k++) {
            for (int m = 0; m < sizes[k].length; m++) {
                byName.put(probe.regions().get(k).conditions().get(m).name(), sizes[k][m]);
            }
        }
    }

    /** Judges a slab of time by the sizes that residuals have over all of it. */
    private Judge(Judge whole, AnsatzDesign slab, Layers steep, Optional<Edge> edge, RandomStream stream) {
        Map<String, Double> startSizes = edge.map(Edge::sizes).orElse(Map.of());
        this.problem = whole.problem;
        this.design = slab;
        this.workers = whole.workers;
        this.blas = whole.blas;
        this.amplitude = whole.amplitude;
        this.zeroFigure = whole.zeroFigure;
        this.sizeByName.putAll(whole.sizeByName);
        this.sizeByName.putAll(startSizes);
        this.meanSizeByName.putAll(whole.meanSizeByName);
        this.meanSizeByName.putAll(startSizes);
        CompiledProblem probe = compiled(Basis.features(design, 1));
        draw(
                probe,
                spread(problem, design, problem.spaceAxes(), steep),
                edge.map(Edge::measures).orElse(Map.of()),
                stream);
        this.sizes = named(probe, sizeByName);
        this.meanSizes = named(probe, meanSizeByName);
        this.leftOut = readings(probe);
    }

    private static boolean[][] readings(CompiledProblem probe) {
        boolean sought = !probe.problem().parameters().isEmpty();
        boolean[][] all = new boolean[probe.regions().size()][];
        for (int k = 0; k < all.length; k++) {
            List<Condition> conditions = probe.regions().get(k).conditions();
            all[k] = new boolean[conditions.size()];
            for (int m = 0; m < all[k].length; m++) {
                all[k][m] = sought && Readings.isReading(conditions.get(m));
            }
        }
        return all;
    }

    private static double[][] named(CompiledProblem probe, Map<String, Double> sizes) {
        return probe.regions().stream()
                .map(r -> r.conditions().stream()
                        .mapToDouble(c -> sizes.get(c.name()))
                        .toArray())
                .toArray(double[][]::new);
    }

    /**
     * The same for a slab of time, by the sizes that residuals have over all of it.
     * @param steep places that points are drawn to, beside those that the statement speaks of
     * @param edge what the slab begins with, if it is not the first
     */
    Judge within(AnsatzDesign slab, Layers steep, Optional<Edge> edge, RandomStream stream) {
        return new Judge(this, slab, steep, edge, stream);
    }

    /** The same by the first points only, as many of them as a slab is of the whole. @param share of the points, up to one */
    Judge thinned(double share) {
        List<PointSet> first = new ArrayList<>();
        List<double[]> own = new ArrayList<>();
        for (int k = 0; k < points.size(); k++) {
            PointSet all = points.get(k);
            int most = (int) (Math.min(1, share) * all.count());
            int count = all.hasData() ? all.count() : Math.max(Math.min(LEAST, all.count()), most);
            first.add(all.slice(0, count));
            own.add(evenly(Arrays.copyOf(measures.get(k), count)));
        }
        return new Judge(this, first, own, leftOut);
    }

    /** The same for networks that know one half of a symmetric solution. @param found folds that the design has not */
    Judge of(List<Fold> found) {
        if (found.isEmpty()) {
            return this;
        }
        Mirrored half = new Mirrored(found, problem.axes(), Reading.of(problem).periodic());
        List<RegionProgram> regions = compiled(Basis.features(design, 1)).regions();
        boolean[][] out = new boolean[leftOut.length][];
        for (int k = 0; k < out.length; k++) {
            out[k] = leftOut[k].clone();
            if (half.leavesOut(regions.get(k).region())) {
                Arrays.fill(out[k], true);
            }
        }
        List<PointSet> images =
                points.stream().map(p -> p.hasData() ? p : half.images(p)).toList();
        return new Judge(this, images, measures, out);
    }

    /** The same figure at other points. */
    private Judge(Judge other, List<PointSet> points, List<double[]> measures, boolean[][] leftOut) {
        this.problem = other.problem;
        this.design = other.design;
        this.workers = other.workers;
        this.blas = other.blas;
        this.amplitude = other.amplitude;
        this.zeroFigure = other.zeroFigure;
        this.sizes = other.sizes;
        this.meanSizes = other.meanSizes;
        this.points.addAll(points);
        this.measures.addAll(measures);
        this.leftOut = leftOut;
    }

    /** One on average. */
    private static double[] evenly(double[] measures) {
        double mean = Arrays.stream(measures).average().orElse(1);
        return Arrays.stream(measures).map(m -> m / mean).toArray();
    }

    /** Points of the start of a slab at which a state is judged. */
    int startPoints() {
        return others(problem.axes().size());
    }

    private static int others(int axes) {
        return axes == 1 ? 1 : OTHER * (axes - 1);
    }

    /** @param given measures of the points of some conditions, by name */
    private void draw(CompiledProblem probe, Spread spread, Map<String, double[]> given, RandomStream stream) {
        int axes = problem.axes().size();
        for (int k = 0; k < probe.regions().size(); k++) {
            Region region = probe.regions().get(k).region();
            int count = region.isInterior() ? INTERIOR * axes : others(axes);
            PointSet even = probe.draw(k, new Sobol(), count, stream.substream("region " + k))
                    .points();
            points.add(spread.moved(region, even));
            double[] known =
                    given.get(probe.regions().get(k).conditions().get(0).name());
            measures.add(known == null ? spread.measures(region, points.get(k)) : known);
        }
    }

    /** @param along the axes to whose ends points are drawn */
    private static Spread spread(Problem problem, AnsatzDesign design, List<Axis> along, Layers steep) {
        List<EndLayer> layers = EndLayer.of(problem);
        return Spread.towards(
                along.stream()
                        .filter(a -> Layers.isFree(design, a))
                        .map(a -> new Spread.Ends(
                                a, narrowest(a, Region.Side.MIN, layers), narrowest(a, Region.Side.MAX, layers)))
                        .toList(),
                steep.inside(),
                problem.axes());
    }

    private static double narrowest(Axis axis, Region.Side side, List<EndLayer> layers) {
        return layers.stream()
                .filter(e -> e.axis().equals(axis) && e.side() == side)
                .mapToDouble(e -> IN_LAYER * e.width())
                .findFirst()
                .orElse(NARROWEST * axis.length());
    }

    CompiledProblem compiled(Ansatz ansatz) {
        return new CompiledProblem(problem, design, ansatz, workers, blas);
    }

    /** max of the residuals of the zero field and of one wave of the data's size through the domain. */
    private static double[][] sizes(double[][] atZero, double[][] atWave) {
        double[][] result = new double[atZero.length][];
        for (int k = 0; k < result.length; k++) {
            result[k] = new double[atZero[k].length];
            for (int m = 0; m < result[k].length; m++) {
                double size = larger(atZero[k][m], atWave[k][m]);
                result[k][m] = size > 0 ? size : 1;
            }
        }
        return result;
    }

    /** Of those that are finite; otherwise zero. */
    private static double larger(double a, double b) {
        return Math.max(Double.isFinite(a) ? a : 0, Double.isFinite(b) ? b : 0);
    }

    /** The size of the data; where all vanish, that at which a wave meets the sources. */
    private double amplitude(double[][] atZero, double[][] atWave) {
        AnsatzDesign meets = Design.derived().withoutFoundSymmetries().of(problem);
        PointSet inside = points.get(0);
        double[] x = new double[problem.axes().size() * inside.count()];
        inside.copyCoordinates(0, inside.count(), x);
        double largest = problem.fields().stream()
                .flatMapToDouble(
                        f -> Arrays.stream(CoordinateProgram.values(meets.base(f), problem.axes(), x, inside.count())))
                .map(Math::abs)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        if (largest > 0) {
            return largest;
        }
        double ratio = 0;
        for (int k = 0; k < atZero.length; k++) {
            for (int m = 0; m < atZero[k].length; m++) {
                ratio = Math.max(ratio, Math.sqrt(atZero[k][m] / atWave[k][m]));
            }
        }
        return ratio > 0 && Double.isFinite(ratio) ? ratio : 1;
    }

    /** With the coefficients where they begin. */
    private static double[] atStart(CompiledProblem compiled, double[] networks) {
        double[] coefficients = compiled.initialCoefficients();
        double[] theta = Arrays.copyOf(networks, networks.length + coefficients.length);
        System.arraycopy(coefficients, 0, theta, networks.length, coefficients.length);
        return theta;
    }

    private WeightedRows rows(ResidualObjective objective, double[] theta) {
        double[] rows = new double[objective.rows()];
        objective.residuals(theta, rows);
        return new WeightedRows(objective.tiled(), rows, measures);
    }

    private List<RegionPoints> at(CompiledProblem compiled) {
        List<RegionPoints> all = new ArrayList<>();
        for (int k = 0; k < points.size(); k++) {
            all.add(compiled.at(k, points.get(k)));
        }
        return all;
    }

    /** The size that residuals of a condition are divided by. */
    double size(int region, int condition) {
        return sizes[region][condition];
    }

    /** The size of the fields, as far as the statement tells it. */
    double amplitude() {
        return amplitude;
    }

    /** The figure of fields that are zero everywhere, but for what forms of the user's say. */
    double zeroFigure() {
        return zeroFigure;
    }

    /** The residuals at the points of judgement over their sizes. */
    ResidualObjective relative(CompiledProblem compiled) {
        ResidualObjective objective = compiled.objective();
        for (int k = 0; k < sizes.length; k++) {
            for (int m = 0; m < sizes[k].length; m++) {
                objective.setWeight(k, m, 1 / (sizes[k][m] * sizes[k][m]));
            }
        }
        objective.setPoints(at(compiled));
        return objective;
    }

    /**
     * Root of the summed squares of the sizes of the residuals of {@link #relative}: root mean squares or mean sizes, over what
     * they can be; the larger of the two.
     */
    double figure(ResidualObjective relative, double[] theta) {
        WeightedRows rows = rows(relative, theta);
        double squares = 0;
        double means = 0;
        double[][] meanSquare = rows.meanSquares();
        double[][] mean = rows.meanSizes();
        for (int k = 0; k < sizes.length; k++) {
            for (int m = 0; m < sizes[k].length; m++) {
                if (!counts(k, m)) {
                    continue;
                }
                squares += meanSquare[k][m];
                means += Math.pow(mean[k][m] * sizes[k][m] / meanSizes[k][m], 2);
            }
        }
        return Math.sqrt(Math.max(squares, means));
    }

    /** Root of the summed mean squares of the readings that {@link #figure} leaves out; zero if there are none. */
    double misfit(ResidualObjective relative, double[] theta) {
        double[][] meanSquare = rows(relative, theta).meanSquares();
        double squares = 0;
        for (int k = 0; k < meanSquare.length; k++) {
            for (int m = 0; m < meanSquare[k].length; m++) {
                squares += counts(k, m) ? 0 : meanSquare[k][m];
            }
        }
        return Math.sqrt(squares);
    }

    /** Not readings from which coefficients are sought: their noise is no fault of a candidate. */
    private boolean counts(int region, int condition) {
        return !leftOut[region][condition];
    }

    /** The part of {@link #figure} that rounding alone makes: that of rows 2⁻⁵²·Σ|c_j|·|row_j|. */
    double roundOff(ResidualObjective relative, Basis basis, double[] theta) {
        return new Rounding(relative, measures).of(basis, theta);
    }
}
