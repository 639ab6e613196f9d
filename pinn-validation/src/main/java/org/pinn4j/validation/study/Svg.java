package org.pinn4j.validation.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A chart as a scalable picture that takes its colours from the page it stands in. Confined to one thread. */
final class Svg {
    private static final int WIDTH = 760;
    private static final int LEFT = 70;
    private static final int RIGHT = 20;
    private static final int TOP = 36;
    private static final int PLOT_HEIGHT = 340;
    private static final int LEGEND_LINE = 18;
    private static final int COLOURS = 8;
    private static final int MOST_LEGENDS = 24;

    private final Chart chart;
    private final double xLow;
    private final double xHigh;
    private final double yLow;
    private final double yHigh;
    private final StringBuilder text = new StringBuilder();

    private Svg(Chart chart) {
        this.chart = chart;
        double[] x = chart.curves().stream()
                .flatMap(Svg::places)
                .mapToDouble(p -> across(p[0]))
                .sorted()
                .toArray();
        double[] y = Stream.concat(
                        chart.curves().stream().flatMap(Svg::places).map(p -> p[1]),
                        chart.floors().stream().filter(chart::shows))
                .mapToDouble(Math::log10)
                .sorted()
                .toArray();
        double margin = Math.max(0.04 * (x[x.length - 1] - x[0]), chart.logarithmic() ? 0.05 : 0.5);
        xLow = x[0] - margin;
        xHigh = x[x.length - 1] + margin;
        yLow = Math.floor(y[0] - 0.05);
        yHigh = Math.max(yLow + 1, Math.ceil(y[y.length - 1] + 0.05));
    }

    private static Stream<double[]> places(Chart.Curve c) {
        return c.runs().stream();
    }

    /** @param chart with one run at least */
    static String of(Chart chart) {
        return new Svg(chart).draw();
    }

