package org.pinn4j.ansatz;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.pinn4j.args.Args;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;

/**
 * What a recipe says about inputs and form of a network; all else is derived from the statement. Immutable; equality is by
 * value.
 * @param inputs expressions of the coordinates beside the derived ones, for example {@link Features#layer}
 * @param forms base and factor of chosen fields, in place of the derived ones
 * @param symmetries whether reflections that the statement has, but does not declare, are looked for and used
 * @param hard whether conditions that an ansatz can meet are met by it; if not they stand in the loss
 * @param shared whether fields of the same axes share a network; if not each has one of its own
 */
public record Design(List<Expr> inputs, List<Form> forms, boolean symmetries, boolean hard, boolean shared) {
    /** u = base + factor·N for one field, and why. */
    public record Form(Field field, Expr base, Expr factor, String reason) {
        public Form {
            Objects.requireNonNull(field, "field");
            Objects.requireNonNull(base, "base");
            Objects.requireNonNull(factor, "factor");
            Objects.requireNonNull(reason, "reason");
        }
    }

    public Design {
        Args.list(inputs, "inputs");
        Args.list(forms, "forms");
        inputs = List.copyOf(inputs);
        forms = List.copyOf(forms);
    }

    /** Everything from the statement alone. */
    public static Design derived() {
        return new Design(List.of(), List.of(), true, true, true);
    }

    /** With more inputs. */
    public Design withInputs(Expr... more) {
        Args.array(more, "more");
        List<Expr> all = new ArrayList<>(inputs);
        all.addAll(List.of(more));
        return new Design(all, forms, symmetries, hard, shared);
    }

    /**
     * With u = base + factor·N for a field. The values and initial slopes that this form has whatever N is become hard; those
     * that it misses stay in the loss.
     */
    public Design withForm(Field field, Expr base, Expr factor, String reason) {
        List<Form> all = new ArrayList<>(forms);
        all.removeIf(f -> f.field().equals(field));
        all.add(new Form(field, base, factor, reason));
        return new Design(inputs, all, symmetries, hard, shared);
    }

    /** Declared symmetries alone. */
    public Design withoutFoundSymmetries() {
        return new Design(inputs, forms, false, hard, shared);
    }

    /** Every condition in the loss, but for wraps, declared symmetries and {@link #forms}. */
    public Design withoutHardConditions() {
        return new Design(inputs, forms, symmetries, false, shared);
    }

    /** A network for each field, where the sizes or scales of fields differ so much that a common one serves none well. */
    public Design withNetworkForEachField() {
        return new Design(inputs, forms, symmetries, hard, false);
    }

    /**
     * Applied to a statement.
     * @throws IllegalArgumentException if an input or a form breaks a symmetry or a wrap, or names what the problem has not
     */
    public AnsatzDesign of(Problem problem) {
        Args.given(problem, "problem");
        return AnsatzDesign.of(problem, this);
    }
}
