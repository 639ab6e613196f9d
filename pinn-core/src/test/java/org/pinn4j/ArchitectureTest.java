package org.pinn4j;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.InstanceofCheck;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.pinn4j.pde.CoordinateFunction;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.SampledFunction;

/** What each package may see, and what no package may do. */
@AnalyzeClasses(packages = "org.pinn4j", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    /** From the ground up; the front door has the empty name. What each sees of those below it, its package-info says. */
    private static final List<String> ROOMS = List.of(
            "args",
            "parallel",
            "random",
            "io",
            "pde.symbol",
            "pde",
            "pde.text",
            "domain",
            "sampling",
            "blas",
            "linear",
            "network",
            "compile",
            "paths",
            "jets",
            "plan",
            "ansatz",
            "optimize",
            "periodic",
            "loss",
            "direct",
            "solution",
            "train",
            "");

    /** Physics never knows the network, a network no equation, an optimiser not what it minimises. */
    private static final Map<String, List<String>> WALLS = Map.of(
            "pde", List.of("network", "jets", "sampling", "blas"),
            "pde.text", List.of("io"),
            "compile", List.of("network", "jets", "blas", "sampling"),
            "network", List.of("pde", "sampling"),
            "jets", List.of("pde", "compile", "sampling"),
            "plan", List.of("network", "blas", "sampling"),
            "optimize", List.of("pde", "network", "sampling", "jets", "compile", "ansatz"),
            "loss", List.of("solution"),
            "direct", List.of("solution"),
            "solution", List.of("loss", "optimize"));

    @ArchTest
    static final ArchRule a_package_sees_only_packages_below_it = classes().should(lookDownAndThroughNoWall());

    @ArchTest
    static final ArchRule the_library_stands_on_netlib_and_hipparchus_alone = classes()
            .should()
            .onlyDependOnClassesThat(resideInAPackage("java..")
                    .or(resideInAPackage("org.pinn4j.."))
                    .or(resideInAPackage("dev.ludovic.netlib.."))
                    .or(resideInAPackage("org.netlib.."))
                    .or(resideInAPackage("com.sun.management.."))
                    .or(resideInAPackage("org.hipparchus.."))
                    .or(resideInAPackage("org.jblas..")));

    @ArchTest
    static final ArchRule only_blas_knows_a_linear_algebra_library = noClasses()
            .that()
            .resideOutsideOfPackage("org.pinn4j.blas..")
            .should()
            .dependOnClassesThat(resideInAPackage("dev.ludovic.netlib..")
                    .or(resideInAPackage("org.netlib.."))
                    .or(resideInAPackage("org.jblas..")));

    /** Functions given as code are handed in by users, one by one; what stands inside a tree is told by a visitor. */
    @ArchTest
    static final ArchRule only_pde_asks_a_tree_for_its_class = classes()
            .that()
            .resideOutsideOfPackage("org.pinn4j.pde")
            .should(askNoExpressionForItsClass(CoordinateFunction.class, SampledFunction.class));

    @ArchTest
    static final ArchRule only_the_plain_kernels_fuse = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.pinn4j.blas.Fma")
            .should()
            .callMethod(Math.class, "fma", double.class, double.class, double.class)
            .orShould()
            .callMethod(StrictMath.class, "fma", double.class, double.class, double.class);

    @ArchTest
    static final ArchRule training_never_meets_a_reference = noClasses()
            .that()
            .resideInAPackage("org.pinn4j.train..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.pinn4j.solution.Reference")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule nothing_is_printed = noClasses()
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(Throwable.class, "printStackTrace");

    @ArchTest
    static final ArchRule nothing_ends_the_process = noClasses()
            .should()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "halt", int.class);

    @ArchTest
    static final ArchRule nothing_is_serialised_by_java = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.io.ObjectInputStream")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.io.ObjectOutputStream")
            .orShould(declareThatTheyAreSerializable());

    @ArchTest
    static final ArchRule no_state_is_static =
            fields().that().areStatic().should(holdAConstant()).allowEmptyShould(true);

    /**
     * A map that is declared by its interface is state all the same. Two classes hold some: a native library cannot be
     * unloaded, so netlib's binding and the backends made of it belong to the process.
     */
    @ArchTest
    static final ArchRule no_static_initialiser_makes_a_holder_of_state = classes()
            .that()
            .doNotHaveFullyQualifiedName("org.pinn4j.blas.Backends")
            .and()
            .doNotHaveFullyQualifiedName("org.pinn4j.blas.NetlibLibrary")
            .should(makeNoHolderBeforeItsFirstUse());

    private static ArchCondition<JavaClass> lookDownAndThroughNoWall() {
        return new ArchCondition<>("look down and through no wall") {
            @Override
            public void check(JavaClass origin, ConditionEvents events) {
                String from = room(origin);
                if (!ROOMS.contains(from)) {
                    events.add(SimpleConditionEvent.violated(origin, origin.getName() + ": its package is on no list"));
                    return;
                }
                for (Dependency seen : origin.getDirectDependenciesFromSelf()) {
                    JavaClass target = seen.getTargetClass().getBaseComponentType();
                    if (target.getPackageName().startsWith("org.pinn4j")
                            && (ROOMS.indexOf(room(target)) > ROOMS.indexOf(from)
                                    || WALLS.getOrDefault(from, List.of()).contains(room(target)))) {
                        events.add(SimpleConditionEvent.violated(origin, seen.getDescription()));
                    }
                }
            }
        };
    }

    private static String room(JavaClass type) {
        String name = type.getPackageName();
        return name.equals("org.pinn4j") ? "" : name.substring("org.pinn4j.".length());
    }

    /** Enums and exceptions are serialisable by birth; nothing else may say it is. */
    private static ArchCondition<JavaClass> declareThatTheyAreSerializable() {
        return new ArchCondition<>("be Serializable") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean says = type.getRawInterfaces().stream()
                        .anyMatch(i -> i.getName().equals("java.io.Serializable"));
                events.add(new SimpleConditionEvent(type, says, type.getName() + " is Serializable"));
            }
        };
    }

    private static ArchCondition<JavaClass> askNoExpressionForItsClass(Class<?>... allowed) {
        return new ArchCondition<>("ask no expression for its class") {
            @Override
            public void check(JavaClass origin, ConditionEvents events) {
                for (InstanceofCheck check : origin.getInstanceofChecks()) {
                    JavaClass asked = check.getRawType();
                    if (asked.isAssignableTo(Expr.class)
                            && Arrays.stream(allowed).noneMatch(asked::isEquivalentTo)) {
                        events.add(SimpleConditionEvent.violated(
                                origin, origin.getName() + " asks for " + asked.getName()));
                    }
                }
            }
        };
    }

    private static final List<Class<?>> HOLDERS = List.of(
            Collection.class, Map.class, ThreadLocal.class, java.nio.Buffer.class, StringBuilder.class, Thread.class);

    /** Final, and of no type that exists to be changed; an array is a constant only as long as it is private. */
    private static ArchCondition<JavaField> holdAConstant() {
        return new ArchCondition<>("hold a constant") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                boolean constant = field.getModifiers().contains(JavaModifier.FINAL) && !isHolder(field);
                boolean synthetic = field.getModifiers().contains(JavaModifier.SYNTHETIC);
                events.add(new SimpleConditionEvent(
                        field, constant || synthetic, field.getFullName() + " can be changed while the program runs"));
            }
        };
    }

    private static ArchCondition<JavaClass> makeNoHolderBeforeItsFirstUse() {
        return new ArchCondition<>("make no holder of state in a static initialiser") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getStaticInitializer()
                        .ifPresent(start -> start.getConstructorCallsFromSelf().stream()
                                .filter(call -> HOLDERS.stream().anyMatch(call.getTargetOwner()::isAssignableTo))
                                .forEach(call ->
                                        events.add(SimpleConditionEvent.violated(type, call.getDescription()))));
            }
        };
    }

    private static boolean isHolder(JavaField field) {
        JavaClass type = field.getRawType();
        boolean openArray = type.isArray() && !field.getModifiers().contains(JavaModifier.PRIVATE);
        boolean changes = !type.isInterface() && HOLDERS.stream().anyMatch(type::isAssignableTo);
        return openArray || changes || type.getPackageName().startsWith("java.util.concurrent.atomic");
    }
}
