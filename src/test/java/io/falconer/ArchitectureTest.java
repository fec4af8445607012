package io.falconer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Holds the direction of dependencies: each package uses only those named before it. */
@AnalyzeClasses(packages = "io.falconer", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final List<String> LOWEST_FIRST = List.of(
            "logic",
            "text",
            "yaml.cpp",
            "yaml",
            "condition",
            "field",
            "language",
            "event.json",
            "event",
            "event.manifest",
            "event.reader",
            "event.pipeline",
            "ruleset",
            "lint",
            "engine",
            "model",
            "verify",
            "compare",
            "explain",
            "coverage",
            "mutation",
            "policy",
            "meaning",
            "template",
            "plan",
            "proof",
            "generate",
            "exception",
            "tune",
            "suite",
            "cover",
            "schema",
            "report",
            "cli.file",
            "cli");

    @ArchTest
    static final ArchRule eachPackageUsesOnlyThoseBelowIt = CompositeArchRule.of(IntStream.range(0, LOWEST_FIRST.size())
            .mapToObj(ArchitectureTest::nothingAbove)
            .toList());

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("io.falconer.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule whatProofsExpectComesFromThePolicyAlone = noClasses()
            .that()
            .resideInAPackage(named("proof"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(named("plan"));

    @ArchTest
    static final ArchRule meaningsComeFromThePolicyAlone = noClasses()
            .that()
            .resideInAPackage(named("meaning"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(named("template"), named("plan"), named("proof"), named("generate"), named("engine"));

    @ArchTest
    static final ArchRule suitesGenerateNothing = noClasses()
            .that()
            .resideInAPackage(named("suite"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(named("template"), named("plan"), named("generate"));

    @ArchTest
    static final ArchRule onlyCliKnowsAFramework = noClasses()
            .that()
            .resideOutsideOfPackage("io.falconer.cli")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.quarkus..", "picocli..", "jakarta..", "org.eclipse.microprofile..");

    @ArchTest
    static final ArchRule nothingOpensAConnection = noClasses()
            .should()
            .dependOnClassesThat(DescribedPredicate.describe("open connections", ArchitectureTest::opensConnections));

    @ArchTest
    static final ArchRule logicKnowsOnlyJava = classes()
            .that()
            .resideInAPackage("io.falconer.logic")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.falconer.logic", "java..", "org.jspecify.annotations");

    @ArchTest
    static final ArchRule everyClassHasAPlace = classes()
            .should()
            .resideInAnyPackage(
                    LOWEST_FIRST.stream().map(ArchitectureTest::named).toArray(String[]::new));

    @ArchTest
    static void noNameStandsTwice(JavaClasses classes) {
        assertThat(classes.stream()
                        .filter(JavaClass::isTopLevelClass)
                        .filter(c -> !c.getSimpleName().equals("package-info"))
                        .collect(Collectors.groupingBy(JavaClass::getSimpleName))
                        .values())
                .as("classes that share a name")
                .filteredOn(named -> named.size() > 1)
                .isEmpty();
    }

    private static boolean opensConnections(JavaClass used) {
        return used.getName()
                .matches("(java\\.net\\.(URL|http\\..*|.*(Socket|Connection|InetAddress).*)"
                        + "|java\\.nio\\.channels\\..*(Socket|Datagram).*|javax\\.net\\..*)");
    }

    private static ArchRule nothingAbove(int level) {
        String[] above = LOWEST_FIRST.subList(level + 1, LOWEST_FIRST.size()).stream()
                .map(ArchitectureTest::named)
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(named(LOWEST_FIRST.get(level)))
                .should()
                .dependOnClassesThat(inAny(above))
                .allowEmptyShould(true);
    }

    private static DescribedPredicate<JavaClass> inAny(String[] packages) {
        return packages.length == 0
                ? DescribedPredicate.alwaysFalse()
                : JavaClass.Predicates.resideInAnyPackage(packages);
    }

    private static String named(String name) {
        return "io.falconer." + name;
    }
}
