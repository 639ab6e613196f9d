package org.pinn4j.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.pinn4j.optimize.Outcome;
import org.pinn4j.pde.Field;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.ErrorReport;
import org.pinn4j.solution.Evaluator;
import org.pinn4j.solution.Reference;
import org.pinn4j.solution.Solution;
import org.pinn4j.validation.estimate.Estimates;

/** A solution of the library as an answer. */
record LibraryAnswer(Solution solution, int threads, double seconds, List<Update> history) implements Answer {
    @Override
    public Outcome outcome() {
        return Outcome.valueOf(solution.outcome());
    }

    @Override
    public String advice() {
        return solution.card().advice();
    }

    @Override
    public List<String> knowledge() {
        return solution.card().knowledge();
    }

    @Override
    public double heldOutResidual() {
        return solution.card().heldOut();
    }

    @Override
    public Optional<Estimates> estimates(Grid grid) {
        return Optional.of(Estimates.of(solution, grid));
    }

    @Override
    public int parameters() {
        return solution.card().parameters();
    }

    @Override
    public int points() {
        return solution.card().points();
    }

    @Override
    public long steps() {
        return solution.card().steps();
    }

    @Override
    public String backend() {
        return solution.card().backend();
    }

    @Override
    public List<String> notes() {
        return solution.card().notes();
    }

    @Override
    public ErrorReport compare(Reference reference, Grid grid) {
        return solution.compare(reference, grid);
    }

    @Override
    public double[] values(Field field, double[] x, int n) {
        Evaluator evaluator = solution.evaluator(field);
        double[] out = new double[n];
        evaluator.evaluate(x, n, out, evaluator.scratch());
        return out;
    }

    @Override
    public void save(Path file, Optional<ErrorReport> report) throws IOException {
        report.map(r -> solution.withCard(solution.card().withError(r)))
                .orElse(solution)
                .save(file);
    }
}
