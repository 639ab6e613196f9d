package org.pinn4j.validation.reference;

import java.util.function.IntFunction;
import org.pinn4j.pde.Field;
import org.pinn4j.problems.AllenCahn;
import org.pinn4j.problems.Burgers;
import org.pinn4j.problems.HeatSineMode;
import org.pinn4j.problems.PoissonSine2d;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.Reference;
import org.pinn4j.validation.reference.ComputedReference.Levels;

/** Finite-difference references of the problems of the catalogue. */
public final class FiniteDifferences {
    private static final int ORDER = 6;

    /** What halving the spacing gains. */
    private static final double SPACE_RATIO = 64;

    /** Tolerances of the runs that show the error in time, as multiples of the one used. */
    private static final double TIGHTER = 100;

    /** What a hundredfold tolerance is trusted to gain; step control often gains more. */
    private static final double TIME_RATIO = 10;

    /** Round-off that some thousand steps leave. */
    private static final double ROUND_OFF = 1e-13;

    private FiniteDifferences() {}

    /**
     * Burgers' equation on the whole of [-1, 1], points clustered at the layer: spacing at x = 0 is a tenth of the mean.
     * @param cells intervals of the finest of three lines, a multiple of 4
     * @param tolerance of the step control
     */
    public static Reference burgers(int cells, double tolerance) {
        Evolution evolution = new Evolution(
                new Line(Burgers.X, cells, 0.9),
                Ends.ODD,
                Burgers.T,
                (u, ux, uxx) -> Burgers.NU * uxx - u * ux,
                x -> -Math.sin(Math.PI * x),
                0,
                ORDER);
        return reference(evolution, Burgers.U, new Burgers().grid(), tolerance);
    }

    /** The heat equation on [0, 1], equal spacing. Parameters as for {@link #burgers}. */
    public static Reference heat(int cells, double tolerance) {
        Evolution evolution = new Evolution(
                new Line(HeatSineMode.X, cells, 0),
                Ends.ODD,
                HeatSineMode.T,
                (u, ux, uxx) -> HeatSineMode.ALPHA * uxx,
                x -> Math.sin(Math.PI * x),
                0,
                ORDER);
        return reference(evolution, HeatSineMode.U, new HeatSineMode().grid(), tolerance);
    }

    /**
     * The Allen-Cahn equation on the periodic [-1, 1], points clustered at the wrap, where the initial slope jumps from -2 to 2:
     * spacing there is a fifth of the mean. Parameters as for {@link #burgers}.
     */
    public static Reference allenCahn(int cells, double tolerance) {
        Evolution evolution = new Evolution(
                new Line(AllenCahn.X, cells, -0.8),
                Ends.WRAP,
                AllenCahn.T,
                (u, ux, uxx) -> AllenCahn.DIFFUSIVITY * uxx + AllenCahn.RATE * u * (1 - u * u),
                AllenCahn::initial,
                4,
                ORDER);
        return reference(evolution, AllenCahn.U, new AllenCahn().grid(), tolerance);
    }

    /**
     * Poisson's equation on the unit square.
     * @param cells intervals a side of the finest of three grids, a multiple of 4
     * @param tolerance of the linear solve, relative
     */
    public static Reference poisson(int cells, double tolerance) {
        check(cells);
        IntFunction<PoissonSquare> solve =
                n -> PoissonSquare.solve(PoissonSine2d.X, PoissonSine2d.Y, PoissonSine2d::source, ORDER, n, tolerance);
        PoissonSquare finest = solve.apply(cells);
        return ComputedReference.of(
                "finite differences, order %s, %s x %s".formatted(ORDER, cells, cells),
                PoissonSine2d.U,
                finest::values,
                new PoissonSine2d().grid(),
                ROUND_OFF,
                new Levels(
                        solve.apply(cells / 4)::values, solve.apply(cells / 2)::values, finest::values, SPACE_RATIO));
    }

    private static void check(int cells) {
        if (cells % 4 != 0 || cells < 64) {
            throw new IllegalArgumentException(
                    "finite differences: need a multiple of 4 and at least 64 cells, got " + cells);
        }
    }

    private static Reference reference(Evolution evolution, Field field, Grid record, double tolerance) {
        int cells = evolution.line().cells();
        check(cells);
        Evolution.Run finest = evolution.solve(cells, tolerance);
        SpaceTimeTable middle = evolution.solve(cells / 2, tolerance).table();
        SpaceTimeTable coarse = evolution.solve(cells / 4, tolerance).table();
        SpaceTimeTable loose = evolution.solve(cells / 2, tolerance * TIGHTER).table();
        SpaceTimeTable loosest =
                evolution.solve(cells / 2, tolerance * TIGHTER * TIGHTER).table();
        return ComputedReference.of(
                "finite differences, order %s, %s x %s".formatted(ORDER, cells, finest.steps()),
                field,
                finest.table()::values,
                record,
                ROUND_OFF,
                new Levels(coarse::values, middle::values, finest.table()::values, SPACE_RATIO),
                new Levels(loosest::values, loose::values, middle::values, TIME_RATIO));
    }
}
