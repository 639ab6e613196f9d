package org.pinn4j.cli;

import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command {@code pinn}. */
@Command(
        name = "pinn",
        description = "Solves partial differential equations with neural networks.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class)
public final class Main {
    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }

    /** The version in the jar's manifest. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
                    .orElse("development");
            return new String[] {"pinn4j " + version + ", Java " + Runtime.version()};
        }
    }
}
