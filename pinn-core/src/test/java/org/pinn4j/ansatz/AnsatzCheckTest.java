package org.pinn4j.ansatz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pinn4j.network.Mlp;
import org.pinn4j.network.Network;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;

/** What does not fit together is refused where an ansatz is made, by hand or from a file. */
class AnsatzCheckTest {
    private static final Axis X = Axis.of("x", 0, 1);
    private static final Axis T = Axis.time("t", 0, 1);
    private static final Field U = Field.of("u", X, T);
    private static final Field K = Field.of("k", X);
    private static final Expr ONE = Expr.constant(1);
    private static final List<Expr> FEATURES = List.of(T, X.times(2), X.minus(T), Expr.sin(X));

    private static Ansatz ansatz(List<Network> networks, Ansatz.Form... forms) {
        return new Ansatz(List.of(X, T), FEATURES, networks, List.of(forms), List.of());
    }

    private static Network network(int inputs, int outputs) {
        return Mlp.of("tanh", 2).build(inputs, outputs);
    }

    private static void refused(String part, List<Network> networks, Ansatz.Form... forms) {
        String message = assertThrows(IllegalArgumentException.class, () -> ansatz(networks, forms))
                .getMessage();
        assertTrue(message.contains(part), message);
    }

    @Test
    void aNetworkSeesWhatVariesAlongNoOtherAxesThanItsFields() {
        Ansatz.Form u = new Ansatz.Form(U, X, T, 0, 0);
        Ansatz.Form k = new Ansatz.Form(K, X, ONE, 1, 0);
        Ansatz both = ansatz(List.of(network(4, 1), network(2, 1)), u, k);
        assertEquals(FEATURES, both.inputs(0));
        assertEquals(List.of(X.times(2), Expr.sin(X)), both.inputs(1));
    }

    @Test
    void parametersOfNetworksStandOneAfterTheOther() {
        Ansatz.Form u = new Ansatz.Form(U, X, T, 0, 0);
        Ansatz.Form k = new Ansatz.Form(K, X, ONE, 1, 0);
        List<Network> networks = List.of(network(4, 1), network(2, 1));
        Ansatz both = ansatz(networks, u, k);
        assertEquals(0, both.offset(0));
        assertEquals(networks.get(0).parameters(), both.offset(1));
        assertEquals(both.offset(1) + networks.get(1).parameters(), both.networkParameters());
    }

    @Test
    void whatDoesNotFit() {
        Ansatz.Form u = new Ansatz.Form(U, X, T, 0, 0);
        refused("network takes 3 inputs, there are 2", List.of(network(3, 1)), new Ansatz.Form(K, X, ONE, 0, 0));
        refused("the base of k, t, varies along [t]", List.of(network(2, 1)), new Ansatz.Form(K, T, ONE, 0, 0));
        refused("the factor of k", List.of(network(2, 1)), new Ansatz.Form(K, X, X.times(T), 0, 0));
        refused("of network 0 have different axes", List.of(network(4, 2)), u, new Ansatz.Form(K, X, ONE, 0, 1));
        refused("names network 1, there are 1", List.of(network(4, 1)), u, new Ansatz.Form(K, X, ONE, 1, 0));
        Field turned = Field.of("u", T, X);
        refused("has axes [t, x]", List.of(network(4, 1)), new Ansatz.Form(turned, X, T, 0, 0));
    }
}
