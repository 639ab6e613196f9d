package org.pinn4j.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureTextTest {
    static List<Architecture> architectures() {
        Activation tanh = Activation.named("tanh");
        return List.of(
                Mlp.of("sin", 20),
                Mlp.of("tanh", 20, 21, 22),
                new ResNet(16, 3, tanh),
                new GatedNet(50, 3, tanh),
                new FourierMlp(32, 0.1 + 0.2, List.of(20, 30), tanh));
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void parsingADescriptionGivesTheArchitectureBack(Architecture architecture) {
        Architecture parsed = Architecture.parse(architecture.describe());
        assertEquals(architecture, parsed);
        assertEquals(architecture.describe(), parsed.describe());
        assertEquals(architecture.build(2, 3).steps(), parsed.build(2, 3).steps());
    }

    @Test
    void theTextOfAPerceptronReadsAsDocumented() {
        assertEquals("mlp(20,20,20;tanh)", Mlp.of("tanh", 20, 20, 20).describe());
        assertEquals(Mlp.of("tanh", 20, 20), Architecture.parse(" mlp( 20, 20 ; tanh ) "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mlp",
                "mlp(20)",
                "mlp(;tanh)",
                "mlp(20;tanh",
                "mlp(2.5;tanh)",
                "cnn(20;tanh)",
                "resnet(20;tanh)",
                "gated(1,2,3;tanh)",
                "fourier(6,x;10;tanh)",
                "mlp(20;tanh)x"
            })
    void aTextThatIsNoArchitectureIsQuotedInTheError(String text) {
        String message = assertThrows(IllegalArgumentException.class, () -> Architecture.parse(text))
                .getMessage();
        assertTrue(message.contains("architecture '" + text + "': need mlp(widths;activation)"), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mlp(20,0;tanh)", "resnet(0,2;tanh)", "gated(5,-1;tanh)", "fourier(4,-1;20;tanh)"})
    void sizesMustBePositive(String text) {
        String message = assertThrows(IllegalArgumentException.class, () -> Architecture.parse(text))
                .getMessage();
        assertTrue(message.matches(".*need .* (>= 1|> 0), got -?[01](\\.0)?"), message);
    }

    @Test
    void anUnknownActivationIsAnErrorThatListsTheKnownOnes() {
        String message = assertThrows(IllegalArgumentException.class, () -> Architecture.parse("mlp(20;step)"))
                .getMessage();
        assertTrue(message.contains("'step'") && message.contains("tanh"), message);
    }
}
