package org.tocsin.processor;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/** Who may know whom. */
@AnalyzeClasses(packages = "org.tocsin.processor", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] STAGES = {
        "..processor.code", "..processor.merge", "..processor.tally", "..processor.alert"
    };
    private static final String[] EDGE = {"..processor.cli", "..processor.stack"};

    /** Parts of a shell that bear another name than the stage or its stores. */
    private static final Set<String> SHELLS =
            Set.of("Origins", "Reading", "Reevaluation", "KnownDays", "RecentValues", "AgingPass", "RelinkingPass");

    private static final DescribedPredicate<JavaClass> A_SHELL = describe("a thin Streams shell", type -> {
        String name = outermost(type).getSimpleName();
        return name.endsWith("Stage") || name.endsWith("Stores") || name.endsWith("Pass") || SHELLS.contains(name);
    });

    @ArchTest
    static final ArchRule COUNTS_AND_MERGES_WITHOUT_KAFKA = noClasses()
            .that()
            .resideInAnyPackage(STAGES)
            .and(DescribedPredicate.not(A_SHELL))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "io.confluent..");

    @ArchTest
    static final ArchRule STAGES_DO_NOT_KNOW_THE_EDGE = noClasses()
            .that()
            .resideOutsideOfPackages(EDGE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(EDGE);

    @ArchTest
    static final ArchRule ONLY_THE_EDGE_READS_A_CLOCK = noClasses()
            .that()
            .resideOutsideOfPackages(EDGE)
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone");

    @ArchTest
    static final ArchRule THE_COMMAND_LINE_KEEPS_ITS_CLASSES_TO_ITSELF = classes()
            .that()
            .resideInAPackage("..processor.cli")
            .and()
            .doNotHaveSimpleName("Main")
            .and()
            .areTopLevelClasses()
            .should()
            .bePackagePrivate();

    private static JavaClass outermost(JavaClass type) {
        JavaClass outer = type;
        while (outer.getEnclosingClass().isPresent()) {
            outer = outer.getEnclosingClass().get();
        }
        return outer;
    }
}
