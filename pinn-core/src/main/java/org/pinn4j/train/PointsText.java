package org.pinn4j.train;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.pinn4j.loss.Resampling;
import org.pinn4j.sampling.ResidualAdaptive;
import org.pinn4j.sampling.Sampler;

/** The text form of points but for their sampler, which may be somebody else's. */
final class PointsText {
    private static final String PER_PARAMETER = " a parameter";

    private PointsText() {}

    static String write(Points points) {
        List<Object> terms =
                new ArrayList<>(List.of("interior", count(points.counts().interior())));
        points.counts().perCondition().ifPresent(n -> terms.addAll(List.of("condition", n)));
        if (points instanceof Points.Following f) {
            Resampling r = f.resampling();
            terms.addAll(List.of("first", r.first(), "growth", r.growth(), "longest", r.longest()));
            terms.addAll(List.of("pool", r.poolFactor()));
            terms.addAll(
                    List.of("exponent", r.rule().exponent(), "floor", r.rule().floor()));
        }
        return Terms.write(kind(points), terms.toArray());
    }

    private static String kind(Points points) {
        return points instanceof Points.Fixed ? "fixed" : points instanceof Points.Fresh ? "fresh" : "following";
    }

    private static String count(Count count) {
        return count instanceof Count.PerParameter p
                ? p.factor() + PER_PARAMETER
                : Integer.toString(((Count.Exactly) count).points());
    }

    static Points parse(String text, Sampler sampler) {
        Terms t = Terms.parse(text);
        OptionalInt other = t.has("condition") ? OptionalInt.of(t.whole("condition")) : OptionalInt.empty();
        Counts counts = new Counts(count(t), other);
        Points points = switch (t.name()) {
            case "fixed" -> new Points.Fixed(counts, sampler);
            case "fresh" -> new Points.Fresh(counts, sampler);
            case "following" -> new Points.Following(counts, sampler, resampling(t));
            default -> throw t.unknown("fixed, following, fresh");
        };
        t.requireAllRead();
        return points;
    }

    private static Count count(Terms t) {
        String text = t.text("interior");
        return text.endsWith(PER_PARAMETER)
                ? new Count.PerParameter(Double.parseDouble(text.substring(0, text.length() - PER_PARAMETER.length())))
                : new Count.Exactly(t.whole("interior"));
    }

    private static Resampling resampling(Terms t) {
        return new Resampling(
                t.whole("first"),
                t.number("growth"),
                t.whole("longest"),
                t.whole("pool"),
                new ResidualAdaptive(t.number("exponent"), t.number("floor")));
    }
}
