package org.pinn4j.validation.discrete;

import static org.pinn4j.pde.Expr.cos;
import static org.pinn4j.pde.Expr.exp;
import static org.pinn4j.pde.Expr.sin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Condition;
import org.pinn4j.pde.Equation;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Region;
import org.pinn4j.validation.discrete.Manufactured.Grids;
import org.pinn4j.validation.faults.Check;
import org.pinn4j.validation.faults.Fault;

/** Faults in how equations and conditions are read: another tree, another end, another field than what is stated. */
public final class StatementFaults {
    private static final Axis X = Axis.of("x", -0.2, 1.1);
    private static final Axis Y = Axis.of("y", 0.1, 1.3);
    private static final Field U = Field.of("u", X);
    private static final Field V = Field.of("v", X);
    private static final Field W = Field.of("w", X, Y);
    private static final Expr U1 = U.d(X);
    private static final Expr U2 = U.d(X, X);
    private static final Expr LAPLACIAN = W.d(X, X).plus(W.d(Y, Y));
    private static final Manufactured LINE =
            new Manufactured(U, sin(X.times(3).plus(0.7)).plus(exp(X.times(0.5))));
    private static final Manufactured OTHER =
            new Manufactured(V, cos(X.times(2.5)).plus(X));
    private static final Manufactured PLANE = new Manufactured(
            W, sin(X.times(1.7).plus(Y)).times(exp(Y.times(0.4))).plus(cos(X.minus(Y.times(1.4)))));

    private StatementFaults() {}

    /** What is solved in place of what is stated; its solution is not the manufactured one. */
    private static Equation read(Manufactured truth, Expr stated, Expr read) {
        return read.equalTo(truth.equation(stated).right());
    }

    private static Condition read(Manufactured truth, Region region, Expr stated, Expr read) {
        return read(truth, stated, read).on(region);
    }

    private static Problem line(Equation equation, Condition... conditions) {
        return with(Problem.over(X).require(equation), conditions);
    }

    private static Problem plane(Equation equation, Condition... conditions) {
        return with(Problem.over(X, Y).require(equation), conditions);
    }

    private static Problem with(Problem problem, Condition... conditions) {
        return Arrays.stream(conditions).reduce(problem, Problem::require, (a, b) -> b);
    }

    private static Check<IntFunction<Problem>> check(String name, Manufactured truth, Grids grids, Problem sound) {
        return Check.order(
                name,
                2,
                cells -> sound,
                problem -> Check.slope(grids.spacings(), grids.errors(cells -> {
                    Discretization discretization = Discretization.of(problem.apply(cells[0]));
                    return truth.error(
                            SteadySolver.standard().solve(discretization.system(Scheme.finiteDifferences(2), cells)));
                })));
    }

    public static List<Fault> all() {
        List<Fault> faults = new ArrayList<>();
        operators(faults);
        conditions(faults);
        beam(faults);
        inThePlane(faults);
        plate(faults);
        systems(faults);
        return faults;
    }

    private static void operators(List<Fault> out) {
        Expr a = X.pow(2).plus(1);
        Expr stated = U1.times(a).d(X).times(-1).plus(U.times(U1)).plus(U);
        Condition[] ends = {LINE.on(X.start(), U), LINE.on(X.end(), U)};
        Check<IntFunction<Problem>> check = check(
                "-(a u_x)_x + u u_x + u, Dirichlet, order 2",
                LINE,
                new Grids(5, 1.3, 36),
                line(LINE.equation(stated), ends));
        Expr diffusion = U1.times(a).d(X).times(-1);
        out.add(wrong(check, "the source with the opposite sign", 0, stated, stated.times(-1), ends));
        out.add(wrong(check, "diffusion with the opposite sign", 0, stated, stated.minus(diffusion.times(2)), ends));
        out.add(wrong(check, "diffusion a hundredth too large", 0, stated, stated.plus(diffusion.times(0.01)), ends));
        out.add(wrong(check, "(a u_x)_x without a_x u_x", 0, stated, stated.plus(U1.times(a.d(X))), ends));
        out.add(wrong(check, "u u_x as (u²)_x without its half", 0, stated, stated.plus(U.times(U1)), ends));
        out.add(wrong(check, "the term u left out", 0, stated, stated.minus(U), ends));
        out.add(check.fault("equations", "coefficients taken half an interval away", 1, cells -> {
            Expr shifted = X.plus(0.65 / cells).pow(2).plus(1);
            Expr read = stated.minus(diffusion).minus(U1.times(shifted).d(X));
            return line(read(LINE, stated, read), ends);
        }));
        out.add(check.fault("equations", "the source taken at the node before", 1, cells -> {
            Expr late = LINE.equation(stated).right().substitute(e -> e.equals(X) ? X.minus(1.3 / cells) : null);
            return line(stated.equalTo(late), ends);
        }));
    }

