package org.pinn4j.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file for {@code run}: -u″ = 2 on [0, 1], u = 0 at both ends, which takes a step or two. */
final class Tiny {
    /** The truth, u = x(1 - x). */
    static final String TRUTH = reference(
            "double[] u = new double[n];" + " for (int i = 0; i < n; i++) { u[i] = x[i] * (1 - x[i]); } return u;");

    /** A recipe with a network that has no text form, so that its solution cannot be saved. */
    static final String UNSTORABLE = """
                public static org.pinn4j.train.Recipe recipe() {
                    return org.pinn4j.train.Recipe.of("mine").withNetwork(
                        new org.pinn4j.network.Mlp(java.util.List.of(4), new Mine()), org.pinn4j.network.Initializer.glorotNormal());
                }
                record Mine() implements org.pinn4j.network.Activation {
                    public String name() { return "mine"; }
                    public void derivatives(int order, int from, int to, double[] z, double[][] s) {
                        for (int k = 0; k <= order; k++) {
                            for (int i = from; i < to; i++) { s[k][i] = Math.exp(z[i]); }
                        }
                    }
                }
            """;

    private Tiny() {}

    /** A reference whose {@code values} has this body. */
    static String reference(String body) {
        return """
                public static org.pinn4j.solution.Reference reference() {
                    return new org.pinn4j.solution.Reference() {
                        public String kind() { return "closed form"; }
                        public double floor() { return 1e-15; }
                        public double[] values(Field f, double[] x, int n) { %s }
                    };
                }
                """.formatted(body);
    }

    /** @param members what the class has besides problem and grid */
    static Path write(Path folder, String... members) throws IOException {
        return Files.writeString(folder.resolve("Tiny.java"), """
                import org.pinn4j.pde.*;
                public class Tiny {
                    static final Axis X = Axis.of("x", 0, 1);
                    static final Field U = Field.of("u", X);
                    public static Problem problem() {
                        return Problem.over(X).require(U.d(X, X).equalTo(-2)).require(U.equalTo(0).on(X.ends()));
                    }
                    public static org.pinn4j.sampling.Grid grid() { return org.pinn4j.sampling.Grid.of(X, 9); }
                    %s
                }
                """.formatted(String.join("\n", members)));
    }
}
