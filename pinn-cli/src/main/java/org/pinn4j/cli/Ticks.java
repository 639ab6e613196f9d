package org.pinn4j.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Round numbers along a scale. */
final class Ticks {
    private Ticks() {}

    /** Multiples of 1, 2 or 5 times a power of ten inside [min, max], about {@code wanted} of them. */
    static List<Double> linear(double min, double max, int wanted) {
        List<Double> ticks = new ArrayList<>();
        double raw = (max - min) / wanted;
        double decade = Math.pow(10, Math.floor(Math.log10(raw)));
        double lead = raw / decade;
        double step = decade * (lead <= 1.5 ? 1 : lead <= 3.5 ? 2 : lead <= 7.5 ? 5 : 10);
        double slack = 1e-9 * (max - min);
        for (long k = (long) Math.ceil((min - slack) / step); k * step <= max + slack; k++) {
            ticks.add(k * step);
        }
        return ticks;
    }

    /** At most four significant digits, no trailing zeros. */
    static String label(double value) {
        double size = Math.abs(value);
        if (size < 1e-12) {
            return "0";
        }
        if (size < 1e-3 || size >= 1e5) {
            return String.format(Locale.ROOT, "%.1e", value)
                    .replace(".0e", "e")
                    .replaceFirst("e([+-])0?", "e$1")
                    .replace("e+", "e");
        }
        String text = String.format(Locale.ROOT, "%.4f", value);
        return text.replaceAll("0+$", "").replaceAll("\\.$", "");
    }
}
