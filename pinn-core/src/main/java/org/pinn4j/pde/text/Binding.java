package org.pinn4j.pde.text;

import java.util.List;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Otherwise;

/** How an expression is held together where it is written: what decides about brackets around it. */
enum Binding {
    SUM,
    PRODUCT,
    POWER,
    /** It may have a sign and an exponent. */
    NUMBER,
    ATOM;

    static final Otherwise<Binding> OF = new Otherwise<>() {
        @Override
        protected Binding otherwise() {
            return ATOM;
        }

        @Override
        public Binding sum(List<Expr> terms) {
            return SUM;
        }

        @Override
        public Binding product(List<Expr> factors) {
            return PRODUCT;
        }

        @Override
        public Binding power(Expr base, double exponent) {
            return POWER;
        }

        @Override
        public Binding constant(double value) {
            return NUMBER;
        }
    };
}
