import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Whether each module's bill of materials names what the module needs at run time, all of it and nothing else, and whether each
 * part has a licence that lets it be shipped. The other list is Maven's own, {@code target/runtime.txt}.
 */
public final class Bill {
    /** Licences under which a jar of all parts may be passed on; a new one is added here by hand, once it has been read. */
    private static final Set<String> SHIPPABLE = Set.of("Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "MIT");

    /** Read by hand: its pom names the page of the three clauses, which the bill takes for the older one of four. */
    private static final Map<String, String> READ = Map.of("net.sourceforge.f2j:arpack_combined_all", "BSD-3-Clause");

    /** Group, artifact, type, perhaps a classifier, version and scope, as {@code dependency:list} writes them. */
    private static final Pattern NEEDED =
            Pattern.compile("^ +([\\w.-]+):([\\w.-]+):jar:(?:([\\w.-]+):)?([\\w.-]+):(?:compile|runtime)\\b.*");

    private final List<String> faults = new ArrayList<>();

    public static void main(String[] arguments) throws Exception {
        System.exit(new Bill().run(Path.of(arguments[0])));
    }

    private int run(Path root) throws Exception {
        int bills = 0;
        try (Stream<Path> folders = Files.list(root)) {
            for (Path module : folders.filter(f -> Files.exists(f.resolve("target/runtime.txt"))).sorted().toList()) {
                check(module);
                bills++;
            }
        }
        if (bills == 0) {
            faults.add("no module has a bill; run mvn -Prelease -DskipTests package first");
        }
        faults.forEach(f -> System.out.println("bill: " + f));
        System.out.printf("bill: %d modules, %d faults%n", bills, faults.size());
        return faults.isEmpty() ? 0 : 1;
    }

    private void check(Path module) throws Exception {
        TreeMap<String, String> billed = billed(module.resolve("target/bom.xml"));
        TreeSet<String> needed = needed(module.resolve("target/runtime.txt"));
        Path name = module.getFileName();
        needed.stream().filter(n -> !billed.containsKey(n)).forEach(n -> faults.add(name + ": the bill is without " + n));
        billed.keySet().stream().filter(b -> !needed.contains(b)).forEach(b -> faults.add(name + ": not needed is " + b));
        billed.forEach((part, licence) -> {
            if (!part.startsWith("org.pinn4j:") && !SHIPPABLE.contains(licence)) {
                faults.add("%s: %s has the licence '%s', known are %s".formatted(name, part, licence, new TreeSet<>(SHIPPABLE)));
            }
        });
    }

    private static TreeSet<String> needed(Path list) throws IOException {
        TreeSet<String> names = new TreeSet<>();
        for (String line : Files.readAllLines(list)) {
            Matcher m = NEEDED.matcher(line);
            if (m.matches()) {
                names.add(m.group(1) + ":" + m.group(2) + ":" + m.group(4));
            }
        }
        return names;
    }

    /** Name and licence of each part. */
    private static TreeMap<String, String> billed(Path bom) throws Exception {
        Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(bom.toFile());
        TreeMap<String, String> licences = new TreeMap<>();
        elements(document.getElementsByTagName("component"))
                .filter(c -> c.getParentNode().getNodeName().equals("components")
                        && c.getParentNode().getParentNode() == document.getDocumentElement())
                .forEach(c -> licences.put(text(c, "group") + ":" + text(c, "name") + ":" + text(c, "version"), licence(c)));
        return licences;
    }

    private static String licence(Element component) {
        String read = READ.get(text(component, "group") + ":" + text(component, "name"));
        if (read != null) {
            return read;
        }
        String id = text(component, "id");
        return id.isEmpty() && component.getElementsByTagName("license").getLength() > 0
                ? text((Element) component.getElementsByTagName("license").item(0), "name")
                : id;
    }

    private static Stream<Element> elements(NodeList list) {
        return IntStream.range(0, list.getLength()).mapToObj(k -> (Element) list.item(k));
    }

    private static String text(Element parent, String tag) {
        NodeList found = parent.getElementsByTagName(tag);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
    }
}
