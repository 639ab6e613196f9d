package org.pinn4j.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.pinn4j.pde.Names;
import org.pinn4j.solution.Coefficient;
import org.pinn4j.solution.ErrorReport;
import org.pinn4j.solution.ModelCard;
import org.pinn4j.solution.Rung;
import org.pinn4j.validation.estimate.DefectEstimate;
import org.pinn4j.validation.estimate.Estimates;

/** The closing table of a solve. */
final class ResultTable {
    private ResultTable() {}

    static void print(PrintWriter out, Report report, String solution, List<Path> pictures) {
        ModelCard card = report.card();
        TrainingOptions options = report.options().training();
        out.println();
        row(out, "problem", report.problem().name());
        row(out, "outcome", card.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        report.comparison().ifPresentOrElse(c -> errors(out, c), () -> row(out, "error", unknown(report.uncompared())));
        number(out, "held-out residual", card.heldOut());
        row(
                out,
                "  of zero field's",
                card.overZeroField().isPresent()
                        ? size(card.overZeroField().getAsDouble())
                        : "not judged: there is nothing to measure it by");
        report.solution().coefficients().forEach(c -> row(out, c.name(), coefficient(c)));
        report.estimates().ifPresent(e -> estimates(out, e));
        report.quarrel().ifPresent(why -> row(out, "  and the error", why));
        card.tolerance().ifPresent(t -> row(out, "tolerance", size(t) + " for the held-out residual"));
        row(out, "recipe", options.recipe() + ", seed " + card.seed());
        card.rung().ifPresent(r -> row(out, "rung", rungs(r, card.rungs())));
        row(out, "knowledge", card.knowledge().isEmpty() ? "the statement" : String.join("; ", card.knowledge()));
        row(out, "size", count(card.parameters(), "parameter") + ", " + count(card.points(), "point"));
        row(
                out,
                "time",
                String.format(
                        Locale.ROOT,
                        "%.1f s for %s (%.1f s in all)",
                        report.training().seconds(),
                        count(card.steps(), "step"),
                        ResultJson.wallSeconds()));
        row(out, "machine", card.backend() + ", " + Names.count(options.threads(), "thread"));
        row(out, "solution", solution);
        if (!pictures.isEmpty()) {
            row(out, "pictures", names(pictures));
        }
    }

    /** The one that is taken, and what each came to. */
    static String rungs(Rung taken, List<Rung> all) {
        return taken.name()
                + all.stream()
                        .map(r -> "%s %s".formatted(r.name(), size(r.figure())))
                        .collect(Collectors.joining(", ", "; residual at the points of judgement: ", ""));
    }

    private static String unknown(String why) {
        return "unknown: no reference to compare with" + (why.isEmpty() ? "" : ", " + why);
    }

    private static void estimates(PrintWriter out, Estimates e) {
        row(out, "estimated error", estimated(e.estimate()));
        e.estimate().whereDataAgree().stream()
                .filter(size -> Math.abs(size - e.relativeL2().orElse(size)) > 1e-6 * size) // beyond the order of sums
                .forEach(size -> row(out, "  where data agree", size(size)));
        row(
                out,
                "error bound",
                e.bound().relative().isPresent()
                        ? "%s relative L2, %s, by quadrature"
                                .formatted(
                                        size(e.bound().relativeL2()), e.bound().kind())
                        : "none: " + e.bound().reason());
    }

    private static String estimated(DefectEstimate e) {
        String figure = size(e.relativeL2().orElse(Double.NaN));
        return switch (e.kind()) {
            case ESTIMATED ->
                "%s relative L2, by %s, two grids %s %% apart"
                        .formatted(figure, e.method(), Math.round(100 * e.disagreement()));
            case ROUND_OFF ->
                "at round-off, about %s relative L2; the sum of the features rounds to %s"
                        .formatted(figure, size(e.roundOff()));
            case AT_MOST -> "at most %s relative L2 (grid limit): %s".formatted(figure, e.reason());
            case NONE -> "none: " + e.reason();
        };
    }

    static String coefficient(Coefficient c) {
        String value = String.format(Locale.ROOT, "%.6g", c.value());
        return c.uncertainty()
                .map(u -> String.format(
                        Locale.ROOT,
                        "%s ± %.2g, 95 %% interval [%.6g, %.6g]",
                        value,
                        u.standardError(),
                        u.low(),
                        u.high()))
                .orElse(value);
    }

    private static void errors(PrintWriter out, ErrorReport c) {
        row(out, "relative L2", c.belowFloor() ? "< floor" : c.relativeL2Text());
        row(
                out,
                c.nearFloor() ? "largest difference" : "largest error",
                "%s at %s".formatted(size(c.maxError()), point(c.at())));
        if (Double.isFinite(c.h1())) {
            row(out, "relative H1", c.h1() < c.floor() ? "< floor" : size(c.h1()));
        }
        if (!c.slices().isEmpty()) {
            row(out, "relative L2 at", slices(c));
        }
        if (c.fields().size() > 1) {
            c.fields()
                    .forEach((name, f) -> row(
                            out,
                            "  " + name,
                            "%s, largest %s at %s"
                                    .formatted(c.text(f.relativeL2()), size(f.maxError()), point(f.at()))));
        }
        row(out, "reference", "%s, floor %s, grid %s".formatted(c.referenceKind(), size(c.floor()), c.grid()));
    }

    private static String slices(ErrorReport c) {
        return c.slices().stream()
                .map(s ->
                        Ticks.label(s.time()) + ": " + (s.relativeL2() < c.floor() ? "< floor" : size(s.relativeL2())))
                .collect(Collectors.joining(", "));
    }

    private static void number(PrintWriter out, String name, double value) {
        if (Double.isFinite(value)) {
            row(out, name, size(value));
        }
    }

    private static void row(PrintWriter out, String name, String value) {
        out.println(String.format(Locale.ROOT, "%-19s%s", name, value));
    }

    /** With a comma at every thousand. */
    static String count(long n, String what) {
        return String.format(Locale.ROOT, "%,d %s", n, Names.word(n, what));
    }

    static String size(double value) {
        return String.format(Locale.ROOT, "%.2e", value);
    }

    private static String point(Map<String, Double> at) {
        String values = at.values().stream().map(Ticks::label).collect(Collectors.joining(", "));
        return "(%s) = (%s)".formatted(String.join(", ", at.keySet()), values);
    }

    private static String names(List<Path> files) {
        return files.get(0).getParent()
                + "/{"
                + files.stream()
                        .map(f -> f.getFileName().toString().replace(".png", ""))
                        .collect(Collectors.joining(","))
                + "}.png";
    }
}
