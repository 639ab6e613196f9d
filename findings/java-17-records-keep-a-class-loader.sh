#!/bin/sh
# Java 17.0.15: one hashCode() or equals() of a record that has a component of its own class loader keeps that loader for good,
# although the record, its class and the loader are dropped and the loader is closed; the first such call of another record frees it.
#
# Seen on 17.0.15: after 20 collections the loader is there, with -XX:SoftRefLRUPolicyMSPerMB=0 too, and it is gone after a record
# of the host was hashed and compared for the first time. On 25.0.3 it is held softly: there by default, gone with that option. toString() holds it
# softly on both; reading a component holds nothing. A heap dump shows why: static method handles of
# java.lang.runtime.ObjectMethods remember the last type that they were converted to (MethodHandle.asTypeCache).
# Expected before it was run: a loader that nothing of the application refers to is collected, whatever its records did.
# What it means for a library like ours: a server that loads an application anew keeps one dropped copy of it, with its solutions
# if classes hold them, until a new record is compared. It does not grow, so a test for leaks has to compare a record of
# its own that was not before, and must not expect the last loader to go before.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir plugin
cat > Host.java <<'X'
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;

public class Host {
    record Own(Host component) {}

    static WeakReference<ClassLoader> used(String method) throws Exception {
        try (URLClassLoader loader = new URLClassLoader(new URL[] {Path.of("plugin").toUri().toURL()}, null)) {
            loader.loadClass("Plugin").getMethod(method).invoke(null);
            return new WeakReference<>(loader);
        }
    }

    static String after(WeakReference<ClassLoader> loader) throws Exception {
        for (int k = 0; k < 20 && loader.get() != null; k++) {
            System.gc();
            Thread.sleep(10);
        }
        return loader.get() == null ? "collected" : "held";
    }

    public static void main(String[] args) throws Exception {
        WeakReference<ClassLoader> loader = used(args[0]);
        String before = after(loader);
        boolean same = new Own(new Host()).equals(new Own(new Host()));
        int hash = new Own(new Host()).hashCode();
        System.out.println(args[0] + " " + before + ", then " + after(loader));
    }
}
X
cat > Plugin.java <<'X'
public class Plugin {
    static class Part {}

    record Whole(Part part) {}

    public static void read() {
        new Whole(new Part()).part();
    }

    public static void hash() {
        new Whole(new Part()).hashCode();
    }

    public static void compare() {
        new Whole(new Part()).equals(new Whole(new Part()));
    }
}
X
javac --release 17 -d plugin Plugin.java
javac --release 17 -d . Host.java
version=$(java -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -n 1)
for method in read hash compare; do java -XX:SoftRefLRUPolicyMSPerMB=0 Host $method; done | tee seen
case $version in
    17) kept=held ;;
    25) kept=collected ;;
    *) echo "not known for Java $version"; exit 1 ;;
esac
printf 'read collected, then collected\nhash %s, then collected\ncompare %s, then collected\n' $kept $kept > expected
cmp seen expected
