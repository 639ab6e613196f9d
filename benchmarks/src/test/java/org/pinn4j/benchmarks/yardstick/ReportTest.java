package org.pinn4j.benchmarks.yardstick;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pinn4j.benchmarks.yardstick.Figure.Unit;

class ReportTest {
    private static Report report() {
        Section section = new Section("steps", "Steps").note("as measured");
        section.row("a", List.of(new Figure("step", Unit.MILLIS, 12.345, 0.02), Figure.of("p", Unit.COUNT, 7851)));
        section.row("bcd", List.of(Figure.of("p", Unit.COUNT, 921), Figure.of("of gemm", Unit.PERCENT, 71.6)));
        return new Report(Map.of("processor", "P"), List.of(section));
    }

    @Test
    void aTableHasAColumnForEachQuantityAndADashWhereACaseHasNone() {
        String text = report().markdown();
        assertTrue(text.contains("| case | step ms | p | of gemm % |\n|---|---|---|---|\n"), text);
        assertTrue(text.contains("| a | 12.3 | 7,851 | - |\n| bcd | - | 921 | 72 |\n"), text);
        assertTrue(text.contains("as measured. Half the distance of the quartiles: at most 2 % of a median."), text);
    }

    @Test
    void columnsOfTheConsoleLineUp() {
        List<String> lines = report().console().stream()
                .filter(l -> l.matches(" *(case|a|bcd) .*"))
                .toList();
        assertEquals(3, lines.size());
        assertEquals(1, lines.stream().mapToInt(String::length).distinct().count(), lines.toString());
    }

    @Test
    void theJsonHoldsEveryFigureToFullPrecisionAndNullForAnAbsentSpread() {
        String json = report().json();
        assertTrue(json.contains("\"value\": 12.345") && json.contains("\"spread\": 0.02"), json);
        assertTrue(json.contains("\"spread\": null") && json.contains("\"processor\": \"P\""), json);
    }
}
