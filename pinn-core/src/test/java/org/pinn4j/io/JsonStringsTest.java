package org.pinn4j.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonStringsTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenIsReadInTheSameOrder() throws IOException {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("z", "π \"quoted\" \\ \n\t\u0001");
        members.put("a", "");
        members.put("", "\ud83d\ude00");
        Path file = folder.resolve("record.json");
        JsonStrings.write(file, members);
        assertEquals(
                new ArrayList<>(members.entrySet()),
                new ArrayList<>(JsonStrings.read(file).entrySet()));
    }

    @Test
    void everyPrefixOfAFileIsRefused() throws IOException {
        Path file = folder.resolve("record.json");
        JsonStrings.write(file, Map.of("one", "1", "two", "2"));
        String whole = Files.readString(file).strip();
        for (int length = 0; length < whole.length(); length++) {
            Files.writeString(file, whole.substring(0, length));
            assertThrows(FormatException.class, () -> JsonStrings.read(file), whole.substring(0, length));
        }
    }

    @Test
    void anythingButStringsIsRefused() throws IOException {
        for (String text :
                List.of("[]", "{\"a\": 1}", "{\"a\": null}", "{\"a\": \"1\", \"a\": \"2\"}", "{} {}", "{\"a\": {}}")) {
            Path file = Files.writeString(folder.resolve("record.json"), text);
            assertThrows(FormatException.class, () -> JsonStrings.read(file), text);
        }
    }
}
