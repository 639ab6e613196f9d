package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.complex.Complex;
import org.pinn4j.pde.symbol.Roots;
import org.pinn4j.random.RandomStream;

/**
 * Finds layers by the roots ξ of the determinant of the symbol along an axis, coefficients frozen at places in the domain and at
 * zero fields, one slow wave along all other axes: e^(ξx) with a large positive ξ lives at the upper end, with a large negative
 * one at the lower end. A small ε before the highest derivative is the usual cause: −εξ² + ξ = 0 has the root 1/ε.
 */
final class EndLayers {
    /** More e-foldings along the axis than this are a layer. */
    private static final double FOLDS = 30;
    /** Radians along half of an axis, as the residual of a wave is measured. */
    private static final double WAVE = 1;
    /** A mode that turns faster than it decays is a wave. */
    private static final double STEEP = 0.5;

    private static final int PLACES = 8;

    private final Reading reading;
    private final EquationSystem system;
    private final List<Axis> extents;

    private EndLayers(Reading reading, EquationSystem system) {
        this.reading = reading;
        this.system = system;
        Domain domain = reading.problem().domain();
        this.extents = reading.problem().axes().stream().map(domain::extent).toList();
    }

    static List<EndLayer> of(Reading reading) {
        return EquationSystem.of(reading)
                .map(system -> new EndLayers(reading, system).layers())
                .orElse(List.of());
    }

    private List<EndLayer> layers() {
        List<EndLayer> result = new ArrayList<>();
        for (int k = 0; k < extents.size(); k++) {
            Axis axis = reading.problem().axes().get(k);
            if (reading.problem().domain().hasEnds(axis) && !reading.periodic().contains(axis)) {
                List<Complex> modes = modes(k);
                add(axis, Region.Side.MIN, fastest(modes, -1), result);
                add(axis, Region.Side.MAX, fastest(modes, 1), result);
            }
        }
        return result;
    }

    private static void add(Axis axis, Region.Side side, double rate, List<EndLayer> all) {
        if (rate * axis.length() > FOLDS) {
            all.add(new EndLayer(axis, side, 1 / rate));
        }
    }

    /** The largest rate of decay away from the upper (sign 1) or the lower end. */
    private static double fastest(List<Complex> modes, int sign) {
        return modes.stream()
                .filter(z -> Math.abs(z.getReal()) > STEEP * Math.abs(z.getImaginary()))
                .mapToDouble(z -> sign * z.getReal())
                .filter(Double::isFinite)
                .max()
                .orElse(0);
    }

    private List<Complex> modes(int axis) {
        double[] direction = new double[extents.size()];
        direction[axis] = 1;
        Complex[] frequency = IntStream.range(0, direction.length)
                .mapToObj(b ->
                        new Complex(0, b == axis ? 0 : 2 * WAVE / extents.get(b).length()))
                .toArray(Complex[]::new);
        Symbol symbol = Symbol.of(system, direction, frequency);
        double[] zeroFields = new double[system.linear.states().size()];
        List<Complex> all = new ArrayList<>();
        RandomStream places = RandomStream.of(1, "places"); // where coefficients vary, any few places show their size
        for (int p = 0; p < PLACES; p++) {
            double[] at = extents.stream()
                    .mapToDouble(a -> a.min() + a.length() * places.nextOpenDouble())
                    .toArray();
            double[] coefficients = system.linear.at(at, zeroFields);
            for (int[] block : system.dependence.blocks()) {
                Complex[] determinant = symbol.determinant(block, coefficients);
                all.addAll(determinant.length > 1 ? Arrays.asList(Roots.of(determinant)) : List.of());
            }
        }
        return all;
    }
}
