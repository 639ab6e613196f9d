package org.pinn4j.blas;

import java.util.Objects;

/**
 * Linear algebra that was chosen and loaded. Immutable; shared between threads.
 * @param name openblas, system, jblas, java, or the name of a provider of the host
 * @param description what is in use, for reports: library, kernel, threads, what it leaves to plain Java
 * @param reason why this one: asked for, or which others were passed over and why
 * @param kernel the processor kernel of the library, such as SkylakeX, or {@code unknown}
 * @param threads threads that one call may use; 1 is what the library wants, 0 is unknown
 * @param advice what would make it faster here, or the empty text
 */
public record Backend(
        String name,
        Blas blas,
        Lapack lapack,
        String description,
        String reason,
        String kernel,
        int threads,
        String advice) {
    public Backend {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(blas, "blas");
        Objects.requireNonNull(lapack, "lapack");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(kernel, "kernel");
        Objects.requireNonNull(advice, "advice");
    }

    Backend because(String newReason) {
        return new Backend(name, blas, lapack, description, newReason, kernel, threads, advice);
    }
}
