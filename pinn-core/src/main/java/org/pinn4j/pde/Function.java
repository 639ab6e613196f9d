package org.pinn4j.pde;

import org.pinn4j.args.Args;

/** The elementary functions an equation may use, each with its derivative. */
public enum Function {
    SIN,
    COS,
    EXP,
    LOG,
    TANH,
    ABS,
    SIGN,
    ASINH,
    ERF,
    ATAN,
    SINH,
    COSH;

    /** This function of an expression; of a number, the number it works out to. */
    public Expr of(Expr argument) {
        Args.given(argument, "argument");
        return Call.of(this, argument);
    }

    /** The derivative at {@code e}, without the inner factor. */
    Expr derivative(Expr e) {
        return switch (this) {
            case SIN -> Call.of(COS, e);
            case COS -> Call.of(SIN, e).negate();
            case EXP -> Call.of(EXP, e);
            case LOG -> Power.of(e, -1);
            case TANH -> Constant.ONE.minus(Power.of(Call.of(TANH, e), 2));
            case ABS -> Call.of(SIGN, e);
            case SIGN -> Constant.ZERO;
            case ASINH -> Power.of(Power.of(e, 2).plus(Constant.ONE), -0.5);
            case ERF -> Call.of(EXP, Power.of(e, 2).negate()).times(2 / Math.sqrt(Math.PI));
            case ATAN -> Power.of(Power.of(e, 2).plus(Constant.ONE), -1);
            case SINH -> Call.of(COSH, e);
            case COSH -> Call.of(SINH, e);
        };
    }

    /** The value at one number. */
    public double value(double x) {
        return switch (this) {
            case SIN -> Math.sin(x);
            case COS -> Math.cos(x);
            case EXP -> Math.exp(x);
            case LOG -> Math.log(x);
            case TANH -> Math.tanh(x);
            case ABS -> Math.abs(x);
            case SIGN -> Math.signum(x);
            case ASINH -> Math.signum(x) * Math.log1p(Math.abs(x) + x * x / (1 + Math.sqrt(1 + x * x)));
            case ERF -> ErrorFunction.value(x);
            case ATAN -> Math.atan(x);
            case SINH -> Math.sinh(x);
            case COSH -> Math.cosh(x);
        };
    }
}
