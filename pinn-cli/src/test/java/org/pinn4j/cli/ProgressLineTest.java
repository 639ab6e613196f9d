package org.pinn4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.pinn4j.train.Progress;

class ProgressLineTest {
    private final StringWriter text = new StringWriter();
    private final AtomicLong nanos = new AtomicLong();

    private ProgressLine line(int columns) {
        return new ProgressLine(new PrintWriter(text), columns, nanos::get);
    }

    private static Progress update(String stage, int step) {
        return new Progress(stage, step, 2.5e-7, 1e-4, 30, 0.5, "", () -> null);
    }

    @Test
    void aLineLeavesOutWhatIsUnknown() {
        assertEquals(
                "lm  step 12  loss 2.50e-07  held-out 1.00e-04  30 s left",
                ProgressLine.describe(update("lm", 12), Double.NaN));
    }

    @Test
    void awayFromATerminalALineComesEveryFiveSecondsAndAtEachNewStage() {
        try (ProgressLine line = line(0)) {
            for (int step = 0; step <= 100; step++) {
                line.accept(update(step < 100 ? "adam" : "lm", step), Double.NaN);
                nanos.addAndGet(100_000_000L);
            }
        }
        List<String> lines = text.toString().lines().toList();
        assertEquals(3, lines.size(), text.toString());
        assertTrue(lines.get(0).startsWith("adam  step 0 "));
        assertTrue(lines.get(1).startsWith("adam  step 50 "));
        assertTrue(lines.get(2).startsWith("lm  step 100 "));
    }

    @Test
    void theLastUpdateIsAlwaysShown() {
        try (ProgressLine line = line(0)) {
            line.accept(update("lm", 1), Double.NaN);
            line.accept(update("lm", 2), Double.NaN);
        }
        assertTrue(text.toString().endsWith("30 s left\n") && text.toString().contains("step 2"), text.toString());
    }

    @Test
    void onATerminalOneLineIsRewrittenAndNeverWiderThanTheTerminal() {
        try (ProgressLine line = line(40)) {
            for (int step = 0; step < 30; step++) {
                line.accept(update("lm", step), Double.NaN);
                nanos.addAndGet(10_000_000L);
            }
        }
        assertEquals(1, text.toString().chars().filter(c -> c == '\n').count());
        String[] writes = text.toString().split("\r");
        assertEquals(1 + 3 + 1, writes.length, "ten a second, and the last: " + text);
        for (String write : writes) {
            assertTrue(write.replace("\u001b[K", "").strip().length() < 40, write);
        }
        assertTrue(writes[1].startsWith("[======      ] lm"), writes[1]);
    }
}
