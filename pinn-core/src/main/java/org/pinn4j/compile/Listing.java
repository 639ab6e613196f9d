package org.pinn4j.compile;

import java.util.stream.IntStream;

/** Three-address code as text. */
final class Listing {
    private final Program program;
    private final Layout layout;

    Listing(Program program, Layout layout) {
        this.program = program;
        this.layout = layout;
    }

    String program(Instruction[] forward, Instruction[][] partials, Instruction[] adjoint) {
        StringBuilder text = new StringBuilder();
        IntStream.range(0, program.data().size())
                .forEach(k -> text.append(
                        "d%s = %s, once per point\n".formatted(k, program.data().get(k))));
        section(text, "forward", forward);
        IntStream.range(0, partials.length).forEach(k -> section(text, "reverse o" + k, partials[k]));
        section(text, "reverse with seeds", adjoint);
        return text.toString();
    }

    private void section(StringBuilder text, String title, Instruction[] code) {
        text.append(title).append('\n');
        for (Instruction instruction : code) {
            text.append("  ").append(instruction.text(this::name)).append('\n');
        }
    }

    private String name(int register) {
        if (register < layout.data()) {
            return state(register);
        }
        if (register < layout.seeds()) {
            return "d" + (register - layout.data());
        }
        if (register < layout.parameters()) {
            return "s" + (register - layout.seeds());
        }
        return register < layout.stateAdjoints() ? ownName(register) : resultName(register);
    }

    private String ownName(int register) {
        return register < layout.outputs()
                ? program.parameters().get(register - layout.parameters()).name()
                : "o" + (register - layout.outputs());
    }

    private String resultName(int register) {
        if (register < layout.parameterAdjoints()) {
            return "∂" + state(register - layout.stateAdjoints());
        }
        return register < layout.temporaries()
                ? "∂"
                        + program.parameters()
                                .get(register - layout.parameterAdjoints())
                                .name()
                : "t" + (register - layout.temporaries());
    }

    private String state(int k) {
        Program.StateLeaf leaf = program.states().get(k);
        StringBuilder text = new StringBuilder(leaf.field().name());
        for (int axis = 0, total = 0; axis < leaf.orders().size(); axis++) {
            int order = leaf.orders().get(axis);
            text.append(order > 0 && total == 0 ? "_" : "")
                    .append(leaf.field().axes().get(axis).name().repeat(order));
            total += order;
        }
        return text + (leaf.slot() == 0 ? "" : "|" + program.slots().get(leaf.slot() - 1));
    }
}
