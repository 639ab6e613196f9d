package org.pinn4j.pde;

import java.util.List;

/** Prints trees as mathematics: {@code u_t + u·u_x = 0.00318·u_xx}. */
final class Printer {
    private Printer() {}

    /** Up to six significant digits, without trailing zeros. */
    static String number(double v) {
        if (v == Math.rint(v) && Math.abs(v) < 1e6) {
            return Long.toString((long) v);
        }
        return Double.toString(Double.parseDouble("%.6g".formatted(v).replace(',', '.')));
    }

    static String print(Expr e) {
        if (e instanceof Sum s) {
            StringBuilder text = new StringBuilder();
            for (Expr term : s.terms()) {
                String t = term.toString();
                text.append(text.isEmpty() ? t : t.startsWith("-") ? " - " + t.substring(1) : " + " + t);
            }
            return text.toString();
        }
        if (e instanceof Product p) {
            List<Expr> f = p.factors();
            boolean minus = f.get(0) instanceof Constant c && c.is(-1);
            String body = String.join(
                    "·",
                    f.subList(minus ? 1 : 0, f.size()).stream()
                            .map(Printer::factor)
                            .toList());
            return minus ? "-" + body : body;
        }
        if (e instanceof Power p) {
            return p.exponent() == 0.5 ? "sqrt(" + p.base() + ")" : factor(p.base()) + "^" + number(p.exponent());
        }
        return e.toString();
    }

    private static String factor(Expr e) {
        return e instanceof Sum ? "(" + e + ")" : e.toString();
    }
}
