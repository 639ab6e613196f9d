#!/bin/sh
# Hipparchus 4.0.3: EigenDecompositionSymmetric replaces small eigenvalues by exactly zero, of a diagonal matrix too.
#
# Seen: diag(1, 1e-16) has the eigenvalues 1 and 0.0 and the determinant 0.0 (right: 1e-16 both, and they stand in the matrix);
# diag(1, 2e-16) keeps its 2e-16. The solver of the first calls it singular. LU and singular values of the same matrix are right.
# Expected before it was run: eigenvalues with an absolute error of 1e-16 of the largest, here none at all as nothing is rotated.
# What it means for a library like ours: the tail of the spectrum of a kernel matrix (a tangent kernel, a Gram matrix of Gaussians)
# is a row of zeros, so that its logarithm is minus infinity, and a count of positive eigenvalues is a rank at 2^-52 that nobody
# asked for. Take singular values of the factor, or dsyev.
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
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.SingularValueDecomposition;

public class Finding {
    static void same(String what, Object seen, Object expected) {
        System.out.println(what + " = " + seen);
        if (!seen.equals(expected)) {
            throw new AssertionError(what + " was " + expected + " when this was written");
        }
    }

    static Array2DRowRealMatrix diagonal(double small) {
        return new Array2DRowRealMatrix(new double[][] {{1, 0}, {0, small}});
    }

    public static void main(String[] args) {
        EigenDecompositionSymmetric one = new EigenDecompositionSymmetric(diagonal(1e-16));
        same("eigenvalue of diag(1, 1e-16)", one.getEigenvalue(1), 0.0);
        same("its determinant", one.getDeterminant(), 0.0);
        same("regular", one.getSolver().isNonSingular(), false);
        same("eigenvalue of diag(1, 2e-16)", new EigenDecompositionSymmetric(diagonal(2e-16)).getEigenvalue(1), 2e-16);
        same("determinant by LU", new LUDecomposition(diagonal(1e-16), 0).getDeterminant(), 1e-16);
        same("singular value", new SingularValueDecomposition(diagonal(1e-16)).getSingularValues()[1], 1e-16);
    }
}
X
java -cp "lib/*" Finding.java