    private static Fault wrong(
            Check<IntFunction<Problem>> check, String name, int shows, Expr stated, Expr read, Condition... ends) {
        return check.fault("equations", name, shows, cells -> line(read(LINE, stated, read), ends));
    }

    private static void conditions(List<Fault> out) {
        Equation equation = LINE.equation(U2.minus(U.times(2)));
        Expr robin = U.times(3).minus(U1);
        Condition left = LINE.on(X.start(), robin);
        Condition right = LINE.on(X.end(), U1);
        Check<IntFunction<Problem>> check = check(
                "u_xx - 2u, Robin and Neumann, order 2", LINE, new Grids(5, 1.3, 50), line(equation, left, right));
        out.add(check.fault(
                "conditions",
                "the normal of the left end points inwards",
                0,
                cells -> line(equation, read(LINE, X.start(), robin, U.times(3).plus(U1)), right)));
        out.add(check.fault(
                "conditions",
                "Robin's coefficient left out",
                0,
                cells -> line(equation, read(LINE, X.start(), robin, U.minus(U1)), right)));
        out.add(check.fault(
                "conditions",
                "Robin read as Dirichlet",
                0,
                cells -> line(equation, read(LINE, X.start(), robin, U), right)));
        out.add(check.fault(
                "conditions",
                "Neumann read as Dirichlet",
                0,
                cells -> line(equation, left, read(LINE, X.end(), U1, U))));
        out.add(check.fault(
                "conditions",
                "Neumann without its datum",
                0,
                cells -> line(equation, left, U1.equalTo(0).on(X.end()))));
        out.add(check.fault("conditions", "the two ends exchanged", 0, cells -> exchanged(equation, robin)));
        out.add(check.fault("conditions", "the datum of a condition taken one node inside", 1, cells -> {
            Expr inside = LINE.equation(U1).right().substitute(e -> e.equals(X) ? X.minus(1.3 / cells) : null);
            return line(equation, left, U1.equalTo(inside).on(X.end()));
        }));
        out.add(check.fault(
                "conditions",
                "a line read as a ring",
                0,
                cells -> line(equation).periodicIn(X)));
    }

    /** Each condition with the data of the other end. */
    private static Problem exchanged(Equation equation, Expr robin) {
        return line(
                equation,
                robin.equalTo(datum(robin, X.max())).on(X.start()),
                U1.equalTo(datum(U1, X.min())).on(X.end()));
    }

    private static Expr datum(Expr operator, double at) {
        return LINE.equation(operator).right().substitute(e -> e.equals(X) ? Expr.constant(at) : null);
    }

    private static void beam(List<Fault> out) {
        Equation equation = LINE.equation(U2.d(X, X).plus(U));
        Expr third = U2.d(X);
        Condition[] left = {LINE.on(X.start(), U), LINE.on(X.start(), U2)};
        Condition[] right = {LINE.on(X.end(), U1), LINE.on(X.end(), third)};
        Check<IntFunction<Problem>> check = check(
                "u_xxxx + u, hinged and sliding, order 2",
                LINE,
                new Grids(5, 1.25, 60),
                line(equation, left[0], left[1], right[0], right[1]));
        out.add(check.fault(
                "conditions",
                "a hinged end read as clamped",
                0,
                cells -> line(equation, left[0], read(LINE, X.start(), U2, U1), right[0], right[1])));
        out.add(check.fault(
                "conditions",
                "the bending moment with the opposite sign",
                0,
                cells -> line(equation, left[0], read(LINE, X.start(), U2, U2.negate()), right[0], right[1])));
        out.add(check.fault(
                "conditions",
                "the shear force read as the bending moment",
                0,
                cells -> line(equation, left[0], left[1], right[0], read(LINE, X.end(), third, U2))));
    }

