package org.pinn4j.cli;

import java.util.Optional;
import org.pinn4j.validation.evolution.DerivedReference.Method;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code auto}, {@code spectral} or {@code fd}. */
final class MethodConverter implements ITypeConverter<Method> {
    @Override
    public Method convert(String text) {
        Optional<Method> method = switch (text) {
            case "auto" -> Optional.of(Method.AUTOMATIC);
            case "spectral" -> Optional.of(Method.SPECTRAL);
            case "fd" -> Optional.of(Method.FINITE_DIFFERENCES);
            default -> Optional.empty();
        };
        return method.orElseThrow(
                () -> new TypeConversionException("'%s' is none of auto, spectral, fd".formatted(text)));
    }
}
