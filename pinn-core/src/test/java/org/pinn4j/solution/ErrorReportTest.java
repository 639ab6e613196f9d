package org.pinn4j.solution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Region;
import org.pinn4j.sampling.Grid;

class ErrorReportTest {
    private static final Axis X = Axis.of("x", -1, 2);
    private static final Axis T = Axis.time("t", 0, 1);

    private static Reference reference(DoubleBinaryOperator f, double floor) {
        return new Reference() {
            @Override
            public String kind() {
                return "closed form";
            }

            @Override
            public double[] values(Field field, double[] x, int n) {
                double[] u = new double[n];
                java.util.Arrays.setAll(u, i -> f.applyAsDouble(x[i], x[n + i]));
                return u;
            }

            @Override
            public double floor() {
                return floor;
            }
        };
    }

    @Test
    void fieldsThatAReferenceDoesNotKnowAreLeftOut() {
        Solution s = Examples.folded(false, "mlp(7,5;tanh)", "mlp(4;sin)");
        List<Axis> axes = s.problem().axes();
        Grid grid = Grid.of(axes.get(0), 9).by(axes.get(1), 9);
        Reference all = reference((x, t) -> 1, 1e-15);
        Reference one = new Reference() {
            @Override
            public String kind() {
                return all.kind();
            }

            @Override
            public boolean knows(Field field) {
                return field.equals(s.fields().get(1));
            }

            @Override
            public double[] values(Field field, double[] x, int n) {
                assertTrue(knows(field), field::toString);
                return all.values(field, x, n);
            }

            @Override
            public double floor() {
                return all.floor();
            }
        };
        ErrorReport.FieldError known =
                s.compare(all, grid).fields().get(s.fields().get(1).name());
        ErrorReport report = s.compare(one, grid);
        assertEquals(Map.of(s.fields().get(1).name(), known), report.fields());
        assertEquals(known.relativeL2(), report.relativeL2());
        assertEquals(known.maxError(), report.maxError());
    }

    @Test
    void theErrorAgainstAScaledReferenceIsTheScale() {
        Solution s = Examples.closedForm(Expr.sin(X.plus(T)), X, T);
        Reference r = reference((x, t) -> 2 * Math.sin(x + t), 1e-15);
        for (Grid grid : List.of(Grid.of(X, 31).by(T, 11), Grid.of(T, 11).by(X, 31))) {
            ErrorReport report = s.compare(r, grid);
            assertEquals(0.5, report.relativeL2(), 1e-14);
            assertFalse(report.belowFloor());
            assertEquals(0.5, report.fields().get("f").relativeL2(), 1e-14);
            double x = report.at().get("x");
            double t = report.at().get("t");
            assertEquals(Math.abs(Math.sin(x + t)), report.maxError(), 1e-14);
            assertEquals(1, report.maxError(), 1e-2);
        }
    }

    @Test
    void theStartOfTimeTakesPart() {
        Solution s = Examples.closedForm(Expr.constant(1).plus(T.times(0)), X, T);
        ErrorReport report = s.compare(
                reference((x, t) -> t == 0 ? 3 : 1, 1e-15), Grid.of(X, 3).by(T, 5));
        assertEquals(Map.of("x", -1.0, "t", 0.0), report.at());
        assertEquals(Math.sqrt(3 * 4.0 / (3 * 9 + 12)), report.relativeL2(), 1e-15);
    }

    @Test
    void anErrorBelowTheFloorOfTheReferenceIsPrintedAsSuch() {
        Solution s = Examples.closedForm(Expr.sin(X.plus(T)), X, T);
        ErrorReport report = s.compare(
                reference((x, t) -> Math.sin(x + t), 1e-9), Grid.of(X, 31).by(T, 11));
        assertTrue(report.belowFloor());
        assertEquals("< 1.00e-09", report.relativeL2Text());
        assertTrue(report.toString().contains("relative L2 < 1.00e-09"), report.toString());
        ModelCard card = s.card().withError(report);
        assertEquals(
                List.of(new ModelCard.Measured("closed form", "31x11", report.relativeL2(), report.maxError(), 1e-9)),
                card.errors());
    }

