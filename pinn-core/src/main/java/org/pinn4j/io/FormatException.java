package org.pinn4j.io;

import java.io.IOException;
import java.nio.file.Path;
import org.pinn4j.args.Args;

/** A file that is not what it should be: which one, where, and why. */
public final class FormatException extends IOException {
    private static final long serialVersionUID = 1L;

    private static final int MAX_REASON = 400;

    private final String file;
    private final long offset;
    private final String reason;

    /**
     * @param offset bytes before the place of the defect; 0 where it is not one place
     * @param reason what was found and what to do, in one line
     */
    public FormatException(Path path, long offset, String reason) {
        this(
                "%s: byte %d: %s".formatted(Args.given(path, "path"), offset, printable(Args.given(reason, "reason"))),
                path,
                offset,
                reason);
    }

    /** Of a file as a whole: what it lacks or what does not fit together. @param reason as above */
    public FormatException(Path path, String reason) {
        this("%s: %s".formatted(Args.given(path, "path"), printable(Args.given(reason, "reason"))), path, 0, reason);
    }

    private FormatException(String message, Path path, long offset, String reason) {
        super(message);
        this.file = path.toString();
        this.offset = offset;
        this.reason = printable(reason);
    }

    /** A reason may quote the file: no control characters reach a terminal, and no endless names. */
    private static String printable(String text) {
        String line = text.replaceAll("\\p{Cntrl}", "?");
        return line.length() <= MAX_REASON ? line : line.substring(0, MAX_REASON) + "...";
    }

    public Path path() {
        return Path.of(file);
    }

    /** Bytes before the place where the defect was seen. */
    public long offset() {
        return offset;
    }

    public String reason() {
        return reason;
    }
}
