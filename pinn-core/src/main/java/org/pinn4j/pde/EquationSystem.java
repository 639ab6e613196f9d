package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.pinn4j.pde.symbol.Assignment;
import org.pinn4j.pde.symbol.Dependence;

/**
 * The equations of the interior, each assigned to the field that it determines, and the blocks of fields that determine each
 * other. With fewer equations than fields, those of highest derivatives are determined; the others are coefficients, which data
 * or surplus conditions have to supply. Source of the assignment: Pryce, BIT 41 (2001) 364; of the blocks: Dulmage and
 * Mendelsohn, Canadian Journal of Mathematics 10 (1958) 517.
 */
final class EquationSystem {
    private static final int TIME = 1000;
    private static final int SPACE = 10;
    /** A determinant is expanded over all sets of its columns. */
    private static final int MOST_IN_BLOCK = 10;

    private static final int MOST = 64;

    /** In the order of their fields. */
    final List<Condition> equations = new ArrayList<>();

    final List<Field> fields = new ArrayList<>();
    final List<Field> coefficients;
    final Dependence dependence;
    final LinearTerms linear;
    final Running running;

    /** Empty if there are more equations than fields, if they cannot be told apart, or if one compares two places. */
    static Optional<EquationSystem> of(Reading reading) {
        List<Condition> all = reading.equations();
        boolean traces = all.stream().anyMatch(c -> !c.leaves().traces().isEmpty());
        if (all.isEmpty()
                || traces
                || all.size() > reading.fields().size()
                || reading.fields().size() > MOST) {
            return Optional.empty();
        }
        int[][] weights = new int[all.size()][];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = weights(all.get(i), reading.fields());
        }
        return Assignment.of(weights, reading.fields().size())
                .map(columns -> new EquationSystem(reading, all, columns))
                .filter(s -> s.dependence.blocks().stream().allMatch(b -> b.length <= MOST_IN_BLOCK));
    }

    /** The highest order of each field, in time before space, earlier fields where that leaves a choice. */
    private static int[] weights(Condition equation, List<Field> fields) {
        int[] weights = new int[fields.size()];
        Arrays.fill(weights, Assignment.NEVER);
        for (Derivative d : equation.leaves().states()) {
            int field = fields.indexOf(d.field());
            int weight = 0;
            for (int k : d.along()) {
                weight += d.orders().get(k) * (d.field().axes().get(k).isTime() ? TIME : SPACE);
            }
            weights[field] = Math.max(weights[field], MOST * weight + fields.size() - field);
        }
        return weights;
    }

    private EquationSystem(Reading reading, List<Condition> all, int[] columns) {
        for (int f = 0; f < reading.fields().size(); f++) {
            for (int i = 0; i < columns.length; i++) {
                if (columns[i] == f) {
                    fields.add(reading.fields().get(f));
                    equations.add(all.get(i));
                }
            }
        }
        this.coefficients =
                reading.fields().stream().filter(f -> !fields.contains(f)).toList();
        boolean[][] direct = new boolean[fields.size()][fields.size()];
        for (int i = 0; i < direct.length; i++) {
            for (int j = 0; j < direct.length; j++) {
                direct[i][j] = equations.get(i).mentions(fields.get(j));
            }
        }
        this.dependence = new Dependence(direct);
        this.linear = new LinearTerms(reading.problem().axes(), equations, fields);
        this.running = new Running(this, reading);
    }

    /** The equation that determines one of its fields. */
    Condition of(Field field) {
        return equations.get(fields.indexOf(field));
    }

    List<Field> fields(int[] block) {
        return Arrays.stream(block).mapToObj(fields::get).toList();
    }

    /** Whether a condition on some fields takes part in determining a block: it names one of it, or one that hangs on it. */
    boolean sees(java.util.Collection<Field> named, int[] block) {
        return named.stream().anyMatch(f -> fields.contains(f) && dependence.on(fields.indexOf(f), block[0]));
    }

    /** Data may make up for a condition that a block lacks, which only the solve can tell. */
    Finding finding(Reading reading, String key, int[] block, String what, String remedy) {
        boolean measured = reading.data().stream().anyMatch(c -> sees(c.leaves().fields(), block));
        return measured
                ? new Finding(key, what + "; its data have to make up for it", Finding.Severity.NOTE)
                : new Finding(key, what + "; " + remedy, Finding.Severity.BLOCKING);
    }
}
