#!/bin/sh
# Hipparchus 4.0.3: Gamma.gamma(x) is infinite from x = 142 on, where Γ is finite up to 171.62; below -142 it is zero.
#
# Seen: gamma(141.5) = 1.5971e242, gamma(142) = Infinity (right: 1.8981e243), gamma(171.5) = Infinity (right: 9.4834e307),
# gamma(-143.5) = 0.0 (right: about 6.8e-249, a normal number). logGamma is right there: exp(logGamma(170.5)) is Γ to 12 digits.
# Expected before it was run: every double value of Γ that is finite.
# What it means for a library like ours: volumes of balls in d dimensions and Matérn kernels divide by Γ(d/2 + 1); from
# d = 282 on a volume would be zero instead of 6.6e-174. Use logGamma and one exp.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > pom.xml <<'X'
<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
<dependencies><dependency><groupId>org.hipparchus</groupId><artifactId>hipparchus-core</artifactId><version>4.0.3</version></dependency></dependencies>
</project>
X
mvn -q -B dependency:copy-dependencies -DoutputDirectory=lib
cat > Finding.java <<'X'
import org.hipparchus.special.Gamma;

public class Finding {
    static void same(String what, double seen, double expected) {
        System.out.println(what + " = " + seen);
        if (!(seen == expected || Math.abs(seen - expected) <= 1e-11 * Math.abs(expected))) {
            throw new AssertionError(what + " was " + expected + " when this was written");
        }
    }

    public static void main(String[] args) {
        same("gamma(141.5)", Gamma.gamma(141.5), 1.597108911651e242);
        same("gamma(142)", Gamma.gamma(142), Double.POSITIVE_INFINITY);
        same("gamma(171.5)", Gamma.gamma(171.5), Double.POSITIVE_INFINITY);
        same("gamma(-143.5)", Gamma.gamma(-143.5), 0.0);
        double byHand = Gamma.gamma(141) * 141; // Γ(142) by the recurrence: finite
        if (!(byHand > 1.89e243 && byHand < 1.9e243 && Math.abs(Math.exp(Gamma.logGamma(142)) / byHand - 1) < 1e-10)) {
            throw new AssertionError("gamma(142) by the recurrence: " + byHand);
        }
        System.out.println("gamma(142) by the recurrence = " + byHand);
    }
}
X
java -cp lib/hipparchus-core-4.0.3.jar Finding.java