    @Test
    void fieldsAreStackedAndStandAlone() {
        Solution s = Examples.folded(false, "mlp(4;tanh)");
        Reference zeroPlus = new Reference() {
            @Override
            public String kind() {
                return "shifted";
            }

            @Override
            public double[] values(Field field, double[] x, int n) {
                double[] u = new double[n];
                java.util.Arrays.setAll(
                        u,
                        i -> s.evaluate(field, x[i], x[n + i]) + (field.name().equals("u") ? 0.5 : 0.25));
                return u;
            }

            @Override
            public double floor() {
                return 1e-15;
            }
        };
        ErrorReport report = s.compare(zeroPlus, Grid.of(Examples.X, 5).by(Examples.T, 4));
        assertEquals("u", report.field());
        assertEquals(0.5, report.maxError(), 1e-12);
        assertEquals(0.25, report.fields().get("v").maxError(), 1e-12);
        double u = 20 * 0.25 / Math.pow(report.fields().get("u").relativeL2(), 2);
        double v = 20 * 0.0625 / Math.pow(report.fields().get("v").relativeL2(), 2);
        assertEquals(Math.sqrt(20 * 0.3125 / (u + v)), report.relativeL2(), 1e-10);
    }

    /** e = ε sin x against u = cos(x + t): Σ e'²/Σ u'² by hand, exactly known derivatives or not. */
    @Test
    void theSeminormComparesDerivatives() {
        Solution s = Examples.closedForm(
                Expr.cos(X.plus(T)).plus(Expr.sin(X.times(3)).times(1e-3)), X, T);
        Reference differenced = reference((x, t) -> Math.cos(x + t), 1e-15);
        Reference exact = new Reference() {
            @Override
            public String kind() {
                return "closed form";
            }

            @Override
            public double[] values(Field field, double[] x, int n) {
                return differenced.values(field, x, n);
            }

            @Override
            public double floor() {
                return 1e-15;
            }

            @Override
            public Optional<double[]> derivative(Field field, Axis by, double[] x, int n) {
                double[] slope = new double[n];
                java.util.Arrays.setAll(slope, i -> -Math.sin(x[i] + x[n + i]));
                return Optional.of(slope);
            }
        };
        double[] points = Grid.of(X, 61).by(T, 11).points().coordinates();
        int n = 61 * 11;
        double above = 0;
        double below = 0;
        for (int i = 0; i < n; i++) {
            above += Math.pow(3e-3 * Math.cos(3 * points[i]), 2);
            below += Math.pow(Math.sin(points[i] + points[n + i]), 2);
        }
        double expected = Math.sqrt(above / below);
        for (Grid grid : List.of(Grid.of(X, 61).by(T, 11), Grid.of(T, 11).by(X, 61))) {
            assertEquals(expected, s.compare(exact, grid).h1(), 1e-13);
            assertEquals(expected, s.compare(differenced, grid).h1(), 1e-6 * expected);
            assertEquals(expected, s.compare(exact, grid).fields().get("f").h1(), 1e-13);
        }
        assertTrue(Double.isNaN(s.compare(differenced, Grid.of(X, 5).by(T, 5)).h1()));
    }

    @Test
    void aPeriodicAxisIsDifferencedAcrossItsWrap() {
        Axis y = Axis.of("y", 0, 2 * Math.PI);
        Solution s = Examples.closedForm(Expr.sin(y).times(1.5), y);
        Reference half = new Reference() {
            @Override
            public String kind() {
                return "sine";
            }

            @Override
            public double[] values(Field field, double[] x, int n) {
                return java.util.Arrays.stream(x).map(Math::sin).toArray();
            }

            @Override
            public double floor() {
                return 1e-15;
            }
        };
        assertEquals(0.5, s.compare(half, Grid.of(y, 40).periodic(y)).h1(), 1e-12);
    }

