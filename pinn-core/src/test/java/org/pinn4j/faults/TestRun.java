package org.pinn4j.faults;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs methods of tests, {@code Class#method}, in a JVM of its own that is short of nothing but its patched classes. It ends
 * with the first failure and tells it in one line of its output.
 */
public final class TestRun {
    static final int PASSED = 0;
    static final int FAILED = 1;
    /** The test is not there, or what it runs does not fit together. */
    static final int BROKEN = 2;

    private TestRun() {}

    public static void main(String[] methods) {
        Set<String> left = new TreeSet<>(List.of(methods));
        LauncherFactory.create().execute(request(Set.of(methods)), new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
                    end(test, result.getThrowable().orElseThrow());
                }
                test.getSource()
                        .filter(MethodSource.class::isInstance)
                        .map(MethodSource.class::cast)
                        .ifPresent(s -> left.remove(s.getClassName() + "#" + s.getMethodName()));
            }
        });
        if (!left.isEmpty()) {
            end(BROKEN, "no such test: " + String.join(", ", left));
        }
        end(PASSED, "passed");
    }

    private static void end(TestIdentifier test, Throwable e) {
        end(e instanceof LinkageError ? BROKEN : FAILED, test.getDisplayName() + ": " + e + cause(e));
    }

    private static String cause(Throwable e) {
        Throwable cause = e.getCause();
        return cause == null
                ? ""
                : ", because of %s at %s%s"
                        .formatted(
                                cause, Stream.of(cause.getStackTrace()).limit(6).toList(), cause(cause));
    }

    private static void end(int code, String line) {
        System.out.println(line.replace('\n', ' '));
        System.out.flush();
        Runtime.getRuntime().halt(code); // threads of a faulty program may be left
    }

    private static LauncherDiscoveryRequest request(Set<String> methods) {
        List<String> classes = new ArrayList<>(methods.stream()
                .map(m -> m.substring(0, m.indexOf('#')))
                .distinct()
                .sorted()
                .toList());
        PostDiscoveryFilter chosen = descriptor -> FilterResult.includedIf(isChosen(descriptor, methods));
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(
                        classes.stream().flatMap(c -> Stream.of(selectClass(c))).toList())
                .filters(chosen)
                .build();
    }

    private static boolean isChosen(TestDescriptor descriptor, Set<String> methods) {
        return descriptor
                .getSource()
                .filter(MethodSource.class::isInstance)
                .map(MethodSource.class::cast)
                .map(s -> methods.contains(s.getClassName() + "#" + s.getMethodName()))
                .orElse(true);
    }
}
