package org.pinn4j.blas;

/** Whether a matrix enters a product as it is or transposed. */
public enum Op {
    NONE("N"),
    TRANSPOSE("T");

    private final String code;

    Op(String code) {
        this.code = code;
    }

    /** The letter the BLAS standard uses. */
    public String code() {
        return code;
    }
}
