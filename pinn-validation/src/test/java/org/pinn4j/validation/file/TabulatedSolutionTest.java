package org.pinn4j.validation.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pinn4j.io.Csv;
import org.pinn4j.io.FormatException;
import org.pinn4j.io.NdArray;
import org.pinn4j.io.Npy;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.Reference;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.MatlabType;

/** Files of u(x, t) = 2 + x + 10t at 4 × 3 points; a reader that mixes up axes or points gives something else. */
class TabulatedSolutionTest {
    private static final Axis X = Axis.of("x", -1, 2);
    private static final Axis T = Axis.time("t", 0, 1);
    private static final Field U = Field.of("u", X, T);
    private static final Field V = Field.of("v", X, T);
    private static final Problem PROBLEM = Problem.over(X, T)
            .require(U.d(T).equalTo(10))
            .require(U.equalTo(X.plus(2)).on(T.start()));
    private static final Problem PAIR =
            PROBLEM.require(V.d(T).equalTo(U)).require(V.equalTo(0).on(T.start()));
    private static final Grid GRID = Grid.of(X, 4).by(T, 3);

    @TempDir
    private Path folder;

    private static double x(int i) {
        return i - 1;
    }

    private static double t(int j) {
        return 0.5 * j;
    }

    private static double u(double x, double t) {
        return 2 + x + 10 * t;
    }

    /** The formula times 1 + error, of every field. */
    private static Reference formula(double error) {
        return new Reference() {
            @Override
            public String kind() {
                return "closed form";
            }

            @Override
            public double[] values(Field field, double[] c, int n) {
                double[] values = new double[n];
                for (int i = 0; i < n; i++) {
                    values[i] = (1 + error) * u(c[i], c[n + i]);
                }
                return values;
            }

            @Override
            public double floor() {
                return 1e-15;
            }
        };
    }

    private void assertFormula(TabulatedSolution read) {
        assertEquals(12, read.size());
        assertEquals(List.of(X, T), read.axes());
        assertEquals(0, read.distance(formula(0)));
    }

    private TabulatedSolution read(Path file) throws IOException {
        return TabulatedSolution.read(file, PROBLEM, GRID);
    }

    private static void assertSays(Path file, Problem problem, String... parts) {
        FormatException e = assertThrows(FormatException.class, () -> TabulatedSolution.read(file, problem, GRID));
        for (String part : parts) {
            assertTrue(e.getMessage().contains(part), e.getMessage());
        }
        assertTrue(e.getMessage().startsWith(file.toString()), e.getMessage());
    }

    private Path csv(String name, double factor) throws IOException {
        double[][] columns = new double[4][12];
        for (int i = 0; i < 12; i++) {
            columns[0][i] = factor * u(x(i / 3), t(i % 3));
            columns[1][i] = t(i % 3);
            columns[2][i] = 7;
            columns[3][i] = x(i / 3);
        }
        Path file = folder.resolve(name);
        Csv.write(file, List.of("u", "t", "note", "x"), columns);
        return file;
    }

    @Test
    void columnsOfATableAreFoundByNameInAnyOrder() throws IOException {
        assertFormula(read(csv("a.csv", 1)));
        assertArrayEquals(
                new double[] {-1, -1, -1, 0},
                Arrays.copyOf(read(csv("b.csv", 1)).coordinates(X), 4));
    }

    @Test
    void theDistanceIsRelativeToTheReferenceOverAllFieldsTogether() throws IOException {
        assertEquals(0.25, read(csv("a.csv", 1.25)).distance(formula(0)), 1e-15);
        assertEquals(0.2, read(csv("a.csv", 1)).distance(formula(0.25)), 1e-15);
    }

    @Test
    void aFloorIsAFigureBesideTheValues() throws IOException {
        TabulatedSolution read = read(csv("a.csv", 1));
        assertEquals(OptionalDouble.empty(), read.floor());
        assertEquals(OptionalDouble.of(1e-5), read.withFloor(1e-5).floor());
        assertEquals(0, read.withFloor(1e-5).distance(formula(0)));
        assertThrows(IllegalArgumentException.class, () -> read.withFloor(Double.NaN));
    }

    @Test
    void aTableWithoutAColumnSaysWhichAndWhatItHas() throws IOException {
        assertSays(csv("a.csv", 1), PAIR, "no column 'v'; need the columns x,t,u,v, found u,t,note,x");
    }

    private static Path text(Path folder, String content) throws IOException {
        return Files.writeString(folder.resolve("t.csv"), content);
    }

