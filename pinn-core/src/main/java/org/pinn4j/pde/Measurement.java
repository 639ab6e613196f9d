package org.pinn4j.pde;

/** The measured value at a point of a data condition. */
record Measurement() implements Expr {
    static final Measurement VALUE = new Measurement();

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
        return visitor.measurement();
    }

    @Override
    public Expr d(Axis by) {
        throw new IllegalArgumentException("measured values cannot be differentiated (along %s)".formatted(by));
    }

    @Override
    public String toString() {
        return "data";
    }
}
