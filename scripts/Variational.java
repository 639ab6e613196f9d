import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.pinn4j.Pinn;
import org.pinn4j.ansatz.Design;
import org.pinn4j.network.Initializer;
import org.pinn4j.network.Mlp;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.problems.CatalogueProblem;
import org.pinn4j.problems.Kink;
import org.pinn4j.problems.PoissonSine2d;
import org.pinn4j.solution.Reference;
import org.pinn4j.solution.Solution;
import org.pinn4j.train.Points;
import org.pinn4j.train.Recipe;

/** The table of docs/variational.md: strong residuals, energies and variational residuals, by steps. Equal runs give equal tables. */
public final class Variational {
    private static final long[] SEEDS = {1, 2, 3};

    private Variational() {}

    public static void main(String[] args) throws IOException {
        Path document = Path.of(args[0]);
        String table = "| problem | formulation | parameters | steps | median error | worst |\n|---|---|--:|--:|--:|--:|\n"
                + poisson()
                + kink();
        String text = filled(Files.readString(document), table);
        if (List.of(args).contains("--print")) {
            System.out.print(text);
        } else {
            Files.writeString(document, text);
        }
    }

    private static String filled(String text, String table) {
        String begin = "<!-- table:begin -->\n";
        int from = text.indexOf(begin) + begin.length();
        int to = text.indexOf("<!-- table:end -->");
        if (from < begin.length() || to < from) {
            throw new IllegalStateException("no markers 'table' in the document");
        }
        return text.substring(0, from) + table + text.substring(to);
    }

    /** The network of the other two, two points a parameter. */
    private static Recipe strong() {
        return Recipe.of("strong")
                .withNetwork(Mlp.of("tanh", 20, 20), Initializer.glorotNormal())
                .withPoints(Points.fixed(2));
    }

    private static String poisson() {
        CatalogueProblem problem = new PoissonSine2d();
        return row(problem, problem.statement(), "residuals at points", strong(), 200)
                + row(problem, problem.statement(), "energy", Recipe.ritz(), 1500)
                + row(problem, problem.statement(), "test functions, 3 × 3 cells, degree 8", Recipe.variational(3, 8), 100);
    }

    /** The strong form has the flux for a field, so that it does not lose the jump. */
    private static String kink() {
        CatalogueProblem problem = new Kink();
        Field flux = Field.of("q", Kink.X);
        Problem system = Problem.over(Kink.X)
                .require(Kink.U.d(Kink.X).times(Kink.CONDUCTIVITY).equalTo(flux))
                .require(flux.d(Kink.X).equalTo(-1))
                .require(Kink.U.equalTo(0).on(Kink.X.ends()));
        Recipe told = strong()
                .withDesign(Design.derived().withInputs(Expr.abs(Kink.X.minus(0.5)).times(2)))
                .withKnowledge("the slope jumps at x = 1/2");
        return row(problem, system, "residuals at points, the flux a field", strong(), 200)
                + row(problem, system, "residuals at points redrawn, the flux a field", strong().withPoints(Points.adaptive(5)), 200)
                + row(problem, system, "residuals at points, the flux a field, told of the kink", told, 200)
                + row(problem, problem.statement(), "energy", Recipe.ritz(), 500)
                + row(problem, problem.statement(), "test functions, 8 cells, degree 10", Recipe.variational(8, 10), 200);
    }

    private static String row(CatalogueProblem problem, Problem statement, String name, Recipe recipe, int steps) {
        double[] errors = new double[SEEDS.length];
        int parameters = 0;
        int taken = 0;
        for (int k = 0; k < SEEDS.length; k++) {
            Solution s = Pinn.with(recipe).seed(SEEDS[k]).steps(steps).solve(statement);
            Reference truth = problem.exact().orElseThrow();
            errors[k] = error(problem, s, truth);
            parameters = s.card().parameters();
            taken = Math.max(taken, s.card().steps());
        }
        Arrays.sort(errors);
        return String.format(
                Locale.ROOT,
                "| %s | %s | %d | %d | %.1e | %.1e |%n",
                problem.name(),
                name,
                parameters,
                taken,
                errors[1],
                errors[2]);
    }

    /** Over the points of the grid of record, of the field that the truth knows. */
    private static double error(CatalogueProblem problem, Solution s, Reference truth) {
        Field u = problem.statement().fields().get(0);
        int n = problem.grid().size();
        double[] x = problem.grid().coordinates(u.axes());
        double[] known = truth.values(u, x, n);
        double sum = 0;
        double size = 0;
        for (int i = 0; i < n; i++) {
            double[] point = new double[u.axes().size()];
            for (int a = 0; a < point.length; a++) {
                point[a] = x[a * n + i];
            }
            double e = s.evaluate(u, point) - known[i];
            sum += e * e;
            size += known[i] * known[i];
        }
        return Math.sqrt(sum / size);
    }
}
