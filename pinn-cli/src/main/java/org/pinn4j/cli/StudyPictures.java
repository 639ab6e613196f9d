package org.pinn4j.cli;

import java.awt.BasicStroke;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.pinn4j.validation.study.Chart;

/** A study's charts as PNG: medians, the least and the largest of the seeds, fitted lines, floors of the references. */
final class StudyPictures {
    private static final Color[] COLOURS = {
        new Color(0x0b6bcb), new Color(0xc2410c), new Color(0x18794e), new Color(0x7c3aed),
        new Color(0xa16207), new Color(0x0e7490), new Color(0xbe185d), new Color(0x52525b)
    };
    private static final BasicStroke THIN = new BasicStroke(1);

    private final XYChart picture;
    private final Chart chart;
    private double least = Double.POSITIVE_INFINITY;
    private double most = Double.NEGATIVE_INFINITY;

    private StudyPictures(Chart chart) {
        this.chart = chart;
        this.picture = new XYChartBuilder()
                .width(HeatMap.WIDTH)
                .height(HeatMap.HEIGHT)
                .title(chart.title())
                .xAxisTitle(across(chart))
                .yAxisTitle("relative L2 error")
                .build();
        picture.getStyler()
                .setYAxisLogarithmic(true)
                .setXAxisLogarithmic(chart.logarithmic())
                .setLegendPosition(LegendPosition.OutsideS)
                .setChartBackgroundColor(Color.WHITE);
    }

    /** @return the files, in the order of the charts */
    static List<Path> write(Path folder, List<Chart> charts) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Chart chart : charts) {
            Path file = folder.resolve(chart.file() + ".png");
            PngFile.write(file, BitmapEncoder.getBufferedImage(new StudyPictures(chart).draw()));
            files.add(file);
        }
        return files;
    }

    private XYChart draw() {
        for (int k = 0; k < chart.curves().size(); k++) {
            curve(chart.curves().get(k), k, COLOURS[k % COLOURS.length]);
        }
        for (double floor : chart.floors().stream().filter(chart::shows).toList()) {
            double right = most > least ? most : least * (chart.logarithmic() ? 2 : 1) + 1;
            add("floor of the reference " + ResultTable.size(floor), new double[] {least, right}, new double[] {
                        floor, floor
                    })
                    .setMarker(SeriesMarkers.NONE)
                    .setLineColor(Color.RED)
                    .setLineStyle(SeriesLines.DASH_DASH);
        }
        if (!chart.logarithmic()) {
            picture.getStyler()
                    .setXAxisTickLabelsFormattingFunction(x -> chart.labels().getOrDefault(x, ""));
        }
        return picture;
    }

    private void curve(Chart.Curve c, int k, Color colour) {
        double[] x = column(c.middle(), 0);
        boolean joined = chart.logarithmic() && x.length > 1;
        add((k + 1) + ": runs of " + c.name(), column(c.runs(), 0), column(c.runs(), 1))
                .setMarker(SeriesMarkers.CIRCLE)
                .setMarkerColor(colour)
                .setLineStyle(SeriesLines.NONE)
                .setShowInLegend(x.length == 0);
        if (x.length == 0) {
            return;
        }
        add((k + 1) + ": " + c.name(), x, column(c.middle(), 1))
                .setMarker(SeriesMarkers.DIAMOND)
                .setMarkerColor(colour)
                .setLineColor(colour)
                .setLineStyle(joined ? SeriesLines.SOLID : SeriesLines.NONE);
        if (joined) {
            thin(k + " least", x, c.low().stream().mapToDouble(d -> d).toArray(), colour);
            thin(k + " largest", x, c.high().stream().mapToDouble(d -> d).toArray(), colour);
        }
        c.law().ifPresent(law -> {
            double[] ends = {x[0], x[c.fitted() - 1]};
            add(k + " law", ends, new double[] {law.at(ends[0]), law.at(ends[1])})
                    .setMarker(SeriesMarkers.NONE)
                    .setLineColor(colour)
                    .setLineStyle(SeriesLines.DASH_DASH)
                    .setShowInLegend(false);
        });
    }

    private void thin(String name, double[] x, double[] y, Color colour) {
        add(name, x, y)
                .setMarker(SeriesMarkers.NONE)
                .setLineColor(colour)
                .setLineStyle(THIN)
                .setShowInLegend(false);
    }

    /** A logarithmic axis has its ticks at powers of ten, so that the values stand beside its name. */
    private static String across(Chart chart) {
        return chart.logarithmic() && !chart.labels().isEmpty()
                ? chart.across() + ": " + String.join(", ", chart.labels().values())
                : chart.across();
    }

    private XYSeries add(String name, double[] x, double[] y) {
        for (double place : x) {
            least = Math.min(least, place);
            most = Math.max(most, place);
        }
        return picture.addSeries(name, x, y);
    }

    private static double[] column(List<double[]> places, int k) {
        return places.stream().mapToDouble(p -> p[k]).toArray();
    }
}
