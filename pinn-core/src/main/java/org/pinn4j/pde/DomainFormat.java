package org.pinn4j.pde;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pinn4j.args.Args;

/**
 * How one kind of shape stands in a file. A module that brings a shape names its format as a service
 * ({@link java.util.ServiceLoader}); a shape that no format knows is not written, and a file that names a format which nobody
 * brings is not read. Stateless, with a public constructor without arguments.
 */
public interface DomainFormat {
    /**
     * A shape taken apart.
     * @param axes its own, in the order of its coordinates
     * @param words without spaces or quotes: numbers, names
     * @param arrays by a name of letters: what is too much for words, such as the corners of a mesh
     */
    record Stored(List<Axis> axes, List<String> words, Map<String, double[]> arrays) {
        public Stored {
            Args.list(axes, "axes");
            Args.list(words, "words");
            Args.map(arrays, "arrays");
            axes = List.copyOf(axes);
            words = List.copyOf(words);
            arrays = Map.copyOf(arrays);
        }

        /** A word as a number. @throws IllegalArgumentException if there is none */
        public double number(int word) {
            Args.atLeast(0, word, "word");
            if (word >= words.size()) {
                throw new IllegalArgumentException("need %d numbers, got %s".formatted(word + 1, words));
            }
            try {
                return Double.parseDouble(words.get(word));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("'%s' is not a number".formatted(words.get(word)), e);
            }
        }
    }

    /** The word that stands for this kind of shape in a file, of letters and hyphens. */
    String name();

    /** The shape taken apart; empty if it is of another kind. */
    Optional<Stored> write(Domain domain);

    /** The shape put together again. @throws IllegalArgumentException in one line, if the parts do not make one */
    Domain read(Stored stored);
}
