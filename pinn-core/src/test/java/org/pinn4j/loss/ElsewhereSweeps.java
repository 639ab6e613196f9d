package org.pinn4j.loss;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.blas.Blas;
import org.pinn4j.jets.Columns;
import org.pinn4j.parallel.Workers;
import org.pinn4j.pde.Parameter;

/**
 * Sweeps as a cluster would make them: owners of whole ranges, each in a thread of its own with memory of its own, sum their
 * ranges and finish the largest subtrees they own; the nodes are handed back in random order.
 */
final class ElsewhereSweeps implements TileSweeps {
    private final int[] bounds; // ranges of owner k: [bounds[k], bounds[k + 1])
    private final List<ThreadSweeps> owners;
    private final Random random = new Random(1);
    int nodes; // handed back by the last sweep

    ElsewhereSweeps(Ansatz ansatz, List<RegionProgram> regions, List<Parameter> parameters, Blas blas, int... bounds) {
        this.bounds = bounds;
        this.owners = IntStream.range(1, bounds.length)
                .mapToObj(k -> new ThreadSweeps(ansatz, regions, parameters, Workers.of(1), blas))
                .toList();
    }

    /** A node of the tree that came over a wire. */
    private record Node(int level, int k, double square, double[] gradient, double[] matrix) {
        Node(int level, int k, Partial node) {
            this(level, k, node.square(), node.gradient().clone(), node.matrix().clone());
        }
    }

    private interface Sweep {
        void run(ThreadSweeps owner, TiledPoints part, RangeSums into);
    }

    private void gather(TiledPoints points, RangeSums into, Sweep sweep) {
        Partial spare = into.next();
        List<CompletableFuture<List<Node>>> running = new ArrayList<>();
        for (int k = 0; k < owners.size(); k++) {
            int owner = k;
            Partial shape = spare;
            running.add(CompletableFuture.supplyAsync(() -> nodes(owner, points, shape, sweep)));
        }
        List<Node> all = new ArrayList<>();
        running.forEach(f -> all.addAll(f.join()));
        Collections.shuffle(all, random);
        nodes = all.size();
        for (Node node : all) {
            Partial partial = spare == null ? into.next() : spare;
            spare = null;
            partial.setSquare(node.square);
            System.arraycopy(node.gradient, 0, partial.gradient(), 0, node.gradient.length);
            System.arraycopy(
                    node.matrix, 0, partial.matrix(), 0, Math.min(node.matrix.length, partial.matrix().length));
            into.add(node.level, node.k, partial);
        }
    }

    private List<Node> nodes(int owner, TiledPoints points, Partial shape, Sweep sweep) {
        RangeSums own = new RangeSums(Workers.of(1));
        double[] g = new double[shape.gradient().length];
        double[] a = new double[shape.matrix().length];
        own.begin(points.ranges(), g, a, shape.ld(), g.length);
        sweep.run(owners.get(owner), points.part(bounds[owner], bounds[owner + 1]), own);
        List<Node> nodes = new ArrayList<>();
        own.subtrees((level, k, node) -> nodes.add(new Node(level, k, node)));
        return nodes;
    }

    @Override
    public int parameters() {
        return owners.get(0).parameters();
    }

    @Override
    public void residuals(TiledPoints points, double[] theta, double[] rows, RangeSums into) {
        gather(points, into, (owner, part, own) -> owner.residuals(part, theta, rows, own));
    }

    @Override
    public void gradient(TiledPoints points, double[] theta, RangeSums into) {
        gather(points, into, (owner, part, own) -> owner.gradient(part, theta, own));
    }

    @Override
    public void transposed(TiledPoints points, double[] theta, double[] w, RangeSums into) {
        gather(points, into, (owner, part, own) -> owner.transposed(part, theta, w, own));
    }

    @Override
    public void normal(TiledPoints points, double[] theta, double[] rows, RangeSums into) {
        gather(points, into, (owner, part, own) -> owner.normal(part, theta, rows, own));
    }

    @Override
    public void tangents(TiledPoints points, double[] theta, double[] v, double[] out) {
        for (int k = 0; k < owners.size(); k++) {
            owners.get(k).tangents(points.part(bounds[k], bounds[k + 1]), theta, v, out);
        }
    }

    @Override
    public void jacobian(
            TiledPoints points,
            double[] theta,
            int firstTile,
            int endTile,
            Columns columns,
            double[] rows,
            double[] j,
            int at,
            int ld) {
        owners.get(firstTile % owners.size()).jacobian(points, theta, firstTile, endTile, columns, rows, j, at, ld);
    }

    @Override
    public double reduced(TiledPoints points, double[] theta, int from, int to, double[] w, double[] row) {
        return owners.get(0).reduced(points, theta, from, to, w, row);
    }
}
