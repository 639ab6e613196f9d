package org.pinn4j.periodic;

/** Complex numbers of each field and wave, and of each node of time where there are several: flat, in this order. Owned. */
record Course(double[] re, double[] im) {
    static Course zero(int length) {
        return new Course(new double[length], new double[length]);
    }

    Course copy() {
        return new Course(re.clone(), im.clone());
    }

    /** this += factor·other */
    void add(double factor, Course other) {
        for (int k = 0; k < re.length; k++) {
            re[k] += factor * other.re[k];
            im[k] += factor * other.im[k];
        }
    }

    void scale(double factor) {
        for (int k = 0; k < re.length; k++) {
            re[k] *= factor;
            im[k] *= factor;
        }
    }
}
