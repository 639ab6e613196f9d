package org.pinn4j.blas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelectionTest {
    private static final Pattern SHARE = Pattern.compile("others' share (-?[0-9.]+)");

    @BeforeEach
    void onlyWhereOpenBlasIsOnTheClassPath() {
        assumeTrue(new OpenBlasProvider().availability().available());
        assumeTrue(OpenBlasProvider.platform(System.getProperty("os.name"), System.getProperty("os.arch"))
                .equals("linux-x86_64"));
    }

    @Test
    void openBlasIsTheFirstChoiceAndUsesOneThreadWithoutAnyFlag() throws Exception {
        TestJvm run = TestJvm.run(Selection.class, List.of(), "auto", "openblas");
        assertTrue(run.output().contains("backend openblas threads 1"), run.output());
        Matcher share = SHARE.matcher(run.output());
        assertTrue(share.find() && Double.parseDouble(share.group(1)) < 0.5, run.output());
    }

    @Test
    void withoutTheArtifactPlainJavaIsUsedAndTheReasonIsLoggedOnce() throws Exception {
        TestJvm run = TestJvm.run(Selection.class, entry -> !entry.contains("openblas"), List.of(), "auto", "auto");
        assumeTrue(!new SystemProvider().availability().available());
        assertTrue(run.output().contains("backend java"), run.output());
        assertTrue(run.output().contains("no OpenBLAS artifact for"), run.output());
        assertEquals(1, count(run.output(), "passed over"), run.output());
    }

    @Test
    void aCacheFolderThatCannotBeWrittenIsNamedWithTheWayOut(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        TestJvm run =
                TestJvm.run(Selection.class, List.of("-Dpinn.cache=" + file.resolve("cache")), "auto", "openblas");
        assumeTrue(!new SystemProvider().availability().available());
        assertTrue(run.output().contains("backend java"), run.output());
        assertTrue(
                run.output().contains(file.toString()) && run.output().contains("-Dpinn.cache=FOLDER"), run.output());
        assertTrue(run.output().contains("refused: OpenBLAS could not be copied"), run.output());
    }

    @Test
    void aSecondDifferentNativeLibraryIsRefusedNamingTheFirst() throws Exception {
        TestJvm run = TestJvm.run(Selection.class, List.of(), "openblas", "netlib:system", "auto");
        assertTrue(
                run.output().contains("refused: this JVM already runs the native library of backend 'openblas'"),
                run.output());
        assertEquals(2, count(run.output(), "backend openblas threads 1"), run.output());
    }

    @Test
    void aLibraryThatTheHostChoseIsUsedAsItIsAndReported(@TempDir Path folder) throws Exception {
        Path theirs = new NativeFiles(folder.resolve("cache"))
                .extract(
                        getClass().getClassLoader(),
                        "org/bytedeco/openblas/linux-x86_64/",
                        OpenBlasProvider.files("linux-x86_64"));
        TestJvm run = TestJvm.run(Selection.class, List.of("-D" + NetlibLibrary.BLAS_PATH + "=" + theirs), "auto");
        assertTrue(run.output().contains("as the host loaded it"), run.output());
        boolean several =
                Runtime.getRuntime().availableProcessors() > 1 && System.getenv("OPENBLAS_NUM_THREADS") == null;
        assertEquals(several, run.output().contains("OPENBLAS_NUM_THREADS=1"), run.output());
    }

    /** The jar's OpenBLAS under the names that a system has for it. */
    @Test
    void aSystemLibraryIsUsedWithTheThreadsItHasAndAgrees(@TempDir Path folder) throws Exception {
        Path library = new NativeFiles(folder.resolve("cache"))
                .extract(
                        getClass().getClassLoader(),
                        "org/bytedeco/openblas/linux-x86_64/",
                        OpenBlasProvider.files("linux-x86_64"));
        Files.createSymbolicLink(library.resolveSibling("libblas.so.3"), library);
        Files.createSymbolicLink(library.resolveSibling("liblapack.so.3"), library);
        TestJvm run = TestJvm.withLibraries(library.getParent(), Selection.class, "system", "openblas");
        assertTrue(run.output().contains("backend system"), run.output());
        assertTrue(
                run.output().contains("refused: this JVM already runs the native library of backend 'system'"),
                run.output());
        boolean one = run.output().contains("threads 1");
        assertEquals(!one, run.output().contains("OPENBLAS_NUM_THREADS=1"), run.output());
        TestJvm agreement = TestJvm.withLibraries(library.getParent(), Agreement.class, "system");
        assertEquals(0, agreement.exitCode(), agreement.output());
    }

    @Test
    void thePropertyGivesTheDefaultAndSilencesTheFallback() throws Exception {
        TestJvm run = TestJvm.run(Selection.class, List.of("-Dpinn.backend=java"), "", "auto");
        assertEquals(2, count(run.output(), "backend java"), run.output());
        assertEquals(0, count(run.output(), "passed over"), run.output());
    }

    @Test
    void whatPlainJavaTrainedPlainJavaEvaluates() throws Exception {
        TestJvm run = TestJvm.run(TrainedByJava.class, List.of());
        assertTrue(run.output().contains("library null"), run.output());
    }

    @Test
    void jblasLacksNothingButItsJarToBeNamed() throws Exception {
        TestJvm run = TestJvm.run(Selection.class, entry -> !entry.contains("jblas"), List.of(), "jblas");
        assertTrue(run.output().contains("refused: no jblas on the class path"), run.output());
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}
