package org.pinn4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a package says it depends on is what its bytecode depends on: no more, no less. */
class PackageInfoTest {
    private static final String ROOT = "org.pinn4j";
    /** What public methods ask of their arguments: like the JDK, no package says that it uses it. */
    private static final String ANYWHERE = "args";

    private static final List<String> MODULES = List.of("pinn-core", "pinn-problems", "pinn-validation");

    @ParameterizedTest
    @MethodSource("packages")
    void aPackageStatesWhatItDependsOn(String name, Set<String> seen) throws IOException {
        String text = Files.readString(info(name)).replaceAll("\\s*\\R \\* ?", " ");
        Matcher depends =
                Pattern.compile("<b>Depends on</b>(.*?)[.](?= ?<| */)").matcher(text);
        assertTrue(depends.find(), name + ": the package-info does not say what the package depends on");
        String list = depends.group(1).replaceAll("\\([^)]*\\)", "").replace("the front door", ROOT);
        Set<String> stated = new TreeSet<>(List.of(list.split("[^a-z0-9.]+")));
        stated.retainAll(seenByName().keySet());
        assertEquals(seen, stated, name);
    }

    static Stream<Arguments> packages() {
        return seenByName().entrySet().stream()
                .filter(e -> !e.getKey().matches("(cli|benchmarks).*")) // they see everything
                .map(e -> Arguments.of(e.getKey(), e.getValue()));
    }

    private static Path info(String name) {
        String folder = "src/main/java/org/pinn4j/" + (name.equals(ROOT) ? "" : name.replace('.', '/') + "/");
        return MODULES.stream()
                .map(m -> Sources.ROOT.resolve(m).resolve(folder + "package-info.java"))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " has no package-info"));
    }

    /** By package, the other packages of the library that its classes name. */
    private static Map<String, Set<String>> seenByName() {
        Map<String, Set<String>> all = new TreeMap<>();
        for (JavaClass type : Imported.CLASSES) {
            Set<String> seen = all.computeIfAbsent(name(type), p -> new TreeSet<>());
            type.getDirectDependenciesFromSelf().stream()
                    .map(d -> d.getTargetClass().getBaseComponentType())
                    .filter(t -> t.getPackageName().startsWith(ROOT) && !name(t).equals(name(type)))
                    .filter(t -> !name(t).equals(ANYWHERE))
                    .forEach(t -> seen.add(name(t)));
        }
        return all;
    }

    private static String name(JavaClass type) {
        return type.getPackageName().equals(ROOT) ? ROOT : type.getPackageName().substring(ROOT.length() + 1);
    }

    /** Read once. */
    private static final class Imported {
        static final JavaClasses CLASSES =
                new ClassFileImporter().withImportOption(new MainClasses()).importPackages(ROOT);
    }
}