    @Test
    void aCoordinateBehindAnEndByRoundingIsPutOntoIt() throws IOException {
        TabulatedSolution read = read(text(folder, "x,t,u\n2.000000002,-1e-10,1\n"));
        assertEquals(2, read.coordinates(X)[0]);
        assertEquals(0, read.coordinates(T)[0]);
    }

    @Test
    void aCoordinateFurtherOutsideIsAnErrorWithAxisValueAndBounds() throws IOException {
        assertSays(text(folder, "x,t,u\n2.1,0,1\n"), PROBLEM, "x = 2.1 is outside the axis [-1.0, 2.0]");
        assertSays(text(folder, "x,t,u\n1,NaN,1\n"), PROBLEM, "t = NaN is outside");
    }

    @Test
    void valuesThatAreNoNumbersAreNamedWithTheirPlace() throws IOException {
        assertSays(text(folder, "x,t,u\n0,0,1\n1,0.5,NaN\n"), PROBLEM, "u = NaN at x = 1.0, t = 0.5");
        assertSays(text(folder, "x,t,u\n"), PROBLEM, "no points");
    }

    private Path npy(int... shape) throws IOException {
        int n = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        double[] values = new double[n];
        for (int k = 0; k < n; k++) {
            values[k] = u(x(k % 12 / 3), t(k % 3));
        }
        Path file = folder.resolve("a.npy");
        Npy.write(file, NdArray.of(values, shape));
        return file;
    }

    @Test
    void anArrayLiesOnTheGridInItsShape() throws IOException {
        assertFormula(read(npy(4, 3)));
        assertFormula(TabulatedSolution.read(npy(2, 4, 3), PAIR, GRID));
    }

    /** A grid may name the axes in another order than the problem. */
    @Test
    void anArrayOnAGridOfTurnedAxesIsReadAlongThem() throws IOException {
        double[] values = new double[12];
        for (int k = 0; k < 12; k++) {
            values[k] = u(x(k % 4), t(k / 4));
        }
        Path file = folder.resolve("turned.npy");
        Npy.write(file, NdArray.of(values, 3, 4));
        assertFormula(TabulatedSolution.read(file, PROBLEM, Grid.of(T, 3).by(X, 4)));
    }

    @Test
    void anArrayOfAnotherShapeIsAnErrorWithBothShapes() throws IOException {
        assertSays(npy(3, 4), PROBLEM, "[3 × 4]", "need [4 × 3]");
        assertSays(npy(4, 3), PAIR, "[4 × 3]", "need [2 × 4 × 3]", "2 fields");
    }

    private static MatFiles axes(String x, String t) {
        return new MatFiles()
                .with(x, new int[] {4, 1}, TabulatedSolutionTest::x)
                .with(t, new int[] {1, 3}, TabulatedSolutionTest::t);
    }

    private static double spaceFirst(int k) {
        return u(x(k % 4), t(k / 4));
    }

    private static double timeFirst(int k) {
        return u(x(k / 3), t(k % 3));
    }

    @ParameterizedTest
    @CsvSource({
        "x,t,u",
        "X,T,U",
        "x,tt,uu",
        "x,t,usol",
        "x,time,u_exact",
        "x_star,t_span,Usol",
        "x,t,answer",
        "a,t,u",
        "x,b,uu"
    })
    void namesOfTheFieldsFilesAreRecognisedWhicheverWayTheValuesLie(String x, String t, String u) throws IOException {
        Path file = folder.resolve("a.mat");
        assertFormula(read(axes(x, t)
                .with(u, new int[] {4, 3}, TabulatedSolutionTest::spaceFirst)
                .write(file)));
        assertFormula(read(axes(x, t)
                .with(u, new int[] {3, 4}, TabulatedSolutionTest::timeFirst)
                .write(file)));
    }

    @Test
    void whatIsNoArrayOfTheProblemIsPassedOver() throws IOException {
        Path file = axes("x", "t")
                .with("usol", new int[] {4, 3}, TabulatedSolutionTest::spaceFirst)
                .with("nu", new int[] {1, 1}, k -> 0.01)
                .with("weights", new int[] {5, 5}, k -> 1)
                .withText("source", "somebody")
                .write(folder.resolve("a.mat"));
        assertFormula(read(file));
    }

