package org.pinn4j.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pinn4j.pde.IndexSum;

/**
 * A sum over an index: the code of one term, run for each with its slots moved on to other columns. So the code has the size of the
 * term, and a sum of d terms takes d times its instructions and no more. A sum inside a term is the same in all of them and stands
 * before the loop. Immutable; equal for equal sums.
 */
final class SumLoop implements Instruction.Routine {
    private final IndexSum sum;
    private final Instruction[] code; // of a term: its slots first, then the value, then what it needs
    private final int slots;
    private final int registers;
    private final int[] places; // [terms × slots]: which argument; −1 for a number
    private final double[] numbers; // likewise
    private final int base;

    SumLoop(IndexSum sum, Instruction[] code, int slots, int registers, int[] places, double[] numbers) {
        this(sum, code, slots, registers, places, numbers, 0);
    }

    private SumLoop(
            IndexSum sum, Instruction[] code, int slots, int registers, int[] places, double[] numbers, int base) {
        this.sum = sum;
        this.code = code;
        this.slots = slots;
        this.registers = registers;
        this.places = places;
        this.numbers = numbers;
        this.base = base;
    }

    @Override
    public int registers() {
        return registers;
    }

    @Override
    public SumLoop at(int newBase) {
        Instruction[] moved = new Instruction[code.length];
        for (int k = 0; k < code.length; k++) {
            Instruction i = code[k];
            List<Integer> from = new ArrayList<>();
            i.from().forEach(register -> from.add(register + newBase - base));
            moved[k] = new Instruction(i.op(), i.to() + newBase - base, from, i.c(), i.label());
        }
        return new SumLoop(sum, moved, slots, registers, places, numbers, newBase);
    }

    @Override
    public void run(int n, double[][] r, List<Integer> from, int to, Thrown.Sink thrown) {
        double[] result = r[to];
        double[] term = r[base + slots];
        Arrays.fill(result, 0, n, 0);
        for (int k = 0; k < places.length; k += slots) {
            for (int s = 0; s < slots; s++) {
                int place = places[k + s];
                if (place < 0) {
                    Arrays.fill(r[base + s], 0, n, numbers[k + s]); // a slot of numbers is never moved
                } else {
                    r[base + s] = r[from.get(place)];
                }
            }
            Machine.run(code, n, r, thrown);
            for (int i = 0; i < n; i++) {
                result[i] += term[i];
            }
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SumLoop s && base == s.base && sum.equals(s.sum);
    }

    @Override
    public int hashCode() {
        return sum.hashCode();
    }

    @Override
    public String toString() {
        return sum.toString();
    }
}
