package org.pinn4j.cli;

import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Curves over one axis. */
record LineChart(String title, String across, String up, boolean logarithmic, Map<String, Curve> curves) {
    /** Points (x[i], y[i]). */
    record Curve(double[] x, double[] y) {
        /** Without the points that a logarithmic axis cannot show. */
        Curve drawable(boolean logarithmic) {
            int[] kept = IntStream.range(0, x.length)
                    .filter(i -> Double.isFinite(x[i]) && Double.isFinite(y[i]) && (!logarithmic || y[i] > 0))
                    .toArray();
            return new Curve(
                    IntStream.of(kept).mapToDouble(i -> x[i]).toArray(),
                    IntStream.of(kept).mapToDouble(i -> y[i]).toArray());
        }
    }

    /** Whether there is anything to see. */
    boolean isEmpty() {
        return drawable().isEmpty();
    }

    private Map<String, Curve> drawable() {
        Map<String, Curve> shown = new LinkedHashMap<>();
        curves.forEach((name, curve) -> shown.put(name, curve.drawable(logarithmic)));
        shown.values().removeIf(curve -> curve.x().length == 0);
        return shown;
    }

    BufferedImage draw() {
        XYChart chart = new XYChartBuilder()
                .width(HeatMap.WIDTH)
                .height(HeatMap.HEIGHT)
                .title(title)
                .xAxisTitle(across)
                .yAxisTitle(up)
                .build();
        chart.getStyler()
                .setYAxisLogarithmic(logarithmic)
                .setXAxisMaxLabelCount(10)
                .setLegendPosition(LegendPosition.InsideNE)
                .setChartBackgroundColor(java.awt.Color.WHITE);
        drawable()
                .forEach((name, curve) ->
                        chart.addSeries(name, curve.x(), curve.y()).setMarker(SeriesMarkers.NONE));
        return BitmapEncoder.getBufferedImage(chart);
    }
}