    private static void inThePlane(List<Fault> out) {
        Expr squares = W.d(X).pow(2).plus(W.d(Y).pow(2));
        Expr stated = LAPLACIAN
                .minus(squares.times(0.2))
                .minus(W.times(W.d(Y)).times(0.3))
                .plus(W.d(X, Y))
                .minus(W);
        Condition[] sides = {
            PLANE.on(X.start(), W.d(X)),
            PLANE.on(X.end(), W.d(X).plus(W)),
            PLANE.on(Y.start(), W),
            PLANE.on(Y.end(), W.d(Y).plus(W.times(2)))
        };
        Check<IntFunction<Problem>> check = check(
                "Δw - (∇w)²/5 - 3ww_y/10 + w_xy - w, a condition of its own on each side, order 2",
                PLANE,
                new Grids(4, 1.3, 14, 14),
                plane(PLANE.equation(stated), sides));
        out.add(wrongInThePlane(
                check,
                "(∇w)² without its part in y",
                stated,
                stated.plus(W.d(Y).pow(2).times(0.2)),
                sides));
        out.add(wrongInThePlane(
                check,
                "w w_y read as w w_x",
                stated,
                stated.plus(W.times(W.d(Y)).times(0.3)).minus(W.times(W.d(X)).times(0.3)),
                sides));
        out.add(wrongInThePlane(
                check,
                "w_xy with the opposite sign",
                stated,
                stated.minus(W.d(X, Y).times(2)),
                sides));
        out.add(wrongInThePlane(
                check, "w_xy read as w_yy", stated, stated.minus(W.d(X, Y)).plus(W.d(Y, Y)), sides));
        out.add(wrongInThePlane(
                check,
                "w_yy with a tenth of its weight",
                stated,
                stated.minus(W.d(Y, Y).times(0.9)),
                sides));
        out.add(check.fault(
                "conditions",
                "u_x on a side across y",
                0,
                cells -> plane(
                        PLANE.equation(stated),
                        sides[0],
                        sides[1],
                        sides[2],
                        read(PLANE, Y.end(), W.d(Y).plus(W.times(2)), W.d(X).plus(W.times(2))))));
    }

    private static Fault wrongInThePlane(
            Check<IntFunction<Problem>> check, String name, Expr stated, Expr read, Condition... sides) {
        return check.fault("equations", name, 0, cells -> plane(read(PLANE, stated, read), sides));
    }

    private static void plate(List<Fault> out) {
        Expr mixed = W.d(X, X).d(Y, Y);
        Expr stated = W.d(X, X)
                .d(X, X)
                .plus(mixed.times(2))
                .plus(W.d(Y, Y).d(Y, Y))
                .plus(W.d(X, X).d(Y).times(3));
        Condition[] sides = {
            PLANE.on(X.ends(), W), PLANE.on(X.ends(), W.d(X)), PLANE.on(Y.ends(), W), PLANE.on(Y.ends(), W.d(Y))
        };
        Check<IntFunction<Problem>> check = check(
                "ΔΔw + 3w_xxy, clamped, order 2",
                PLANE,
                new Grids(4, 1.2, 26, 26),
                plane(PLANE.equation(stated), sides));
        out.add(wrongInThePlane(check, "2w_xxyy without its factor", stated, stated.minus(mixed), sides));
        out.add(wrongInThePlane(
                check,
                "w_xxy transposed to w_xyy",
                stated,
                stated.minus(W.d(X, X).d(Y).times(3)).plus(W.d(X).d(Y, Y).times(3)),
                sides));
    }

    private static void systems(List<Fault> out) {
        Expr first = U2.plus(V.times(2)).minus(U);
        Expr second = V.d(X, X).minus(U.times(V.d(X))).minus(V);
        Condition[] ends = {
            LINE.on(X.start(), U),
            both(U1.plus(V), U1.plus(V)).on(X.end()),
            OTHER.on(X.start(), V.d(X)),
            OTHER.on(X.end(), V)
        };
        Check<IntFunction<Problem>> check = check(
                "u_xx + 2v - u, v_xx - u v_x - v, coupled ends, order 2",
                LINE,
                new Grids(5, 1.3, 40),
                system(both(first, first), both(second, second), ends));
        out.add(check.fault(
                "systems",
                "the coupling takes u in place of v",
                0,
                cells -> system(both(first, U2.plus(U.times(2)).minus(U)), both(second, second), ends)));
        out.add(check.fault(
                "systems",
                "the coupling with the opposite sign",
                0,
                cells -> system(both(first, first.minus(V.times(4))), both(second, second), ends)));
        out.add(check.fault(
                "systems",
                "the sources of the two equations exchanged",
                0,
                cells -> system(
                        first.equalTo(both(second, second).right()),
                        second.equalTo(both(first, first).right()),
                        ends)));
        out.add(check.fault(
                "systems",
                "v_x advected by v in place of u",
                0,
                cells -> system(
                        both(first, first),
                        both(second, second.plus(U.times(V.d(X))).minus(V.times(V.d(X)))),
                        ends)));
        out.add(check.fault(
                "systems",
                "a coupled end without the other field",
                0,
                cells -> system(
                        both(first, first),
                        both(second, second),
                        ends[0],
                        both(U1.plus(V), U1).on(X.end()),
                        ends[2],
                        ends[3])));
    }

    private static Equation both(Expr stated, Expr read) {
        return read.equalTo(Manufactured.equation(stated, LINE, OTHER).right());
    }

    private static Problem system(Equation first, Equation second, Condition... ends) {
        return with(Problem.over(X).require(first).require(second), ends);
    }
}
