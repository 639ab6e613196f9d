package org.pinn4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuideSnippetsTest {
    private static final Pattern SNIPPET = Pattern.compile("(?ms)^```java\\n(.*?)^```");

    @TempDir
    private Path folder;

    /** The guide as one class: its first snippet are the imports, the next section the fields, every other one a method. */
    private static String asClass(String guide) {
        String[] sections = guide.split("(?m)^## ");
        List<String> methods = new ArrayList<>();
        for (int k = 2; k < sections.length; k++) {
            methods.add("void section%d() throws Exception {\n%s}\n".formatted(k, snippets(sections[k])));
        }
        return "%s\nclass Guide {\n%s\n%s}\n"
                .formatted(snippets(sections[0]), snippets(sections[1]), String.join("\n", methods));
    }

    private static String snippets(String section) {
        return SNIPPET.matcher(section)
                .results()
                .map((MatchResult m) -> m.group(1))
                .collect(Collectors.joining("\n"));
    }

    private List<String> errors(String guide) throws IOException {
        Path file = Files.writeString(folder.resolve("Guide.java"), asClass(guide));
        return Sources.errors(file, folder);
    }

    @Test
    void everySnippetOfTheGuideCompiles() throws IOException {
        String guide = Sources.read("docs/guide.md");
        assertEquals(List.of(), errors(guide), () -> asClass(guide));
        assertTrue(SNIPPET.matcher(guide).results().count() >= 12, "fewer snippets than sections that have some");
    }

    @Test
    void aSnippetWithAWrongNameIsFound() throws IOException {
        String wrong = Sources.read("docs/guide.md").replace(".startingFrom(", ".goingOnFrom(");
        assertTrue(errors(wrong).stream().anyMatch(e -> e.contains("goingOnFrom")));
    }
}
