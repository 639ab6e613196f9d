/**
 * Recipes and the one training loop.
 * <p>Start at {@link org.pinn4j.train.Recipe}: how a problem is solved, as a value.
 * <p><b>Depends on</b> every package but the front door; never on references. <b>Used by</b> the front door.
 * <p><b>Threads:</b> recipes are immutable; a run is confined to one thread, with workers inside; it may be cancelled from any
 * thread. <b>Allocation:</b> none in optimiser steps; some at checks and when points are redrawn.
 */
package org.pinn4j.train;
