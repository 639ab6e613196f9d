#!/bin/sh
# Hipparchus 4.0.3: quantiles of TDistribution(ν) do not go to those of the normal distribution as ν grows; they leave them
# at about ν = 1e10 and fall to zero.
#
# Seen for 97.5 %: ν = 1e6: 1.959966 (right); 1e12: 1.95982; 1e15: 1.9203; 1e18: 6.5e-10. The right value is 1.959964 in all
# three. No exception, no warning; the distribution function at 1.96 is 1.0 for ν = 1e18.
# Expected before it was run: 1.959964 for every large ν.
# What it means for a library like ours: an interval whose degrees of freedom come from a formula (Satterthwaite's may give
# any size) shrinks to a point. Take the normal distribution above some 1e6; counts of readings stay below that.
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
import org.hipparchus.distribution.continuous.TDistribution;

public class Finding {
    static double quantile(double freedom) {
        double q = new TDistribution(freedom).inverseCumulativeProbability(0.975);
        System.out.println("ν = " + freedom + ": " + q);
        return q;
    }

    static void holds(boolean as, String what) {
        if (!as) {
            throw new AssertionError("no longer: " + what);
        }
    }

    public static void main(String[] args) {
        double normal = 1.959963984540054;
        holds(Math.abs(quantile(1e6) - normal) < 3e-6, "right at 1e6");
        holds(Math.abs(quantile(1e12) - normal) > 1e-4, "wrong in the fourth digit at 1e12");
        holds(quantile(1e15) < 1.93, "1.92 at 1e15");
        holds(quantile(1e18) < 1e-6, "zero at 1e18");
    }
}
X
java -cp lib/hipparchus-core-4.0.3.jar Finding.java
