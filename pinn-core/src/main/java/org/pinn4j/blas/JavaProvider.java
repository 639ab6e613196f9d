package org.pinn4j.blas;

/** Plain Java: works everywhere and is the specification of the others. */
public final class JavaProvider implements BlasProvider {
    private static final String ADVICE =
            "add org.bytedeco:openblas with the classifier of this platform: three to eight times faster";

    @Override
    public String name() {
        return "java";
    }

    @Override
    public Availability availability() {
        return Availability.yes("plain Java, needs nothing");
    }

    @Override
    public Backend create() {
        JavaBlas blas = new JavaBlas();
        return new Backend(
                "java", blas, new JavaLapack(blas), blas.description(), "asked for", "plain Java", 1, ADVICE);
    }
}
