package org.pinn4j.validation.estimate;

import java.util.ArrayList;
import java.util.List;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.solution.Solution;

/** The mismatch with the values given on the boundary, and across periodic wraps, by sampling. Belongs to one thread. */
final class Faces {
    /** A mismatch below this part of the solution is rounding: the condition holds by construction. */
    private static final double ROUNDING = 1e-13;

    /** The same for the two sides of a wrap. */
    private static final double CLOSED = 1e-10;

    private final List<Samples> given = new ArrayList<>();
    private final List<Samples> lefts = new ArrayList<>();
    private final List<Samples> rights = new ArrayList<>();

    Faces(Solution solution, ScalarForm form, Panels panels) {
        for (ScalarForm.Mismatch m : form.boundary) {
            given.add(
                    on(solution, form, m.difference(), m.face().axis(), m.face().coordinate(), panels));
        }
        for (int a = 0; a < form.space.size(); a++) {
            Axis axis = form.space.get(a);
            if (form.periodic(a)) {
                lefts.add(on(solution, form, form.field, axis, axis.min(), panels));
                rights.add(on(solution, form, form.field, axis, axis.max(), panels));
            }
        }
    }

    private static Samples on(Solution s, ScalarForm form, Expr e, Axis axis, double coordinate, Panels panels) {
        return new Samples(s, List.of(e), form.space, Nodes.onFace(form.space, axis, coordinate, panels));
    }

    /**
     * The largest mismatch with given values at a time.
     * @throws NoBoundException if a periodic axis does not close
     */
    double largest(double t, double size) {
        for (int k = 0; k < lefts.size(); k++) {
            double left = lefts.get(k).at(t).largest(0);
            double right = rights.get(k).at(t).largest(0);
            if (Math.abs(left - right) > CLOSED * size) {
                throw new NoBoundException("the solution does not close across a periodic axis");
            }
        }
        double largest = 0;
        for (Samples face : given) {
            largest = Math.max(largest, face.at(t).largestSize(0));
        }
        return largest <= ROUNDING * size ? 0 : largest;
    }
}
