package org.pinn4j.cli;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * A picture of values on a rectangle: one cell per grid point, axes, a colour bar. Immutable.
 * @param values [columns × rows], the row fastest, rows upwards; NaN where there is nothing to draw
 * @param logarithmic colours the decimal logarithm of the value
 */
record HeatMap(
        String title,
        Side across,
        Side up,
        double[] values,
        double low,
        double high,
        boolean logarithmic,
        Palette palette) {
    static final int WIDTH = 860;
    static final int HEIGHT = 520;
    private static final int LEFT = 80;
    private static final int TOP = 50;
    private static final int PLOT_WIDTH = 630;
    private static final int PLOT_HEIGHT = 400;
    private static final int BAR_LEFT = LEFT + PLOT_WIDTH + 25;
    private static final int BAR_WIDTH = 22;

    /** One side of the rectangle: {@code count} cells from min to max. */
    record Side(String name, double min, double max, int count) {}

    BufferedImage draw() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, WIDTH, HEIGHT);
        cells(image);
        bar(image);
        g.setColor(Color.BLACK);
        g.drawRect(LEFT - 1, TOP - 1, PLOT_WIDTH + 1, PLOT_HEIGHT + 1);
        g.drawRect(BAR_LEFT - 1, TOP - 1, BAR_WIDTH + 1, PLOT_HEIGHT + 1);
        axes(g);
        barLabels(g);
        g.dispose();
        return image;
    }

    private void cells(BufferedImage image) {
        for (int px = 0; px < PLOT_WIDTH; px++) {
            int column = Math.min(across.count - 1, px * across.count / PLOT_WIDTH);
            for (int py = 0; py < PLOT_HEIGHT; py++) {
                int row = Math.min(up.count - 1, (PLOT_HEIGHT - 1 - py) * up.count / PLOT_HEIGHT);
                double value = values[column * up.count + row];
                if (!Double.isNaN(value)) { // outside of a shape the paper stays white
                    image.setRGB(LEFT + px, TOP + py, palette.colour(fraction(value)));
                }
            }
        }
    }

    private void bar(BufferedImage image) {
        for (int py = 0; py < PLOT_HEIGHT; py++) {
            int colour = palette.colour(1 - py / (PLOT_HEIGHT - 1.0));
            for (int px = 0; px < BAR_WIDTH; px++) {
                image.setRGB(BAR_LEFT + px, TOP + py, colour);
            }
        }
    }

    private double fraction(double value) {
        return logarithmic
                ? Math.log10(Math.max(value, low) / low) / Math.log10(high / low)
                : (value - low) / (high - low);
    }

    private void axes(Graphics2D g) {
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        FontMetrics text = g.getFontMetrics();
        for (double tick : Ticks.linear(across.min, across.max, 6)) {
            int px = LEFT + (int) Math.round((tick - across.min) / (across.max - across.min) * PLOT_WIDTH);
            g.drawLine(px, TOP + PLOT_HEIGHT, px, TOP + PLOT_HEIGHT + 5);
            String label = Ticks.label(tick);
            g.drawString(label, px - text.stringWidth(label) / 2, TOP + PLOT_HEIGHT + 20);
        }
        for (double tick : Ticks.linear(up.min, up.max, 6)) {
            int py = TOP + PLOT_HEIGHT - (int) Math.round((tick - up.min) / (up.max - up.min) * PLOT_HEIGHT);
            g.drawLine(LEFT - 6, py, LEFT - 1, py);
            String label = Ticks.label(tick);
            g.drawString(label, LEFT - 10 - text.stringWidth(label), py + 5);
        }
        g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 15));
        g.drawString(title, LEFT, TOP - 18);
        g.drawString(across.name, LEFT + PLOT_WIDTH / 2, TOP + PLOT_HEIGHT + 45);
        g.drawString(up.name, 12, TOP + PLOT_HEIGHT / 2);
    }

    private void barLabels(Graphics2D g) {
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        List<Double> ticks =
                logarithmic ? Ticks.linear(Math.log10(low), Math.log10(high), 6) : Ticks.linear(low, high, 6);
        for (double tick : ticks) {
            double value = logarithmic ? Math.pow(10, tick) : tick;
            int py = TOP + (int) Math.round((1 - fraction(value)) * (PLOT_HEIGHT - 1));
            g.drawLine(BAR_LEFT + BAR_WIDTH, py, BAR_LEFT + BAR_WIDTH + 4, py);
            g.drawString(Ticks.label(value), BAR_LEFT + BAR_WIDTH + 8, py + 5);
        }
    }
}
