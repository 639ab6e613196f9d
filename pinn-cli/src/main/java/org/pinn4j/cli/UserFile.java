package org.pinn4j.cli;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.text.ExprText;
import org.pinn4j.problems.Catalogue;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.Reference;
import org.pinn4j.train.Recipe;

/**
 * A user's own problem in one Java file. One class of the file has {@code public static Problem problem()}, and may have
 * {@code public static Reference reference()}, {@code public static Grid grid()} and {@code public static Recipe recipe()}.
 */
final class UserFile {
    /** Points along each axis where the file states no grid: fine for a picture, affordable in three dimensions. */
    private static final int[] COUNTS = {201, 101, 41};

    /** Points of the whole grid where there are more axes than that. */
    private static final double MANY = 1e6;

    private final Path file;
    private final Class<?> home;

    private UserFile(Path file, Class<?> home) {
        this.file = file;
        this.home = home;
    }

    /** The name of its problem, unless the statement has one: that of the file without its ending. */
    static String nameOf(Path file) {
        Path name = file.getFileName(); // a root has none
        return name == null ? "" : name.toString().replaceFirst("\\.java$", "");
    }

    /** Compiles the file against the running class path, in memory. @throws Failure with file, line and message */
    static UserFile load(Path file) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            String hint = Catalogue.names().contains(file.toString())
                    ? "; did you mean 'pinn solve %s', the problem of the catalogue?".formatted(file)
                    : "";
            throw Failure.badInput("cannot read %s; need a Java source file%s".formatted(file, hint));
        }
        List<Class<?>> homes = new ArrayList<>();
        for (Class<?> type : MemoryCompiler.compile(file)) {
            if (find(type, "problem", Problem.class).isPresent()) {
                homes.add(type);
            }
        }
        if (homes.size() != 1) {
            throw Failure.badInput("%s: need one class with 'public static Problem problem()', found %s"
                    .formatted(file, homes.isEmpty() ? "none" : homes.size()));
        }
        return new UserFile(file, homes.get(0));
    }

    UserProblem problem(String name) {
        Problem stated = call("problem", Problem.class)
                .orElseThrow(() -> Failure.badInput("%s: problem() returned null".formatted(file)));
        Problem problem = stated.name().isEmpty() ? stated.named(name) : stated;
        Grid grid = call("grid", Grid.class).orElseGet(() -> gridOf(problem));
        requireAxes(grid, problem);
        Optional<Reference> reference = call("reference", Reference.class);
        return new UserProblem(problem.name(), problem, grid, reference, call("recipe", Recipe.class), file.toString());
    }

    /** The functions given as code of the statement by name. */
    Map<String, Expr> functions() {
        return ExprText.functions(problem("").statement());
    }

    /** Errors and pictures go through the grid axis by axis. */
    private void requireAxes(Grid grid, Problem problem) {
        if (!Set.copyOf(grid.axes()).equals(Set.copyOf(FieldValues.gridAxes(problem)))) {
            throw Failure.badInput("%s: grid() has %s, need the axes of problem(): %s"
                    .formatted(file, described(grid.axes()), described(FieldValues.gridAxes(problem))));
        }
    }

    private static String described(List<Axis> axes) {
        return axes.stream()
                .map(a -> "%s in [%s, %s]".formatted(a, a.min(), a.max()))
                .collect(Collectors.joining(", "));
    }

    private static Grid gridOf(Problem problem) {
        List<Axis> axes = FieldValues.gridAxes(problem);
        int count = axes.size() <= COUNTS.length
                ? COUNTS[axes.size() - 1]
                : Math.max(2, (int) Math.pow(MANY, 1.0 / axes.size()));
        Grid grid = Grid.of(axes.get(0), count);
        for (Axis axis : axes.subList(1, axes.size())) {
            grid = grid.by(axis, count);
        }
        return grid;
    }

    private <T> Optional<T> call(String method, Class<T> type) {
        Optional<Method> found = find(home, method, type);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try {
            found.get().setAccessible(true);
            return Optional.ofNullable(type.cast(found.get().invoke(null)));
        } catch (InvocationTargetException e) {
            throw failure(method, e.getCause());
        } catch (ExceptionInInitializerError e) {
            throw failure(method, e.getCause() == null ? e : e.getCause());
        } catch (IllegalAccessException | LinkageError e) {
            throw failure(method, e);
        }
    }

    private Failure failure(String method, Throwable cause) {
        boolean stated = cause instanceof IllegalArgumentException && cause.getMessage() != null;
        Throwable told =
                cause instanceof ExceptionInInitializerError && cause.getCause() != null ? cause.getCause() : cause;
        String kind = stated ? "" : told.getClass().getSimpleName() + ": ";
        return Failure.badInput("%s: %s(): %s%s".formatted(file, method, kind, Errors.firstLine(told)), cause);
    }

    private static Optional<Method> find(Class<?> type, String name, Class<?> result) {
        try {
            Method method = type.getDeclaredMethod(name);
            boolean fits = result.isAssignableFrom(method.getReturnType())
                    && Modifier.isStatic(method.getModifiers())
                    && Modifier.isPublic(method.getModifiers());
            return fits ? Optional.of(method) : Optional.empty();
        } catch (NoSuchMethodException absent) {
            return Optional.empty();
        }
    }
}
