package org.pinn4j.cli;

import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code auto}, {@code spectral} or {@code fd}. */
final class ReferenceMethodConverter implements ITypeConverter<ReferenceMethod> {
    @Override
    public ReferenceMethod convert(String text) {
        for (ReferenceMethod method : ReferenceMethod.values()) {
            if (method.name().toLowerCase(Locale.ROOT).equals(text)) {
                return method;
            }
        }
        throw new TypeConversionException("'%s' is none of auto, spectral, fd".formatted(text));
    }
}
