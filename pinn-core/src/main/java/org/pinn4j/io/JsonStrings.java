package org.pinn4j.io;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.pinn4j.args.Args;

/** A file that holds one JSON object of strings: the small records that programs and people both read. */
public final class JsonStrings {
    private JsonStrings() {}

    /** Writes the members in the order of the map, one a line; the file is replaced whole or not at all. */
    public static void write(Path path, Map<String, String> members) throws IOException {
        Args.given(path, "path", members, "members");
        byte[] text = Json.pretty(members).getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(path, out -> out.write(text));
    }

    /**
     * The members in the order of the file.
     * @throws FormatException if the file is anything but one object whose values are strings, or names a member twice
     */
    public static Map<String, String> read(Path path) throws IOException {
        Args.given(path, "path");
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            JsonCursor json = new JsonCursor(path, in, 0, Files.size(path));
            Map<String, String> members = new LinkedHashMap<>();
            json.members(name -> {
                if (members.put(name, json.string()) != null) {
                    throw json.fail("member '%s' is there twice".formatted(name));
                }
            });
            json.end();
            return members;
        }
    }
}
