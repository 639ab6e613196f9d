#!/bin/sh
# Jazzer 0.30.0 and MFL 0.5.15 (MATLAB files): under the fuzzer the library cannot write a sound file.
#
# Seen: a fuzz target that writes a 2 × 2 matrix with MFL and reads it again ends at its first write with a NullPointerException, "Cannot
# invoke MethodHandle.type() because method is null", thrown by Jazzer's own UnsafeSanitizer, whose hook is called for the library's
# ordinary sun.misc.Unsafe.putInt. The same program without Jazzer, or with that hook disabled, writes and reads the matrix.
# Expected before it was run: a sanitizer reports or keeps silent; it does not change what sound code does.
# What it means for a library like ours: a fuzz run of a reader that makes its own sound files "finds" a fault of the format library at
# once and never fuzzes. Disable the hook by --disabled_hooks, or make sound files outside the fuzzer.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > pom.xml <<'X'
<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
<dependencies>
<dependency><groupId>com.code-intelligence</groupId><artifactId>jazzer</artifactId><version>0.30.0</version></dependency>
<dependency><groupId>us.hebi.matlab.mat</groupId><artifactId>mfl-core</artifactId><version>0.5.15</version></dependency>
</dependencies>
</project>
X
mvn -q -B dependency:copy-dependencies -DoutputDirectory=lib
cat > Target.java <<'X'
import java.io.File;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.Matrix;

public class Target {
    static void once() throws Exception {
        Matrix matrix = Mat5.newMatrix(2, 2);
        matrix.setDouble(1, 1, 4.5);
        File file = File.createTempFile("sound", ".mat");
        Mat5.writeToFile(Mat5.newMatFile().addArray("a", matrix), file);
        MatFile back = Mat5.readFromFile(file);
        if (back.getMatrix("a").getDouble(1, 1) != 4.5) {
            throw new AssertionError("another number came back");
        }
        file.delete();
    }

    public static void fuzzerTestOneInput(byte[] ignored) throws Exception {
        once();
    }

    public static void main(String[] args) throws Exception {
        once();
        System.out.println("without Jazzer: written and read");
    }
}
X
javac -cp 'lib/*' Target.java
java -cp 'lib/*:.' Target
fuzz() {
    java -cp 'lib/*:.' com.code_intelligence.jazzer.Jazzer --target_class=Target --reproducer_path="$work" -artifact_prefix="$work/" -runs=20 "$@" \
        > log 2>&1 || true
}
fuzz
grep -A1 '== Java Exception' log
grep -q '== Java Exception: java.lang.NullPointerException: Cannot invoke "java.lang.invoke.MethodHandle.type()"' log
grep -q 'at com.code_intelligence.jazzer.sanitizers.UnsafeSanitizer' log
fuzz --disabled_hooks=com.code_intelligence.jazzer.sanitizers.UnsafeSanitizer
grep -q 'Done 20 runs' log
echo "with the hook disabled: 20 runs, each written and read"
