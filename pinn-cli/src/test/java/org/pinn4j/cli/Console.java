package org.pinn4j.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.stream.Stream;

/** One execution of the command line: exit code and what came out where. */
record Console(int code, String out, String err) {
    static Console run(Object... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(Arrays.stream(args).map(Object::toString).toArray(String[]::new));
        return new Console(code, out.toString(), err.toString());
    }

    /** Lines on standard error that tell of a failure. */
    Stream<String> complaints() {
        return err.lines().filter(line -> line.startsWith("pinn: "));
    }
}
