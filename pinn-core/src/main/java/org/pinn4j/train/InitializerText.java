package org.pinn4j.train;

import java.util.Locale;
import org.pinn4j.network.Initializer;

/** The text form of an initialiser. */
final class InitializerText {
    private InitializerText() {}

    static String write(Initializer i) {
        String name = i.scheme().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Terms.write(name, "first", i.first(), "last", i.last(), "biases", i.biases());
    }

    static Initializer parse(String text) {
        Terms t = Terms.parse(text);
        Initializer.Scheme scheme = Terms.constant(Initializer.Scheme.class, t.name());
        Initializer read = new Initializer(scheme, t.number("first"), t.number("last"), t.number("biases"));
        t.requireAllRead();
        return read;
    }
}
