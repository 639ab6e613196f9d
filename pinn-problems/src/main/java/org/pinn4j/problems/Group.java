package org.pinn4j.problems;

/** What kind of problem it is, for lists and tables. */
public enum Group {
    ELLIPTIC("elliptic"),
    LAYERS("boundary layers"),
    PARABOLIC("diffusion and reaction"),
    WAVES("waves and transport"),
    DISPERSIVE("dispersive waves and fourth order"),
    ORDINARY("ordinary differential equations"),
    FLOW("Navier-Stokes"),
    INVERSE("unknown coefficients");

    private final String title;

    Group(String title) {
        this.title = title;
    }

    /** In a few words. */
    public String title() {
        return title;
    }
}
