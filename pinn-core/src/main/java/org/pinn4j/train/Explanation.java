package org.pinn4j.train;

import java.util.stream.Collectors;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.loss.CompiledProblem;
import org.pinn4j.pde.Names;

/** What a run has decided before its first step, in words: equations, findings, channels, ansatz, cost and memory. */
final class Explanation {
    private final Run run;

    Explanation(Run run) {
        this.run = run;
    }

    String text() {
        if (run.recipe().directly().isPresent()) {
            return statement() + run.direct(run.recipe()).explain();
        }
        return statement() + (run.directFirst() ? ladder() : "") + training();
    }

    private String statement() {
        return run.problem.toString()
                + '\n'
                + run.problem.openFindings().stream()
                        .map(f -> "finding: " + f + '\n')
                        .collect(Collectors.joining());
    }

    private String ladder() {
        return run.direct(Recipe.direct()).explain()
                + "trained where the residual stays above %.0e of that of zero fields, or the tolerance:%n"
                        .formatted(Ladder.ENOUGH);
    }

    private String training() {
        Setup setup = run.setup(run.onwards());
        CompiledProblem compiled = setup.compiled;
        Ansatz ansatz = compiled.ansatz();
        StringBuilder text = new StringBuilder();
        compiled.design().notes().forEach(n -> text.append(n).append('\n'));
        text.append("inputs: ").append(ansatz.features()).append('\n');
        ansatz.forms().forEach(f -> text.append("%s = %s + (%s)·N%n".formatted(f.field(), f.base(), f.factor())));
        compiled.regions()
                .forEach(r -> text.append("%s: %s%n  channels (%s): %s%n  cost: %s%n"
                        .formatted(r.region(), r.conditions(), r.plan().channels(), r.plan(), r.costs())));
        int dense = ansatz.networks().stream().mapToInt(n -> n.parameters()).sum();
        int channels = compiled.regions().stream()
                .mapToInt(r -> r.plan().channels())
                .max()
                .orElse(1);
        text.append("network: %s, %s, %s%n"
                .formatted(setup.networkText(), Names.count(setup.theta0.length, "parameter"), setup.loss.describe()));
        text.append("cost per point: about %s flops forward, three times that with the gradient, %s a Jacobian row%n"
                .formatted(2 * channels * dense, 2 * channels * dense));
        setup.recipe
                .stages()
                .forEach(s -> text.append("memory: %s with %s, of %s%n"
                        .formatted(
                                MemoryNeed.size(MemoryNeed.bytes(s.optimizer(), setup.theta0.length)),
                                s.optimizer().name(),
                                MemoryNeed.size(MemoryNeed.available()))));
        return text.toString();
    }
}
