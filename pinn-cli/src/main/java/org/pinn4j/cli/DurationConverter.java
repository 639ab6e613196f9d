package org.pinn4j.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 500ms}, {@code 60s}, {@code 2m}, {@code 1.5h}; a bare number is seconds. */
final class DurationConverter implements ITypeConverter<Duration> {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(ms|s|m|h)?");

    @Override
    public Duration convert(String text) {
        Matcher match = FORM.matcher(text.trim());
        if (!match.matches()) {
            throw new TypeConversionException(
                    "'" + text + "' is no duration; write 500ms, 60s, 2m or 1h, with at most nine digits");
        }
        Duration duration = Duration.ofMillis(Math.round(Double.parseDouble(match.group(1)) * millis(match.group(2))));
        if (duration.isZero()) {
            throw new TypeConversionException("'" + text + "' is no time at all; need at least 1ms");
        }
        return duration;
    }

    private static double millis(String unit) {
        return switch (unit == null ? "s" : unit) {
            case "ms" -> 1;
            case "s" -> 1e3;
            case "m" -> 60e3;
            default -> 3600e3;
        };
    }
}
