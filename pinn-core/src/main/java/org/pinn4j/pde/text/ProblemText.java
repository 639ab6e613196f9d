package org.pinn4j.pde.text;

import java.util.Map;
import java.util.function.BiConsumer;
import org.pinn4j.args.Args;
import org.pinn4j.pde.Axes;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Problem;

/**
 * The text form of a whole statement, one entry a line, expressions as in {@link ExprText}. Written text reads back as an equal
 * problem.
 * <pre>{@code
 * problem "burgers"
 * space x -1.0 1.0
 * time t 0.0 1.0
 * field u x t
 * parameter nu 0.1 positive
 * condition "pde" interior
 * left u_t + u*u_x
 * right nu*u_xx
 * condition "boundary" x both
 * left u
 * right 0.0
 * odd x 0.0
 * }</pre>
 * <p>A family of axes is one entry, {@code axes x 1000 -1.0 1.0}, after which x stands for x1 ... x1000 in {@code field u x t};
 * numbers that sums take are an array and an entry, {@code coefficients c}.
 * What is minimised has two lines in place of equations in the interior, {@code energy interior} and
 * {@code density 0.5*u_x^2 - u}; the equations that follow are not in the text.
 */
public final class ProblemText {
    /** Longest text that is read, in characters: a quarter of a million measured points of three full numbers. */
    public static final int MAX_LENGTH = 16 * 1024 * 1024;

    /** Most lines that are read, measured points not counted: a memory of a few megabytes. */
    public static final int MAX_LINES = 20_000;

    /** Most conditions, and cuts of their regions: each takes some 20 KB and a tenth of a millisecond to be checked. */
    public static final int MAX_REGIONS = 2000;

    /** Most measured points that are read from a text, 100 bytes of memory each. */
    public static final int MAX_POINTS = 260_000;

    /** Most numbers of one array of a shape in a text, 150 bytes each while it is read. */
    public static final int MAX_ARRAY = 400_000;

    /** Most axes of a statement that is read, those of families not counted. */
    public static final int MAX_AXES = 200;

    /** Most axes of all families of a statement that is read. */
    public static final int MAX_FAMILIES = Axes.MOST;

    /**
     * Most nodes of all expressions of a statement that is read, what is differentiated while it is read included: each is visited
     * some two hundred times by the checks of {@link Problem#require}, and takes 2 KB; the largest of the catalogue has 231.
     */
    public static final int MAX_NODES = 30_000;

    /** What the names of arrays of readings begin with: {@code readings.0.points} [count × axes], {@code values}, {@code deviations}. */
    public static final String READINGS = "readings.";

    /** What the names of arrays of coefficients begin with: {@code coefficients.c}. */
    public static final String COEFFICIENTS = "coefficients.";

    private ProblemText() {}

    public static String write(Problem problem) {
        Args.given(problem, "problem");
        return new ProblemWriter(problem).write();
    }

    /**
     * The same without the arrays of the shape, such as the corners of a mesh, those of readings, see {@link #READINGS}, and those
     * of coefficients, see {@link #COEFFICIENTS}: they go to {@code arrays} by name.
     */
    public static String write(Problem problem, BiConsumer<String, double[]> arrays) {
        Args.given(problem, "problem", arrays, "arrays");
        return new ProblemWriter(problem, arrays).write();
    }

    /**
     * @param functions the functions given as code that the statement uses, by name
     * @throws IllegalArgumentException with the line, if the text is not a statement or the statement is wrong
     */
    public static Problem parse(String text, Map<String, Expr> functions) {
        Args.given(text, "text", functions, "functions");
        return parse(text, functions, Map.of());
    }

    /**
     * @param functions the functions given as code that the statement uses, by name
     * @param arrays those of the shape, of coefficients and of readings that are not in the text, by name
     * @throws IllegalArgumentException with the line, if the text is not a statement or the statement is wrong
     */
    public static Problem parse(String text, Map<String, Expr> functions, Map<String, double[]> arrays) {
        Args.given(text, "text", functions, "functions");
        Args.given(arrays, "arrays");
        return new ProblemParser(functions, arrays).parse(text);
    }
}
