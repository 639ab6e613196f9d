package org.pinn4j.validation.kept;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.pinn4j.args.Args;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.text.ExprText;
import org.pinn4j.pde.text.ProblemText;
import org.pinn4j.solution.FunctionSamples;

/** 96 bits of SHA-256 over what decides a result. Confined to one thread. */
public final class Digest {
    private static final int DIGITS = 24;

    private final MessageDigest sha;

    public Digest() {
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Over the exact statement, data and the values of functions given as code included; reports print numbers shortened. */
    public Digest add(Problem problem) {
        Args.given(problem, "problem");
        return add(ProblemText.write(problem)).add(ExprText.functions(problem), problem.axes());
    }

    public Digest add(String text) {
        Args.given(text, "text");
        sha.update(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    public Digest add(double... numbers) {
        Args.given(numbers, "numbers");
        ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * numbers.length);
        bytes.asDoubleBuffer().put(numbers);
        sha.update(bytes);
        return this;
    }

    /** Over the values of functions given as code, by name. */
    public Digest add(Map<String, Expr> functions, List<Axis> axes) {
        Args.map(functions, "functions");
        Args.list(axes, "axes");
        new TreeMap<>(functions).forEach((name, function) -> add(name).add(FunctionSamples.table(function, axes)));
        return this;
    }

    /** In hexadecimal digits; nothing can be added after it. */
    public String hex() {
        return HexFormat.of().formatHex(sha.digest()).substring(0, DIGITS);
    }
}
