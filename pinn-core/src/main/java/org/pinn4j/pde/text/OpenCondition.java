package org.pinn4j.pde.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Condition;
import org.pinn4j.pde.DataPoints;
import org.pinn4j.pde.Domain;
import org.pinn4j.pde.Equation;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Region;

/** A condition whose lines are being read. */
final class OpenCondition {
    /** Most cuts of one region; a cut is a region of what the one before left, and each is drawn from. */
    private static final int MOST_CUTS = 32;

    private final List<String> head;
    private final List<UnaryOperator<Region>> cuts = new ArrayList<>();
    private double[] rows = new double[16]; // coordinates and value of each point in turn
    private double[] deviations = new double[0];
    private int width;
    private int count;
    private String readings = ""; // what the names of their arrays begin with, where they are not in the text
    private Expr left;
    private Expr right;

    /** @param head the words of its first line */
    OpenCondition(List<String> head) {
        this.head = head;
    }

    void left(Expr e) {
        left = e;
    }

    void right(Expr e) {
        right = e;
    }

    /** @param name of the arrays that hold the points, which are not in the text then */
    void readings(String name) {
        readings = ProblemText.READINGS + name + ".";
    }

    void cut(UnaryOperator<Region> cut) {
        if (cuts.size() == MOST_CUTS) {
            throw new IllegalArgumentException(
                    "more than %d cuts of one region; state it in parts".formatted(MOST_CUTS));
        }
        cuts.add(cut);
    }

    int cuts() {
        return cuts.size();
    }

    /** Coordinates and value, then the word sigma and a standard deviation if it is known. */
    void point(List<String> words) {
        int noise = words.indexOf("sigma");
        if (noise >= 0 && noise != words.size() - 2) {
            throw new IllegalArgumentException("point %d: need one number after sigma".formatted(count));
        }
        int numbers = noise < 0 ? words.size() : noise;
        if (numbers < 2) {
            throw new IllegalArgumentException("point %d: need coordinates and a value".formatted(count));
        }
        if (count > 0 && numbers != width) {
            throw new IllegalArgumentException(
                    "point %d: need %d numbers, as at point 0, got %d".formatted(count, width, numbers));
        }
        width = numbers;
        rows = roomFor(rows, (count + 1) * width);
        for (int k = 0; k < width; k++) {
            rows[count * width + k] = Words.number(words.get(k));
        }
        if (noise >= 0 || deviations.length > 0) {
            deviation(noise < 0 ? Double.NaN : Words.number(words.get(noise + 1)));
        }
        count++;
    }

    private void deviation(double value) {
        if (Double.isNaN(value) || deviations.length == 0 && count > 0) {
            throw new IllegalArgumentException(
                    "data: need one standard deviation per point, or none, see point %d".formatted(count));
        }
        deviations = roomFor(deviations, count + 1);
        deviations[count] = value;
    }

    private static double[] roomFor(double[] a, int n) {
        return n <= a.length ? a : Arrays.copyOf(a, Math.max(16, Math.max(n, a.length + a.length / 2)));
    }

    /** @param domain whose parts it may stand on. @param arrays those of readings, by name */
    Condition close(Domain domain, Vocabulary names, Map<String, double[]> arrays) {
        if (left == null || right == null) {
            throw new IllegalArgumentException("the condition before lacks its left or right side");
        }
        Region region = region(domain, names, arrays);
        for (UnaryOperator<Region> cut : cuts) {
            region = cut.apply(region);
        }
        boolean terminal = head.get(head.size() - 1).equals("terminal");
        return new Condition(new Equation(left, right), region, head.get(0), terminal);
    }

    /** What its first line says, without cuts. */
    Region region(Domain domain, Vocabulary names, Map<String, double[]> arrays) {
        if (head.size() > 2 && head.get(1).equals("part")) {
            return domain.part(head.get(2));
        }
        if (head.size() > 2 && !head.get(2).equals("terminal")) {
            return face(names.axis(head.get(1)), head.get(2));
        }
        return switch (head.get(1)) {
            case "interior" -> Region.interior();
            case "boundary" -> Region.boundary();
            case "points" -> new Region.Points(readings.isEmpty() ? data() : stored(arrays));
            default ->
                throw new IllegalArgumentException("unknown region '%s'".formatted(TextCursor.brief(head.get(1))));
        };
    }

    private static Region face(Axis axis, String side) {
        return switch (side) {
            case "min" -> axis.start();
            case "max" -> axis.end();
            case "both" -> axis.ends();
            default ->
                throw new IllegalArgumentException(
                        "expected min, max or both, got '%s'".formatted(TextCursor.brief(side)));
        };
    }

    private DataPoints stored(Map<String, double[]> arrays) {
        if (count > 0 || !arrays.containsKey(readings + "points") || !arrays.containsKey(readings + "values")) {
            throw new IllegalArgumentException(
                    "readings: need arrays '%spoints' and '%1$svalues', and no point in the text".formatted(readings));
        }
        double[] known = arrays.getOrDefault(readings + "deviations", new double[0]);
        return DataPoints.of(arrays.get(readings + "points"), arrays.get(readings + "values"), known);
    }

    private DataPoints data() {
        double[] points = new double[count * Math.max(0, width - 1)];
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            System.arraycopy(rows, i * width, points, i * (width - 1), width - 1);
            values[i] = rows[(i + 1) * width - 1];
        }
        rows = new double[0];
        return DataPoints.of(points, values, Arrays.copyOf(deviations, deviations.length == 0 ? 0 : count));
    }
}
