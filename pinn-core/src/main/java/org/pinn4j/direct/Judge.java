package org.pinn4j.direct;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.ansatz.AnsatzDesign;
import org.pinn4j.ansatz.Design;
import org.pinn4j.blas.Blas;
import org.pinn4j.compile.CoordinateProgram;
import org.pinn4j.jets.Columns;
import org.pinn4j.loss.CompiledProblem;
import org.pinn4j.loss.RegionPoints;
import org.pinn4j.loss.ResidualFigures;
import org.pinn4j.loss.ResidualObjective;
import org.pinn4j.network.Network;
import org.pinn4j.parallel.Workers;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Region;
import org.pinn4j.random.RandomStream;
import org.pinn4j.sampling.PointSet;
import org.pinn4j.sampling.Sobol;

/**
 * One figure for every candidate, whatever made it: the root mean square of the residual of each equation and condition over
 * its size, at points that are drawn once and whose number follows from the statement. Sizes are those of the residual of the
 * zero field or of one wave through the domain, whichever is larger; the wave has the size of the data or, where they vanish,
 * the one at which it meets the sources. So a figure does not change with units, and no network has a say in it.
 */
final class Judge {
    private static final int INTERIOR = 1024; // an axis
    private static final int OTHER = 128;
    private static final double ROUND_OFF = 0x1p-52;
    private static final int TILES_AT_ONCE = 8;

    private final Problem problem;
    private final AnsatzDesign design;
    private final Workers workers;
    private final Blas blas;
    private final List<PointSet> points = new ArrayList<>();
    private final double[][] sizes;
    private final double zeroFigure;
    private final double amplitude;

    /** @param design whose soft conditions are judged */
    Judge(Problem problem, AnsatzDesign design, Workers workers, Blas blas, RandomStream stream) {
        this.problem = problem;
        this.design = design;
        this.workers = workers;
        this.blas = blas;
        CompiledProblem probe = compiled(Basis.features(design, 1));
        for (int k = 0; k < probe.regions().size(); k++) {
            Region region = probe.regions().get(k).region();
            int axes = problem.axes().size();
            int count = region.isInterior() ? INTERIOR * axes : axes == 1 ? 1 : OTHER * (axes - 1);
            points.add(probe.draw(k, new Sobol(), count, stream.substream("region " + k))
                    .points());
        }
        double[] zero = new double[probe.ansatz().networkParameters()];
        ResidualObjective plain = probe.objective();
        plain.setPoints(at(probe));
        double[][] atZero = meanSquares(plain, zero);
        amplitude = amplitude(atZero, meanSquares(plain, wave(probe.ansatz(), 1)));
        sizes = sizes(atZero, meanSquares(plain, wave(probe.ansatz(), amplitude)));
        zeroFigure = figure(relative(probe), zero);
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
                double size = Math.sqrt(larger(atZero[k][m], atWave[k][m]));
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

    /** Every field sin(1 + Σ inputs) times a factor. */
    private static double[] wave(Ansatz ansatz, double amplitude) {
        double[] theta = new double[ansatz.networkParameters()];
        for (int k = 0; k < ansatz.networks().size(); k++) {
            Network.Dense first = Basis.first(ansatz, k);
            Network.Dense last = Basis.last(ansatz, k);
            int offset = ansatz.offset(k);
            Arrays.fill(theta, offset + first.weights(), offset + first.weights() + first.in(), 1);
            theta[offset + first.bias()] = 1;
            Arrays.fill(theta, offset + last.weights(), offset + last.weights() + last.out(), amplitude);
        }
        return theta;
    }

    private static double[][] meanSquares(ResidualObjective objective, double[] theta) {
        double[] rows = new double[objective.rows()];
        objective.residuals(theta, rows);
        return new ResidualFigures(objective.tiled(), rows).sumsOfSquares();
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

    /** Root of the summed mean squares of the residuals of {@link #relative}. */
    static double figure(ResidualObjective relative, double[] theta) {
        return Math.sqrt(2 * relative.value(theta));
    }

    /** The part of {@link #figure} that rounding alone makes: that of rows 2⁻⁵²·Σ|c_j|·|row_j|. */
    static double roundOff(ResidualObjective objective, Basis basis, double[] theta) {
        Columns columns = basis.columns();
        double sum = 0;
        for (int first = 0; first < objective.tiled().tiles(); first += TILES_AT_ONCE) {
            int end = Math.min(first + TILES_AT_ONCE, objective.tiled().tiles());
            int rows = 0;
            for (int t = first; t < end; t++) {
                rows += objective.tiled().height(t);
            }
            double[] j = new double[rows * columns.count()];
            objective.jacobian(theta, first, end, columns, new double[rows], j, 0, rows);
            sum += absolute(basis, theta, j, rows);
        }
        return ROUND_OFF * Math.sqrt(sum);
    }

    private static double absolute(Basis basis, double[] theta, double[] j, int rows) {
        double[] total = new double[rows];
        for (int k = 0; k < theta.length; k++) {
            int column = basis.columns().of(k);
            for (int i = 0; column >= 0 && i < rows; i++) {
                total[i] += Math.abs(theta[k] * j[i + column * rows]);
            }
        }
        return Arrays.stream(total).map(t -> t * t).sum();
    }
}
