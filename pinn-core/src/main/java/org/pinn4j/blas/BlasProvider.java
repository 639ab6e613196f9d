package org.pinn4j.blas;

import org.pinn4j.args.Args;

/** A source of linear algebra, found by {@link java.util.ServiceLoader}. Cheap to construct; nothing native is loaded before {@link #create}. */
public interface BlasProvider {
    /** Whether a provider can work here; {@code reason} says what is missing and what to do, or what would be used. */
    record Availability(boolean available, String reason) {
        public Availability {
            Args.given(reason, "reason");
        }

        public static Availability yes(String what) {
            Args.given(what, "what");
            return new Availability(true, what);
        }

        public static Availability no(String why) {
            Args.given(why, "why");
            return new Availability(false, why);
        }
    }

    /** The name by which users ask for it. */
    String name();

    Availability availability();

    /**
     * Loads the library.
     * @throws IllegalStateException when it cannot be loaded; the message is the reason shown to the user
     */
    Backend create();
}