    private String draw() {
        int legends = Math.min(chart.curves().size(), MOST_LEGENDS);
        int height = TOP + PLOT_HEIGHT + 48 + LEGEND_LINE * legends;
        add("<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">", WIDTH, height, Html.escape(chart.title()));
        add("<text class=\"title\" x=\"%d\" y=\"20\">%s</text>", LEFT, Html.escape(chart.title()));
        axes();
        chart.floors().forEach(this::floor);
        for (int k = 0; k < chart.curves().size(); k++) {
            curve(chart.curves().get(k), k);
        }
        for (int k = 0; k < legends; k++) {
            legend(chart.curves().get(k), k);
        }
        return text.append("</svg>\n").toString();
    }

    private void axes() {
        int bottom = TOP + PLOT_HEIGHT;
        add(
                "<rect class=\"frame\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>",
                LEFT, TOP, WIDTH - LEFT - RIGHT, PLOT_HEIGHT);
        int every = (int) Math.ceil((yHigh - yLow) / 10);
        for (int k = (int) yLow; k <= yHigh; k += every) {
            double y = up(Math.pow(10, k));
            add("<line class=\"grid\" x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\"/>", LEFT, y, WIDTH - RIGHT, y);
            add("<text class=\"tick\" x=\"%d\" y=\"%.1f\" text-anchor=\"end\">1e%d</text>", LEFT - 6, y + 4, k);
        }
        for (Map.Entry<Double, String> tick : ticks().entrySet()) {
            double x = place(tick.getKey());
            add("<line class=\"grid\" x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\"/>", x, TOP, x, bottom);
            add(
                    "<text class=\"tick\" x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>",
                    x, bottom + 16, Html.escape(tick.getValue()));
        }
        add(
                "<text class=\"label\" x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>",
                (LEFT + WIDTH - RIGHT) / 2, bottom + 34, Html.escape(chart.across()));
        add(
                "<text class=\"label\" transform=\"translate(16 %d) rotate(-90)\" text-anchor=\"middle\">relative L2 error</text>",
                TOP + PLOT_HEIGHT / 2);
    }

    /** The chart's own, or 1, 2, 5 times powers of ten. */
    private Map<Double, String> ticks() {
        if (!chart.labels().isEmpty()) {
            return chart.labels();
        }
        Map<Double, String> ticks = new TreeMap<>();
        for (int k = (int) Math.floor(xLow); k <= xHigh; k++) {
            for (int lead : new int[] {1, 2, 5}) {
                double value = Double.parseDouble(lead + "e" + k);
                if (Math.log10(value) >= xLow && Math.log10(value) <= xHigh) {
                    ticks.put(value, Variable.text(value));
                }
            }
        }
        return ticks;
    }

    private void floor(double level) {
        if (!chart.shows(level)) {
            add(
                    "<text class=\"floor\" x=\"%d\" y=\"%d\" text-anchor=\"end\">floor of the reference %s, far below</text>",
                    WIDTH - RIGHT - 6, TOP + PLOT_HEIGHT - 6, Html.number(level));
            return;
        }
        double y = up(level);
        add("<line class=\"floor\" x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\"/>", LEFT, y, WIDTH - RIGHT, y);
        add(
                "<text class=\"floor\" x=\"%d\" y=\"%.1f\" text-anchor=\"end\">floor of the reference %s</text>",
                WIDTH - RIGHT - 6, y - 4, Html.number(level));
    }

    private void curve(Chart.Curve c, int k) {
        String colour = "c" + k % COLOURS;
        if (c.middle().size() > 1 && chart.logarithmic()) {
            band(c, colour);
            add(
                    "<polyline class=\"line %s%s\" points=\"%s\"/>",
                    colour, k < COLOURS ? "" : " more", points(c.middle()));
        } else {
            for (int i = 0; i < c.middle().size(); i++) {
                double x = place(c.middle().get(i)[0]);
                add(
                        "<line class=\"line %s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>",
                        colour, x, up(c.low().get(i)), x, up(c.high().get(i)));
            }
        }
        c.runs()
                .forEach(p -> add(
                        "<circle class=\"dot %s\" cx=\"%.1f\" cy=\"%.1f\" r=\"3\"/>", colour, place(p[0]), up(p[1])));
        c.middle()
                .forEach(p -> add(
                        "<circle class=\"median %s\" cx=\"%.1f\" cy=\"%.1f\" r=\"4\"/>",
                        colour, place(p[0]), up(p[1])));
        c.law().ifPresent(law -> {
            double from = c.middle().get(0)[0];
            double to = c.middle().get(c.fitted() - 1)[0];
            add(
                    "<line class=\"law %s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>",
                    colour, place(from), up(law.at(from)), place(to), up(law.at(to)));
        });
    }

    private void band(Chart.Curve c, String colour) {
        List<double[]> outline = new ArrayList<>();
        for (int i = 0; i < c.middle().size(); i++) {
            outline.add(new double[] {c.middle().get(i)[0], c.low().get(i)});
        }
        for (int i = c.middle().size() - 1; i >= 0; i--) {
            outline.add(new double[] {c.middle().get(i)[0], c.high().get(i)});
        }
        add("<polygon class=\"band %s\" points=\"%s\"/>", colour, points(outline));
    }

    private void legend(Chart.Curve c, int k) {
        int y = TOP + PLOT_HEIGHT + 52 + LEGEND_LINE * k;
        String order = c.law()
                .map(law -> String.format(Locale.ROOT, ", order %.2f (dashed)", law.order()))
                .orElse("");
        boolean last = k == MOST_LEGENDS - 1 && chart.curves().size() > MOST_LEGENDS;
        String name = last ? "and %d more".formatted(chart.curves().size() - k) : c.name() + order;
        add("<rect class=\"key c%d\" x=\"%d\" y=\"%d\" width=\"14\" height=\"4\"/>", k % COLOURS, LEFT, y - 7);
        add("<text class=\"tick\" x=\"%d\" y=\"%d\">%s</text>", LEFT + 22, y, Html.escape(name));
    }

    private String points(List<double[]> list) {
        StringBuilder points = new StringBuilder();
        list.forEach(p -> points.append(String.format(Locale.ROOT, "%.1f,%.1f ", place(p[0]), up(p[1]))));
        return points.toString().trim();
    }

    private double across(double x) {
        return chart.logarithmic() ? Math.log10(x) : x;
    }

    private double place(double x) {
        return LEFT + (across(x) - xLow) / (xHigh - xLow) * (WIDTH - LEFT - RIGHT);
    }

    private double up(double error) {
        return TOP + (yHigh - Math.log10(error)) / (yHigh - yLow) * PLOT_HEIGHT;
    }

    private void add(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
