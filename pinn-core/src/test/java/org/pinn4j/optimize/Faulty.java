package org.pinn4j.optimize;

/** An objective whose k-th to l-th answers are not numbers. */
final class Faulty implements LeastSquares {
    static final String DIAGNOSIS = "condition initial, point 17";

    /** Where the NaN appears. */
    enum Fault {
        VALUE,
        ARRAY
    }

    private final LeastSquares inner;
    private final Fault fault;
    private final int first;
    private int last;
    private int answers;
    private boolean struck;

    Faulty(LeastSquares inner, Fault fault, int first, int last) {
        this.inner = inner;
        this.fault = fault;
        this.first = first;
        this.last = last;
    }

    void heal() {
        last = 0;
    }

    boolean struck() {
        return struck;
    }

    private double answer(double value, double[] array) {
        answers++;
        if (answers < first || answers > last) {
            return value;
        }
        struck = true;
        if (fault == Fault.VALUE) {
            return Double.NaN;
        }
        array[array.length / 2] = Double.NaN;
        return value;
    }

    @Override
    public int parameters() {
        return inner.parameters();
    }

    @Override
    public int rows() {
        return inner.rows();
    }

    @Override
    public double value(double[] theta) {
        return answer(inner.value(theta), new double[1]);
    }

    @Override
    public double gradient(double[] theta, double[] g) {
        return answer(inner.gradient(theta, g), g);
    }

    @Override
    public double residuals(double[] theta, double[] r) {
        return answer(inner.residuals(theta, r), r);
    }

    @Override
    public double normal(double[] theta, double[] a, int lda, double[] g, double[] r) {
        return answer(inner.normal(theta, a, lda, g, r), g);
    }

    @Override
    public void jacobian(double[] theta, int firstRow, int count, double[] r, double[] j, int ldj) {
        inner.jacobian(theta, firstRow, count, r, j, ldj);
        answer(0, j);
    }

    @Override
    public void jv(double[] theta, double[] v, double[] out) {
        inner.jv(theta, v, out);
        answer(0, out);
    }

    @Override
    public void jtw(double[] theta, double[] w, double[] out) {
        inner.jtw(theta, w, out);
        answer(0, out);
    }

    @Override
    public String diagnosis() {
        return DIAGNOSIS;
    }
}
