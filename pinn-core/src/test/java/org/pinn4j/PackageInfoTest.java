package org.pinn4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PackageInfoTest {
    /** What the reader is told and what is enforced are one list; "every package" stands for all of it. */
    @ParameterizedTest
    @MethodSource("packages")
    void aPackageInfoStatesTheListThatHolds(String name) throws IOException {
        Path file = Path.of("src/main/java/org/pinn4j", name.replace('.', '/'), "package-info.java");
        String text = Files.readString(file).replaceAll("\\s*\\R \\* ", " ");
        Matcher depends = Pattern.compile("<b>Depends on</b>(.*?)[.] ?<").matcher(text);
        assertTrue(depends.find(), file + " does not say what the package depends on");
        Set<String> stated = new TreeSet<>(List.of(depends.group(1).split("[^a-z.]+")));
        if (!stated.containsAll(List.of("every", "package"))) {
            stated.retainAll(ArchitectureTest.MAY_SEE.keySet());
            stated.remove("");
            assertEquals(
                    new TreeSet<>(List.of(ArchitectureTest.MAY_SEE.get(name).split(" "))),
                    orNone(stated),
                    file.toString());
        }
    }

    /** An empty text splits into one empty name. */
    private static Set<String> orNone(Set<String> names) {
        return names.isEmpty() ? Set.of("") : names;
    }

    static Set<String> packages() {
        return ArchitectureTest.MAY_SEE.keySet();
    }
}
