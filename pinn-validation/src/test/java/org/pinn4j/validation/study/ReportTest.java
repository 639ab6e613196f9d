package org.pinn4j.validation.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ReportTest {
    @TempDir
    private Path folder;

    private StudyResult result;
    private String html;

    @BeforeEach
    void run() throws IOException {
        FakeExperiment fake = new FakeExperiment();
        result = Study.of(fake)
                .vary("points", 500, 1000, 2000, 4000)
                .vary("optimiser", "adam", "l\"b<f>&gs")
                .seeds(1, 2, 3)
                .run(folder);
        html = Files.readString(folder.resolve("report.html"));
    }

    /** Nothing is fetched: no link, script, frame, import, font or picture from anywhere. */
    @Test
    void thePageRefersToNothingOutsideItself() {
        Pattern outside = Pattern.compile(
                "(?i)https?:|\\bsrc\\s*=|href\\s*=|url\\s*\\(|@import|<script|<iframe|<link|<object|<embed|<img|//[a-z]");
        assertFalse(
                outside.matcher(html).find(),
                () -> outside.matcher(html)
                        .results()
                        .map(r -> html.substring(Math.max(0, r.start() - 40), r.end() + 20))
                        .toList()
                        .toString());
    }

    @Test
    void thePageIsReadableInLightAndDark() {
        assertTrue(html.contains("prefers-color-scheme: dark"));
        assertFalse(
                Pattern.compile("<(circle|line|polyline|polygon|text|rect)[^>]*(fill|stroke)=\"")
                        .matcher(html)
                        .find(),
                "a picture has a colour of its own");
    }

    private Document picture(int k) throws Exception {
        List<String> pictures = Pattern.compile("(?s)<svg.*?</svg>")
                .matcher(html)
                .results()
                .map(r -> r.group())
                .toList();
        assertEquals(2, pictures.size());
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(pictures.get(k).getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Element> elements(Document svg, String tag, String kind) {
        NodeList all = svg.getElementsByTagName(tag);
        return java.util.stream.IntStream.range(0, all.getLength())
                .mapToObj(i -> (Element) all.item(i))
                .filter(e -> List.of(e.getAttribute("class").split(" ")).contains(kind))
                .toList();
    }

    @Test
    void thePictureHasEveryRunTheMediansTheBandsTheLawsAndTheFloor() throws Exception {
        Document svg = picture(0);
        assertEquals(24, elements(svg, "circle", "dot").size());
        assertEquals(8, elements(svg, "circle", "median").size());
        assertEquals(2, elements(svg, "polygon", "band").size());
        assertEquals(2, elements(svg, "line", "law").size());
        assertEquals(1, elements(svg, "line", "floor").size());
    }

    /** The floor of these runs is 1e-9. */
    @Test
    void aFloorFarBelowEveryErrorIsNamedAndDoesNotSqueezeThePicture() throws IOException {
        FakeExperiment far = new FakeExperiment();
        far.error = c -> 1e-3 / c.seed();
        StudyResult high = Study.of(far).vary("points", 1, 2).run(folder.resolve("far"));
        String picture = Svg.of(high.charts().get(0));
        assertFalse(picture.contains("<line class=\"floor\""));
        assertTrue(picture.contains("floor of the reference 1.0e-09, far below"));
        assertFalse(picture.contains("1e-9<"), "a tick at the floor");
    }

    /** Equal ratios are equal distances on a logarithmic axis; the fitted line of an exact power passes through the medians. */
    @Test
    void theAxesAreLogarithmicAndTheLawLiesOnTheMedians() throws Exception {
        Document svg = picture(0);
        List<Element> medians = elements(svg, "circle", "median").subList(0, 4);
        double[] x = medians.stream()
                .mapToDouble(m -> Double.parseDouble(m.getAttribute("cx")))
                .toArray();
        double[] y = medians.stream()
                .mapToDouble(m -> Double.parseDouble(m.getAttribute("cy")))
                .toArray();
        for (int i = 1; i < 4; i++) {
            assertEquals(x[1] - x[0], x[i] - x[i - 1], 0.21);
            assertEquals(y[1] - y[0], y[i] - y[i - 1], 0.21);
        }
        Element law = elements(svg, "line", "law").get(0);
        assertEquals(y[0], Double.parseDouble(law.getAttribute("y1")), 1);
        assertEquals(y[3], Double.parseDouble(law.getAttribute("y2")), 1);
    }

    @Test
    void whatAUserNamedIsTextAndNoMarkup() {
        assertTrue(html.contains("l&quot;b&lt;f&gt;&amp;gs"));
        assertFalse(html.contains("<f>"));
        assertTrue(html.contains("<title>Study of fake &lt;&amp;&gt; &quot;one&quot;</title>"));
    }

    @Test
    void theCsvHasARowForEachRunAndQuotesWhatNeedsIt() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("runs.csv"));
        assertEquals(25, lines.size());
        assertTrue(lines.get(0).startsWith("key,points,optimiser,seed,relativeL2,"), lines.get(0));
        assertTrue(lines.get(0).contains("points found"), "two columns have one name");
        assertTrue(lines.get(4).contains(",\"l\"\"b<f>&gs\","), lines.get(4));
    }

    @Test
    void theJsonHoldsOrdersAndSpreads() throws IOException {
        String json = Files.readString(folder.resolve("study.json"));
        for (String key :
                List.of("settings", "variables", "groups", "trends", "median", "order", "verdict", "machine")) {
            assertTrue(json.contains("\"" + key + "\":"), key);
        }
        assertEquals(2, result.trends().get(0).law().orElseThrow().order(), 1e-9);
    }

    @Test
    void theReportIsTheSameInEveryLanguage() throws IOException {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            StudyFiles.write(result, folder);
            assertEquals(html, Files.readString(folder.resolve("report.html")));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aStudyWithoutSizesIsDrawnOverItsCombinationsAndAFailedRunIsSaidToBe() throws IOException {
        FakeExperiment fake = new FakeExperiment();
        fake.error = c -> c.choices().containsValue("adam") ? Double.NaN : 1e-12;
        Path other = folder.resolve("other");
        StudyResult found = Study.of(fake).vary("optimiser", "adam", "lbfgs").run(other);
        assertEquals(List.of(), found.trends());
        assertEquals("error", found.charts().get(0).file());
        String text = Files.readString(other.resolve("study.md"));
        assertTrue(text.contains("| adam | 1 | failed |"), text);
        assertTrue(text.contains("| lbfgs | 1 | < 1.00e-09 |"), text);
    }
}
