package org.pinn4j.compile;

import java.util.Arrays;
import org.pinn4j.pde.Function;

/**
 * Runs three-address code. One plain loop per instruction, so that the compiler of the JVM vectorises it; multiplications by
 * one are left in, because the loops wait for memory. Allocates nothing. Without Math.fma: where the processor has none,
 * that call is thousands of times slower.
 */
final class Machine {
    private Machine() {}

    /** @param thrown takes what code of the user throws; null where there is none */
    static void run(Instruction[] code, int n, double[][] r, Thrown.Sink thrown) {
        for (Instruction instruction : code) {
            run(instruction, n, r, thrown);
        }
    }

    private static void run(Instruction i, int n, double[][] r, Thrown.Sink thrown) {
        double[] y = r[i.to()];
        switch (i.op()) {
            case FILL -> Arrays.fill(y, 0, n, i.c(0));
            case COPY -> System.arraycopy(in(i, 0, r), 0, y, 0, n);
            case AFFINE -> affine(n, i.c(0), i.c(1), in(i, 0, r), y);
            case AFFINE2 -> affine(n, i.c(0), i.c(1), in(i, 0, r), i.c(2), in(i, 1, r), y);
            case PRODUCT -> product(n, i.c(0), i.c(1), in(i, 0, r), in(i, 1, r), y);
            case MULTIPLY_ADD -> multiplyAdd(n, i.c(0), i.c(1), in(i, 0, r), i.c(2), in(i, 1, r), in(i, 2, r), y);
            case RECIPROCAL -> reciprocal(n, in(i, 0, r), y);
            case SQRT -> sqrt(n, in(i, 0, r), y);
            case POWER -> power(n, i.c(0), in(i, 0, r), y);
            case CALL -> call((Function) i.label(), n, in(i, 0, r), y);
            case APPLY -> ((Instruction.Routine) i.label()).run(n, r, i.from(), i.to(), thrown);
        }
    }

    private static double[] in(Instruction i, int k, double[][] r) {
        return r[i.from().get(k)];
    }

    private static void affine(int n, double c0, double c1, double[] a, double[] y) {
        for (int i = 0; i < n; i++) {
            y[i] = c0 + c1 * a[i];
        }
    }

    private static void affine(int n, double c0, double c1, double[] a, double c2, double[] b, double[] y) {
        for (int i = 0; i < n; i++) {
            y[i] = c1 * a[i] + c2 * b[i] + c0;
        }
    }

    private static void product(int n, double c0, double c1, double[] a, double[] b, double[] y) {
        for (int i = 0; i < n; i++) {
            y[i] = c0 + c1 * (a[i] * b[i]);
        }
    }

    private static void multiplyAdd(
            int n, double c0, double c1, double[] a, double c2, double[] b, double[] d, double[] y) {
        for (int i = 0; i < n; i++) {
            y[i] = c1 * a[i] + c2 * (b[i] * d[i]) + c0;
        }
    }

    private static void reciprocal(int n, double[] a, double[] y) {
        for (int i = 0; i < n; i++) {
            y[i] = 1 / a[i];
        }
    }

    private static void sqrt(int n, double[] a, double[] y) {
        for (int i = 0; i < n; i++) {
            y[i] = Math.sqrt(a[i]);
        }
    }

    private static void power(int n, double exponent, double[] a, double[] y) {
        for (int i = 0; i < n; i++) {
            y[i] = Math.pow(a[i], exponent);
        }
    }

    private static void call(Function function, int n, double[] a, double[] y) {
        switch (function) {
            case SIN -> sin(n, a, y);
            case COS -> cos(n, a, y);
            case EXP -> exp(n, a, y);
            case ABS -> abs(n, a, y);
            default -> other(function, n, a, y);
        }
    }

    private static void sin(int n, double[] a, double[] y) {
        for (int i = 0; i < n; i++) {
            y[i] = Math.sin(a[i]);
        }
    }

    private static void cos(int n, double[] a, double[] y) {
        for (int i = 0; i < n; i++) {
            y[i] = Math.cos(a[i]);
        }
    }

    private static void exp(int n, double[] a, double[] y) {
        for (int i = 0; i < n; i++) {
            y[i] = Math.exp(a[i]);
        }
    }

    private static void abs(int n, double[] a, double[] y) {
        for (int i = 0; i < n; i++) {
            y[i] = Math.abs(a[i]);
        }
    }

    private static void other(Function function, int n, double[] a, double[] y) {
        for (int i = 0; i < n; i++) {
            y[i] = function.value(a[i]);
        }
    }
}