    @Test
    void threeAxesInAnyOrderAreToldApartByTheirLengths() throws IOException {
        Axis y = Axis.of("y", 0, 4);
        Field w = Field.of("w", X, y, T);
        Problem problem = Problem.over(X, y, T)
                .require(w.d(T).equalTo(0))
                .require(w.equalTo(y).on(T.start()));
        Path file = axes("x", "t")
                .with("y", new int[] {1, 5}, j -> j)
                .with("w", new int[] {3, 4, 5}, k -> u(x(k / 3 % 4), t(k % 3)) + 100 * (k / 12))
                .write(folder.resolve("a.mat"));
        TabulatedSolution read = TabulatedSolution.read(file, problem, GRID);
        double[] found = read.values(w);
        for (int i = 0; i < 60; i++) {
            double expected = u(read.coordinates(X)[i], read.coordinates(T)[i]) + 100 * read.coordinates(y)[i];
            assertEquals(expected, found[i]);
        }
    }

    @Test
    void coordinatesAndValuesOfASingleAxisAreToldApartByName() throws IOException {
        Field w = Field.of("w", X);
        Problem problem =
                Problem.over(X).require(w.d(X).equalTo(1)).require(w.equalTo(0).on(X.start()));
        for (String name : List.of("w", "answer")) {
            Path file = new MatFiles()
                    .with(name, new int[] {4, 1}, k -> 7 + k)
                    .with("x", new int[] {1, 4}, TabulatedSolutionTest::x)
                    .write(folder.resolve("a.mat"));
            TabulatedSolution read = TabulatedSolution.read(file, problem, GRID);
            assertArrayEquals(new double[] {-1, 0, 1, 2}, read.coordinates(X));
            assertArrayEquals(new double[] {7, 8, 9, 10}, read.values(w));
        }
    }

    @Test
    void equallyManyPointsAlongTwoAxesAreAnAmbiguityThatSaysWhatToDo() throws IOException {
        Path file = new MatFiles()
                .with("x", new int[] {3, 1}, TabulatedSolutionTest::x)
                .with("t", new int[] {3, 1}, TabulatedSolutionTest::t)
                .with("u", new int[] {3, 3}, k -> 1)
                .write(folder.resolve("a.mat"));
        assertSays(file, PROBLEM, "u [3 × 3] may lie either way", "leave out one point of an axis", ".csv");
    }

    @Test
    void aMissingAxisIsNamedWithTheArraysThatAreThere() throws IOException {
        Path file = new MatFiles()
                .with("x", new int[] {4, 1}, TabulatedSolutionTest::x)
                .with("u", new int[] {4, 3}, k -> 1)
                .write(folder.resolve("a.mat"));
        assertSays(file, PROBLEM, "no array of coordinates for the axis t", "x [4], u [4 × 3]");
    }

    @Test
    void aMissingFieldIsNamedWithTheArraysThatAreThere() throws IOException {
        assertSays(
                axes("x", "t").write(folder.resolve("a.mat")),
                PROBLEM,
                "no array of 2 indices for the field u",
                "t [3]");
    }

    @Test
    void twoArraysThatMayBeTheFieldAreAnAmbiguity() throws IOException {
        Path file = axes("x", "t")
                .with("u_ref", new int[] {4, 3}, k -> 1)
                .with("u_exact", new int[] {4, 3}, k -> 1)
                .write(folder.resolve("a.mat"));
        assertSays(file, PROBLEM, "u may be any of [u_ref [4 × 3], u_exact [4 × 3]]");
    }

    @Test
    void valuesThatDoNotFitTheAxesAreAnErrorWithAllLengths() throws IOException {
        Path file = axes("x", "t").with("u", new int[] {4, 4}, k -> 1).write(folder.resolve("a.mat"));
        assertSays(file, PROBLEM, "u [4 × 4] does not fit the lengths of the axes, [x [4], t [3]]");
    }

    @Test
    void complexValuesAreRefused() throws IOException {
        Path file = axes("x", "t")
                .with("u", Mat5.newComplex(new int[] {4, 3}, MatlabType.Double), k -> 1)
                .write(folder.resolve("a.mat"));
        assertSays(file, PROBLEM, "u is complex");
    }

    @Test
    void aFileOfVersionSevenPointThreeSaysHowToSaveIt() throws IOException {
        Path file = Files.writeString(folder.resolve("a.mat"), "MATLAB 7.3 MAT-file" + " ".repeat(600));
        assertSays(file, PROBLEM, "only level 5 is read: save it with -v7");
    }

    @Test
    void anotherEndingOrNoFileIsAnErrorThatNamesIt() throws IOException {
        assertSays(Files.writeString(folder.resolve("a.h5"), "x"), PROBLEM, ".csv, .npy or .mat");
        for (String name : List.of("none.mat", "none.csv", "none.npy")) {
            assertThrows(NoSuchFileException.class, () -> read(folder.resolve(name)));
        }
        assertSays(Files.createDirectory(folder.resolve("d.mat")), PROBLEM, "ordinary file");
    }
}
