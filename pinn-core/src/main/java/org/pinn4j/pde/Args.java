package org.pinn4j.pde;

/** What public methods ask of their arguments, with errors that name them. */
final class Args {
    private Args() {}

    /** The value. @throws NullPointerException that names it, if there is none */
    static <T> T given(T value, String name) {
        if (value == null) {
            throw new NullPointerException(name + ": need a value, got null");
        }
        return value;
    }
}
