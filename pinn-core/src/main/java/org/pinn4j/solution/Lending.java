package org.pinn4j.solution;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;

/**
 * Work memory that is lent to one call at a time, for callers on any thread who bring none of their own. What is not lent stays
 * here, and goes when this object goes.
 *
 * <p>Not a thread-local: its entries belong to the threads, a value that knows its owner keeps the owner reachable for as long as
 * the thread lives, and even a value that does not stays until the thread happens to sweep its table. A server
 * that loads a solution a request would grow by each of them. Here a thread takes what lies in its own place and puts it back:
 * two atomic exchanges, no allocation once it has been there. Two threads that share a place at the same moment make a second
 * one, of which one is dropped; a call within a call does the same, where a thread-local would have handed out the memory twice.
 * Places are a cache line apart and some four for each processor, at most 64 (4 KB), so that threads seldom meet.
 */
final class Lending<T> {
    private static final int REFERENCES_A_LINE = 16;
    private static final int PLACES =
            Integer.highestOneBit(Math.min(4 * Runtime.getRuntime().availableProcessors(), 64));

    private final Supplier<T> maker;
    private final AtomicReferenceArray<T> places = new AtomicReferenceArray<>(PLACES * REFERENCES_A_LINE);

    /** @param maker of one more, when none is there */
    Lending(Supplier<T> maker) {
        this.maker = maker;
    }

    /** To be used by the caller alone until it is {@link #giveBack given back}. */
    T take() {
        T found = places.getAndSet(place(), null);
        return found == null ? maker.get() : found;
    }

    /** By the thread that took it, and whatever happened to it: it is made anew if it was not. */
    void giveBack(T lent) {
        places.setRelease(place(), lent);
    }

    /** Identifiers of threads are numbered, so that threads which were started together differ. */
    private static int place() {
        return ((int) Thread.currentThread().getId() & PLACES - 1) * REFERENCES_A_LINE;
    }
}
