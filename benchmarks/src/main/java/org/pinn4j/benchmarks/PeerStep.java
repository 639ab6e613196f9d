package org.pinn4j.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.blas.Backend;
import org.pinn4j.blas.Backends;
import org.pinn4j.io.NdArray;
import org.pinn4j.io.Npy;
import org.pinn4j.loss.RegionPoints;
import org.pinn4j.loss.RegionProgram;
import org.pinn4j.loss.ResidualObjective;
import org.pinn4j.network.Mlp;
import org.pinn4j.network.Network;
import org.pinn4j.parallel.Workers;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Reading;
import org.pinn4j.problems.Burgers;
import org.pinn4j.sampling.PointSet;

/**
 * This library's side of {@code benchmarks/peers/steps.py}: the mean square of Burgers' residual and its gradient, for a plain
 * network of (x, t), with the weights and points of a file. Speaks lines on standard input and output, so that it can take
 * turns with another process: {@code load 3x20 theta.npy points.npy gradient.npy} answers {@code loss L} and writes the
 * gradient; {@code run SECONDS} answers {@code ms t1 t2 ...}.
 */
public final class PeerStep {
    private static final int FEWEST_STEPS = 3;

    private final Backend backend = Backends.select("auto");
    private final Workers workers;
    private ResidualObjective objective;
    private double[] theta;
    private double[] gradient;

    private PeerStep(Workers workers) {
        this.workers = workers;
    }

    /** @param args the number of workers */
    public static void main(String[] args) throws IOException {
        try (Workers workers = Workers.of(Integer.parseInt(args[0]))) {
            PeerStep step = new PeerStep(workers);
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            System.out.println("ready " + step.backend.description());
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                System.out.println(step.answer(line.split(" ")));
            }
        }
    }

    private String answer(String[] words) throws IOException {
        return switch (words[0]) {
            case "load" -> "loss " + load(words[1], Path.of(words[2]), Path.of(words[3]), Path.of(words[4]));
            case "run" -> "ms " + run(Double.parseDouble(words[1]));
            default -> "error unknown command " + words[0];
        };
    }

    /** The library minimises half the mean square, the peers the mean square. */
    private double load(String shape, Path weights, Path points, Path gradientFile) throws IOException {
        theta = Npy.read(weights).values();
        gradient = new double[theta.length];
        objective = objective(shape, Npy.read(points));
        double loss = 2 * objective.gradient(theta, gradient);
        double[] doubled = Arrays.stream(gradient).map(g -> 2 * g).toArray();
        Npy.write(gradientFile, NdArray.of(doubled, doubled.length));
        return loss;
    }

    private ResidualObjective objective(String shape, NdArray points) {
        Problem problem = new Burgers().statement();
        int[] hidden = new int[Integer.parseInt(shape.substring(0, shape.indexOf('x')))];
        Arrays.fill(hidden, Integer.parseInt(shape.substring(shape.indexOf('x') + 1)));
        Network network = Mlp.of("tanh", hidden).build(2, 1);
        Ansatz ansatz = new Ansatz(
                problem.axes(),
                List.copyOf(problem.axes()),
                List.of(network),
                List.of(new Ansatz.Form(Burgers.U, Expr.constant(0), Expr.constant(1), 0, 0)),
                List.of());
        RegionProgram residual = new RegionProgram(ansatz, Reading.of(problem).equations(), List.of());
        ResidualObjective made = new ResidualObjective(ansatz, List.of(residual), List.of(), workers, backend.blas());
        made.setPoints(List.of(new RegionPoints(residual, problem.axes(), PointSet.of(2, points.values()), workers)));
        return made;
    }

    private String run(double seconds) {
        StringBuilder answer = new StringBuilder();
        long end = System.nanoTime() + (long) (seconds * 1e9);
        for (int k = 0; k < FEWEST_STEPS || System.nanoTime() < end; k++) {
            long start = System.nanoTime();
            objective.gradient(theta, gradient);
            answer.append((System.nanoTime() - start) * 1e-6).append(' ');
        }
        return answer.toString().strip();
    }
}
