package org.pinn4j.solution;

import java.io.IOException;
import java.nio.file.Path;
import org.pinn4j.io.FormatException;
import org.pinn4j.io.NamedArrays;
import org.pinn4j.io.Safetensors;

/**
 * SHA-256 of all that a file holds, the checksum itself excepted: of the file that would be written without that entry. So any
 * changed bit is seen, in weights and in texts, where a changed digit is another problem that solves as well. It tells damage, not
 * forgery: whoever changes a file on purpose can write the checksum anew.
 */
final class Checksum {
    static final String ENTRY = "pinn4j.sha256";

    private Checksum() {}

    static NamedArrays sealed(NamedArrays content) {
        return content.withMetadata(ENTRY, Safetensors.sha256(content));
    }

    /**
     * The content without its checksum.
     * @throws FormatException if it is not what was written
     */
    static NamedArrays opened(Path path, NamedArrays content) throws IOException {
        String stored = content.metadata().get(ENTRY);
        if (stored == null) {
            throw new FormatException(path, "entry '%s' is missing; the file is damaged".formatted(ENTRY));
        }
        NamedArrays rest = content.withoutMetadata(ENTRY);
        if (!stored.equals(Safetensors.sha256(rest))) {
            throw new FormatException(
                    path, "the checksum does not fit the content: the file is damaged or was changed; take a copy");
        }
        Safetensors.requireAsWritten(path, content);
        return rest;
    }
}
