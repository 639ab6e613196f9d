package org.pinn4j.compile;

import org.pinn4j.compile.Graph.Input;

/** Where the registers of each kind begin. Rows of the caller come first, the program's own registers from the parameters on. */
record Layout(
        int states,
        int data,
        int seeds,
        int parameters,
        int outputs,
        int stateAdjoints,
        int parameterAdjoints,
        int temporaries) {
    static Layout of(int states, int data, int parameters, int outputs) {
        int seeds = states + data;
        int parameter = seeds + outputs;
        int output = parameter + parameters;
        int stateAdjoint = output + outputs;
        int parameterAdjoint = stateAdjoint + states;
        return new Layout(
                0, states, seeds, parameter, output, stateAdjoint, parameterAdjoint, parameterAdjoint + parameters);
    }

    int register(Input input) {
        return switch (input.kind()) {
            case STATE -> states + input.index();
            case DATA -> data + input.index();
            case SEED -> seeds + input.index();
            case PARAMETER -> parameters + input.index();
            case AXIS, NORMAL, MEASUREMENT -> throw new IllegalStateException(input + " is part of a data column");
        };
    }
}
