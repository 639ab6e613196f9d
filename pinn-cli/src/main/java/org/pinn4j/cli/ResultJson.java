package org.pinn4j.cli;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.pinn4j.io.Json;
import org.pinn4j.solution.Coefficient;
import org.pinn4j.solution.ErrorReport;
import org.pinn4j.solution.ModelCard;
import org.pinn4j.solution.Rung;
import org.pinn4j.solution.Solution;
import org.pinn4j.validation.estimate.Estimates;

/** The figures of a solve as one JSON object; the keys are a contract, an absent figure is null. */
final class ResultJson {
    private ResultJson() {}

    /** @param secondsTo errors, where they are known; what it takes to find them is in no other figure */
    static String of(Report report, Supplier<Optional<Map<Double, OptionalDouble>>> secondsTo) {
        Map<String, Object> all = fields(report);
        all.put("secondsTo", secondsTo.get().map(ResultJson::standing).orElse(null));
        return Json.pretty(all);
    }

    private static Map<String, Object> fields(Report report) {
        ModelCard card = report.card();
        Optional<ErrorReport> comparison = report.comparison();
        Optional<Estimates> estimates = report.estimates();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("problem", report.problem().name());
        all.put("recipe", report.options().training().recipe());
        all.put("rung", card.rung().map(Rung::name).orElse(null));
        all.put("rungs", rungs(card));
        all.put("knowledge", card.knowledge());
        all.put("seed", card.seed());
        all.put("relativeL2", comparison.map(ErrorReport::relativeL2).orElse(null));
        all.put("maxError", comparison.map(ErrorReport::maxError).orElse(null));
        all.put("belowFloor", comparison.map(ErrorReport::belowFloor).orElse(null));
        all.put("referenceFloor", comparison.map(ErrorReport::floor).orElse(null));
        all.put("referenceKind", comparison.map(ErrorReport::referenceKind).orElse(null));
        all.put("heldOutResidual", card.heldOut());
        all.put(
                "overZeroField",
                card.overZeroField().isPresent() ? card.overZeroField().getAsDouble() : null);
        all.put(
                "estimate",
                estimates.map(e -> e.relativeL2().orElse(Double.NaN)).orElse(null));
        all.put("tolerance", card.tolerance().isPresent() ? card.tolerance().getAsDouble() : null);
        all.put("seconds", report.training().seconds());
        all.put("wallSeconds", wallSeconds());
        all.put("parameters", card.parameters());
        all.put("networkParameters", networkParameters(report.solution()));
        all.put("points", card.points());
        all.put("steps", card.steps());
        all.put("outcome", card.outcome().name());
        all.put("advice", card.advice());
        all.put("notes", card.notes());
        all.put("acknowledged", report.solution().problem().acknowledged());
        all.put("coefficients", coefficients(report.solution()));
        all.put("backend", card.backend());
        all.put("threads", report.options().training().threads());
        all.put("version", Main.version());
        all.put("h1", comparison.map(ErrorReport::h1).orElse(null));
        all.put("slices", comparison.map(ResultJson::byTime).orElse(List.of()));
        all.put("estimates", estimates.map(ResultJson::estimated).orElse(null));
        all.put("fields", comparison.map(ResultJson::byField).orElse(Map.of()));
        return all;
    }

    private static long networkParameters(Solution solution) {
        return solution.pieces().stream()
                .mapToLong(p -> p.ansatz().networkParameters())
                .sum();
    }

    private static Map<String, Object> standing(Map<Double, OptionalDouble> secondsTo) {
        Map<String, Object> all = new LinkedHashMap<>();
        secondsTo.forEach((error, seconds) ->
                all.put(String.format(Locale.ROOT, "%.0e", error), seconds.isPresent() ? seconds.getAsDouble() : null));
        return all;
    }

    private static List<Map<String, Object>> rungs(ModelCard card) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Rung rung : card.rungs()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("name", rung.name());
            one.put("figure", rung.figure());
            one.put("steps", rung.steps());
            all.add(one);
        }
        return all;
    }

    private static List<Map<String, Object>> coefficients(Solution solution) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Coefficient c : solution.coefficients()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("name", c.name());
            one.put("value", c.value());
            one.put(
                    "standardError",
                    c.uncertainty().map(Coefficient.Uncertainty::standardError).orElse(null));
            one.put(
                    "interval95",
                    c.uncertainty().map(u -> List.of(u.low(), u.high())).orElse(null));
            all.add(one);
        }
        return all;
    }

    private static Map<String, Object> estimated(Estimates e) {
        Map<String, Object> bound = new LinkedHashMap<>();
        bound.put("class", e.bound().kind());
        bound.put("relativeL2", finite(e.bound().relativeL2()));
        bound.put("absoluteL2", finite(e.bound().absoluteL2()));
        bound.put("maxError", finite(e.bound().absoluteMax()));
        bound.put("constant", finite(e.bound().constant()));
        bound.put("residual", finite(e.bound().residual()));
        bound.put("reason", e.bound().reason());
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("kind", e.estimate().kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        all.put("method", e.estimate().method());
        all.put("relativeL2", e.relativeL2().orElse(Double.NaN));
        all.put("atMost", e.atMost().orElse(Double.NaN));
        all.put("roundOff", finite(e.estimate().roundOff()));
        all.put("whereDataAgree", e.estimate().whereDataAgree().orElse(Double.NaN));
        all.put("maxError", e.maxError().orElse(Double.NaN));
        all.put("disagreement", finite(e.estimate().disagreement()));
        all.put("reason", e.estimate().reason());
        all.put("bound", bound);
        return all;
    }

    private static double finite(double value) {
        return Double.isFinite(value) ? value : Double.NaN;
    }

    private static Map<String, Object> byField(ErrorReport comparison) {
        Map<String, Object> fields = new LinkedHashMap<>();
        comparison.fields().forEach((name, figures) -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("relativeL2", figures.relativeL2());
            one.put("maxError", figures.maxError());
            one.put("at", figures.at());
            one.put("h1", figures.h1());
            fields.put(name, one);
        });
        return fields;
    }

    private static List<Map<String, Object>> byTime(ErrorReport comparison) {
        List<Map<String, Object>> slices = new ArrayList<>();
        for (ErrorReport.TimeSlice slice : comparison.slices()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("time", slice.time());
            one.put("relativeL2", slice.relativeL2());
            one.put("maxError", slice.maxError());
            slices.add(one);
        }
        return slices;
    }

    /** Since the JVM started. */
    static double wallSeconds() {
        return ManagementFactory.getRuntimeMXBean().getUptime() / 1e3;
    }
}
