package org.pinn4j.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.File;
import java.io.FileOutputStream;
import java.io.FileWriter;
import java.io.RandomAccessFile;
import java.util.Set;

/** Across modules: who prints, who ends the process, who sees whom. The core has its own, stricter list. */
@AnalyzeClasses(packages = "org.pinn4j", importOptions = MainClasses.class)
class HouseRulesTest {
    private static final DescribedPredicate<JavaMethodCall> WRITES =
            DescribedPredicate.describe("write a file", call -> writes(call.getTarget()));

    private static boolean writes(AccessTarget.MethodCallTarget target) {
        String owner = target.getOwner().getName();
        return owner.equals("java.nio.file.Files")
                        && Set.of("write", "writeString", "newOutputStream", "newBufferedWriter", "copy")
                                .contains(target.getName())
                || owner.equals("javax.imageio.ImageIO")
                        && target.getName().equals("write")
                        && target.getRawParameterTypes().get(2).isEquivalentTo(File.class);
    }

    @ArchTest
    static final ArchRule only_the_command_line_prints = noClasses()
            .that()
            .resideOutsideOfPackage("org.pinn4j.cli..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    @ArchTest
    static final ArchRule only_the_main_class_ends_the_process = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.pinn4j.cli.Main")
            .should()
            .callMethod(System.class, "exit", int.class);

    /** Results are replaced whole or not at all, and drafts of killed runs are found: by one class, for all of them. */
    @ArchTest
    static final ArchRule one_class_writes_files = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.pinn4j.io.AtomicFile")
            .and()
            .doNotHaveFullyQualifiedName("org.pinn4j.blas.NativeFiles") // libraries, before anything else of ours runs
            .and()
            .resideOutsideOfPackage("org.pinn4j.benchmarks..")
            .should()
            .callMethodWhere(WRITES)
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(FileOutputStream.class, RandomAccessFile.class, FileWriter.class);

    @ArchTest
    static final ArchRule nobody_sees_the_command_line = noClasses()
            .that()
            .resideOutsideOfPackage("org.pinn4j.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.pinn4j.cli..", "org.knowm..", "picocli..", "java.awt..");

    @ArchTest
    static final ArchRule problems_know_no_solver = noClasses()
            .that()
            .resideInAPackage("org.pinn4j.problems..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.pinn4j.validation..", "org.hipparchus.ode..");

    @ArchTest
    static final ArchRule only_the_file_package_knows_matlab = noClasses()
            .that()
            .resideOutsideOfPackage("org.pinn4j.validation.file..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("us.hebi..");

    @ArchTest
    static final ArchRule the_file_package_sees_what_its_package_info_says = classes()
            .that()
            .resideInAPackage("org.pinn4j.validation.file..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "us.hebi.matlab.mat..",
                    "org.pinn4j.validation.file..",
                    "org.pinn4j.args..",
                    "org.pinn4j.io..",
                    "org.pinn4j.pde..",
                    "org.pinn4j.sampling..",
                    "org.pinn4j.solution..");

    @ArchTest
    static final ArchRule references_know_no_network = noClasses()
            .that()
            .resideInAPackage("org.pinn4j.validation..")
            .and()
            .resideOutsideOfPackages(
                    "org.pinn4j.validation.study..",
                    "org.pinn4j.validation.theory..",
                    "org.pinn4j.validation.estimate..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.pinn4j.network..",
                    "org.pinn4j.ansatz..",
                    "org.pinn4j.loss..",
                    "org.pinn4j.optimize..",
                    "org.pinn4j.train..")
            .allowEmptyShould(true);
}
