/**
 * From networks to fields: features, hard conditions, symmetry folds.
 * <p>Start at {@link org.pinn4j.ansatz.AnsatzDesign}, which derives all of it from a statement, and
 * {@link org.pinn4j.ansatz.Ansatz}, which is the result.
 * <p><b>Depends on</b> pde, blas, network, compile, jets. <b>Knows nothing of</b> losses, optimisers, references.
 * <p><b>Threads:</b> descriptions are immutable and shared; {@link org.pinn4j.ansatz.AnsatzJets} belongs to one thread.
 * <b>Allocation:</b> none in sweeps.
 */
package org.pinn4j.ansatz;
