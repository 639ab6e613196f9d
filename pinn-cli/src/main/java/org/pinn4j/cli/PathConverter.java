package org.pinn4j.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Names of files. In a locale without the letters of one, Java has no name for it; the launcher chooses one that has all. */
final class PathConverter implements ITypeConverter<Path> {
    @Override
    public Path convert(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            String remedy = e.getReason().contains("unmappable")
                    ? " in the encoding %s; set LC_ALL=C.UTF-8 before Java starts, as the launcher does"
                            .formatted(System.getProperty("sun.jnu.encoding"))
                    : ": " + e.getReason();
            throw new TypeConversionException("'" + text + "' is no name of a file" + remedy);
        }
    }
}
