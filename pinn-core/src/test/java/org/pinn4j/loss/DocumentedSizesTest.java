package org.pinn4j.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pinn4j.blas.BlockedCholesky;
import org.pinn4j.jets.Tiles;

/** Documents state the sizes that the bits depend on; here they are compared with the code. */
class DocumentedSizesTest {
    private static final Path DOCS = Path.of("..", "docs");

    static List<Arguments> sizes() {
        return List.of(
                Arguments.of("decisions.md", "Tiles of ([0-9,]+) points", Tiles.POINTS),
                Arguments.of("decisions.md", "ranges of ([0-9,]+) tiles", SumTree.RANGE_TILES),
                Arguments.of("decisions.md", "panels of ([0-9,]+) rows", PanelSums.PANEL_ROWS),
                Arguments.of("decisions.md", "blocks of up to ([0-9,]+) columns for JᵀJ", PanelSums.WIDEST),
                Arguments.of("decisions.md", "columns for JᵀJ and of ([0-9,]+) for Cholesky", BlockedCholesky.BLOCK),
                Arguments.of("concepts.md", "tiles of ([0-9,]+)", Tiles.POINTS),
                Arguments.of("concepts.md", "([0-9,]+) tiles form a range", SumTree.RANGE_TILES),
                Arguments.of("concepts.md", "panels of ([0-9,]+) rows", PanelSums.PANEL_ROWS),
                Arguments.of("conventions.md", "\\| tile \\| up to ([0-9,]+) points", Tiles.POINTS));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void documentsStateTheSizesOfTheCode(String document, String pattern, int size) throws IOException {
        List<String> stated = Pattern.compile(pattern)
                .matcher(Files.readString(DOCS.resolve(document)))
                .results()
                .map(m -> m.group(1).replace(",", ""))
                .toList();
        assertFalse(stated.isEmpty(), document + " does not say: " + pattern);
        stated.forEach(s -> assertEquals(Integer.toString(size), s, document + ": " + pattern));
    }
}
