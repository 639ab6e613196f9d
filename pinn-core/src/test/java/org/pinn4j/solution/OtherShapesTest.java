package org.pinn4j.solution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pinn4j.Pinn;
import org.pinn4j.ansatz.AnsatzDesign;
import org.pinn4j.domain.Ring;
import org.pinn4j.io.NamedArrays;
import org.pinn4j.io.Safetensors;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.text.ProblemText;

/** A shape that the library has never seen: two hard parts, points thrown away, arrays in the file. Δu = 0, u = 1 + 2 ln(r/½). */
class OtherShapesTest {
    private static final Axis X = Axis.of("x");
    private static final Axis Y = Axis.of("y");
    private static final Field U = Field.of("u", X, Y);
    private static final Ring RING = new Ring(X, Y, 0.5, 1.5);
    private static final Problem PROBLEM = Problem.over(RING)
            .require(U.d(X, X).plus(U.d(Y, Y)).equalTo(0))
            .require(U.equalTo(1).on(RING.part("in")))
            .require(U.equalTo(1 + 2 * Math.log(3)).on(RING.part("out")));

    /** The base meets both data at once, and a hard value costs no point of the loss. */
    @Test
    void severalHardPartsAreWeighedByTheirDistances() {
        AnsatzDesign design = AnsatzDesign.of(PROBLEM);
        assertEquals(1, design.softConditions().size(), design.notes().toString());
        for (double turn : new double[] {0.1, 2, 4}) {
            double[] in = {0.5 * Math.cos(turn), 0.5 * Math.sin(turn)};
            double[] out = {1.5 * Math.cos(turn), 1.5 * Math.sin(turn)};
            assertEquals(1, org.pinn4j.pde.Evaluation.evaluate(design.base(U), PROBLEM.axes(), in), 1e-12);
            assertEquals(
                    1 + 2 * Math.log(3),
                    org.pinn4j.pde.Evaluation.evaluate(design.base(U), PROBLEM.axes(), out),
                    1e-12);
            assertEquals(0, org.pinn4j.pde.Evaluation.evaluate(design.factor(U), PROBLEM.axes(), out), 1e-15);
        }
    }

    @Test
    void itSolvesAndComesBackFromItsFileWithItsArrays(@TempDir Path folder) throws Exception {
        Solution s = Pinn.trained().seed(1).steps(45).solve(PROBLEM);
        assertEquals(1 + 2 * Math.log(1.8), s.at(0.9 * Math.cos(1), 0.9 * Math.sin(1)), 1e-3);
        assertEquals(4 * Math.PI, s.integrate(U.dn(), RING.part("out")), 0.05);
        assertEquals(-4 * Math.PI, s.integrate(U.dn(), RING.part("in")), 0.05);
        assertThrows(IllegalArgumentException.class, () -> s.at(0.1, 0.1));
        assertThrows(IllegalArgumentException.class, () -> s.integrate(U, org.pinn4j.pde.Region.interior()));
        Path file = folder.resolve("ring.pinn");
        s.save(file);
        NamedArrays content = Safetensors.read(file);
        assertEquals(2, content.array("domain.radii").length());
        assertTrue(
                !content.metadata().get("problem").contains("array"),
                content.metadata().get("problem"));
        assertEquals(PROBLEM, Solution.load(file).problem());
        assertEquals(s.at(0.7, 0.7), Solution.load(file).at(0.7, 0.7));
    }

    @Test
    void theTextAloneHoldsTheArraysToo() {
        String text = ProblemText.write(PROBLEM);
        assertTrue(text.contains("array radii 0.5 1.5"), text);
        assertEquals(PROBLEM, ProblemText.parse(text, Map.of()));
    }
}