    @Test
    void slicesAreRelativeToTheirOwnTime() {
        Solution s = Examples.closedForm(Expr.constant(0).plus(T.times(T)).plus(X.times(0)), X, T);
        ErrorReport report = s.compare(
                reference((x, t) -> 2 * t * t + 1, 1e-2), Grid.of(T, 9).by(X, 4));
        assertEquals(
                List.of(0.0, 0.25, 0.5, 0.75, 1.0),
                report.slices().stream().map(ErrorReport.TimeSlice::time).toList());
        for (ErrorReport.TimeSlice slice : report.slices()) {
            double t = slice.time();
            assertEquals((t * t + 1) / (2 * t * t + 1), slice.relativeL2(), 1e-15);
            assertEquals(t * t + 1, slice.maxError(), 1e-15);
        }
        assertEquals("< 1.00e-02", report.text(9e-3));
        assertEquals("1.10e-02, of which the reference may have 1.00e-02", report.text(1.1e-2));
        assertEquals("1.10e-01", report.text(0.11));
    }

    @Test
    void aGridOfOtherAxesAndAReferenceThatIsNotANumberAreRefused() {
        Solution s = Examples.closedForm(Expr.sin(X.plus(T)), X, T);
        Reference r = reference((x, t) -> x == 2 ? Double.NaN : 0, 1e-15);
        assertThrows(IllegalArgumentException.class, () -> s.compare(r, Grid.of(X, 5)));
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> s.compare(r, Grid.of(X, 5).by(T, 2)))
                .getMessage();
        assertTrue(message.contains("NaN") && message.contains("x=2.0"), message);
    }

    @Test
    void integralsAgreeWithClosedForms() {
        Axis y = Axis.of("y", 0, 3);
        Solution s = Examples.closedForm(Expr.exp(X).times(Expr.sin(y)), X, y);
        Field f = s.fields().get(0);
        double ex = Math.exp(2) - Math.exp(-1);
        double sy = 1 - Math.cos(3);
        Integral i = s.integral(f, Region.interior());
        assertEquals(ex * sy, i.value(), 1e-12);
        assertTrue(i.error() < 1e-9 && Math.abs(i.value() - ex * sy) <= i.error() + 1e-13, i.toString());
        assertEquals(ex * sy / 9, s.mean(f, Region.interior()), 1e-12);
        assertEquals(Math.exp(2) * sy, s.integrate(f, X.end()), 1e-12);
        assertEquals(3 + 3, s.integrate(Expr.constant(1).plus(f.times(0)), X.ends()), 1e-12);
        assertEquals(12, s.integrate(Expr.constant(1), Region.boundary()), 1e-12);
    }

    /** Gauss: the flux through the boundary is the integral of the Laplacian. */
    @Test
    void theFluxThroughTheBoundaryIsTheIntegralOfTheDivergence() {
        Axis y = Axis.of("y", 0, 3);
        Solution s = Examples.closedForm(Expr.exp(X).times(Expr.sin(y.times(2))).plus(X.pow(3)), X, y);
        Field f = s.fields().get(0);
        double flux = s.integrate(f.dn(), Region.boundary());
        assertEquals(s.integrate(f.d(X, X).plus(f.d(y, y)), Region.interior()), flux, 1e-10 * Math.abs(flux));
        assertThrows(IllegalArgumentException.class, () -> s.integrate(f.dn(), Region.interior()));
    }

    /** Neither an end of time nor one of a parameter has a side to leave by; values can be summed there. */
    @Test
    void noFluxLeavesThroughAnEndThatIsNoBoundary() {
        Axis q = Axis.parameter("q", 1, 3);
        Solution s = Examples.closedForm(X.times(X).times(T).times(q), X, T, q);
        Field f = s.fields().get(0);
        for (Region end : List.of(T.end(), q.start(), q.ends(), Region.interior())) {
            String message = assertThrows(IllegalArgumentException.class, () -> s.integrate(f.dn(), end))
                    .getMessage();
            assertTrue(message.contains(end + " has no normal; integrate over an end of a space axis"), message);
        }
        assertEquals(s.integrate(X.pow(2).times(3 * 0.5), q.end()), s.integrate(f, q.end()), 1e-12);
        assertEquals(s.integrate(f.d(X), X.end()), s.integrate(f.dn(), X.end()), 1e-12);
    }

    /** Of data met exactly that are known as values alone the slope is taken by differences, whatever the reference knows. */
    @Test
    void aSolutionWithoutSlopesIsComparedByDifferences() {
        Expr hat = Expr.values("hat", x -> 1 - Math.abs(x[0]), X);
        Solution s = Examples.closedForm(hat.times(T), T, X);
        Reference twice = new Reference() {
            @Override
            public String kind() {
                return "twice as much";
            }

            @Override
            public double floor() {
                return 1e-15;
            }

            @Override
            public double[] values(Field field, double[] x, int n) {
                double[] u = new double[n];
                java.util.Arrays.setAll(u, i -> 2 * x[i] * (1 - Math.abs(x[n + i])));
                return u;
            }

            @Override
            public Optional<double[]> derivative(Field field, Axis by, double[] x, int n) {
                return Optional.of(new double[n]);
            }
        };
        ErrorReport report = s.compare(twice, Grid.of(T, 5).by(X, 31));
        assertEquals(0.5, report.relativeL2(), 1e-12);
        assertEquals(0.5, report.h1(), 1e-12);
    }

    @Test
    void anIntegralOverAPartOfAnotherShapeIsRefused() {
        Axis y = Axis.of("y", -1, 1);
        Solution s = Examples.closedForm(X, X, y);
        Region circle = org.pinn4j.domain.Disk.of(X, y, 0, 0, 1).part("circle");
        assertThrows(
                IllegalArgumentException.class, () -> s.integrate(s.fields().get(0), circle));
    }

    @Test
    void aKinkIsRefinedUntilTheEstimateIsSmallOrSaysSo() {
        Solution s = Examples.closedForm(Expr.abs(X.minus(0.3)), X);
        Integral i = s.integral(s.fields().get(0), Region.interior());
        double exact = (1.3 * 1.3 + 1.7 * 1.7) / 2;
        assertTrue(Math.abs(i.value() - exact) <= Math.max(10 * i.error(), 1e-13), i + " against " + exact);
    }

    @Test
    void aboveThreeDimensionsTheEstimateHoldsTheError() {
        Axis[] axes = {Axis.of("a", 0, 1), Axis.of("b", 0, 1), Axis.of("c", 0, 1), Axis.of("d", 0, 2)};
        Expr product = Expr.exp(axes[0]).times(Expr.cos(axes[1])).times(axes[2]).times(axes[3]);
        Solution s = Examples.closedForm(product, axes);
        Integral i = s.integral(s.fields().get(0), Region.interior());
        double exact = (Math.E - 1) * Math.sin(1) * 0.5 * 2;
        assertEquals(exact, i.value(), 1e-4);
        assertTrue(i.error() > 0 && Math.abs(i.value() - exact) < 2 * i.error(), i + " against " + exact);
    }

    @Test
    void aFailureThrowsWithNumbersAndAdviceWhereAnAnswerWasAskedFor() {
        Solution s = Examples.folded(false, "mlp(4;tanh)");
        assertEquals(s, s.orThrow());
        assertEquals(
                Outcome.BUDGET_SPENT,
                ended(s, Outcome.BUDGET_SPENT, OptionalDouble.empty()).orThrow().outcome());
        for (Outcome outcome : List.of(Outcome.BUDGET_SPENT, Outcome.STALLED, Outcome.NON_FINITE)) {
            Solution failed = ended(s, outcome, OptionalDouble.of(1e-6));
            SolveException e = assertThrows(SolveException.class, failed::orThrow);
            assertTrue(e.getMessage().contains("system: " + outcome + " after 12 steps"), e.getMessage());
            assertTrue(e.getMessage().endsWith("try more"), e.getMessage());
            assertEquals(failed, e.solution());
        }
        assertThrows(
                SolveException.class,
                () -> ended(s, Outcome.NON_FINITE, OptionalDouble.empty()).orThrow());
    }

    private static Solution ended(Solution s, Outcome outcome, OptionalDouble tolerance) {
        return s.withCard(new ModelCard(
                "standard",
                42,
                outcome,
                "try more",
                12,
                100,
                50,
                1e-3,
                OptionalDouble.empty(),
                tolerance,
                List.of(),
                List.of(),
                "java",
                "1",
                List.of(),
                Map.of()));
    }
}
