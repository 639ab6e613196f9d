package org.pinn4j.pde;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** Prints trees as mathematics: {@code u_t + u·u_x = 0.00318·u_xx}. Numbers are shortened; {@link ExprText} keeps every bit. */
final class Printer {
    private Printer() {}

    /** Exact up to six digits, a multiple of π as one, else three significant digits. */
    static String number(double v) {
        if (!Double.isFinite(v)) {
            return Double.toString(v);
        }
        BigDecimal exact = new BigDecimal(Double.toString(v)).stripTrailingZeros();
        if (exact.precision() <= 6) {
            return plain(exact);
        }
        BigDecimal turns =
                BigDecimal.valueOf(v / Math.PI).round(new MathContext(14)).stripTrailingZeros();
        if (turns.precision() <= 4) {
            String factor = plain(turns);
            return factor.equals("1") ? "π" : factor.equals("-1") ? "-π" : factor + "π";
        }
        return plain(exact.round(new MathContext(3)).stripTrailingZeros());
    }

    private static String plain(BigDecimal v) {
        int exponent = v.precision() - v.scale() - 1;
        return v.signum() == 0
                ? "0"
                : exponent < -5 || exponent > 9 ? Double.toString(v.doubleValue()) : v.toPlainString();
    }

    static String print(Expr e) {
        if (e instanceof Sum s) {
            return sum(s.terms());
        }
        if (e instanceof Product p) {
            return product(p.factors());
        }
        if (e instanceof Power p) {
            return p.exponent() < 0 ? product(List.of(p)) : power(p.base(), p.exponent());
        }
        return e.toString();
    }

    private static String sum(List<Expr> terms) {
        StringBuilder text = new StringBuilder();
        for (Expr term : terms) {
            String t = term.toString();
            text.append(text.isEmpty() ? t : t.startsWith("-") ? " - " + t.substring(1) : " + " + t);
        }
        return text.toString();
    }

    /** Factors with negative exponents go under one fraction stroke. */
    private static String product(List<Expr> factors) {
        List<String> above = new ArrayList<>();
        List<String> below = new ArrayList<>();
        String sign = "";
        for (Expr f : factors) {
            if (f instanceof Constant c && c.is(-1)) {
                sign = "-";
            } else if (f instanceof Power p && p.exponent() < 0) {
                below.add(power(p.base(), -p.exponent()));
            } else {
                above.add(factor(f));
            }
        }
        String top = sign + (above.isEmpty() ? "1" : String.join("·", above));
        String bottom = String.join("·", below);
        return below.isEmpty() ? top : top + "/" + (below.size() > 1 ? "(" + bottom + ")" : bottom);
    }

    private static String power(Expr base, double exponent) {
        if (exponent == 1) {
            return base instanceof Product ? "(" + base + ")" : factor(base);
        }
        if (exponent == 0.5) {
            return "sqrt(" + base + ")";
        }
        boolean bracket = base instanceof Sum || base instanceof Product || base instanceof Power;
        return (bracket ? "(" + base + ")" : base.toString()) + "^" + number(exponent);
    }

    static String factor(Expr e) {
        return e instanceof Sum ? "(" + e + ")" : e.toString();
    }
}
