package io.entente.platform;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the structure of the platform: which part may use which, and what the domain's building blocks are made of. */
class PlatformArchitectureTest {

    private static final String PLATFORM = "io.entente.platform";
    private static final String PLANTED = PLATFORM + ".planted";

    private static final int MAX_TYPES = 20;
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(PLATFORM);

    @Test
    void the_parts_of_the_platform_have_no_cycle() {
        slices().matching(PLATFORM + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void the_packages_of_the_platform_have_no_cycle() {
        packagesWithoutCycle(PLATFORM).check(CLASSES);
    }

    @Test
    void a_package_has_at_most_twenty_types() {
        Map<String, Long> types = CLASSES.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));

        assertThat(types)
                .containsKey(PLATFORM + ".web")
                .allSatisfy((name, count) -> assertThat(count).as(name).isLessThanOrEqualTo(MAX_TYPES));
    }

    @Test
    void the_domain_is_plain_java() {
        plainJava(PLATFORM + ".domain").check(CLASSES);
    }

    @Test
    void runtime_uses_neither_events_nor_web_and_events_does_not_use_web() {
        noClasses()
                .that()
                .resideInAPackage(PLATFORM + ".runtime..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(PLATFORM + ".events..", PLATFORM + ".web..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage(PLATFORM + ".events..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(PLATFORM + ".web..")
                .check(CLASSES);
    }

    @Test
    void a_planted_cycle_between_two_packages_is_found() {
        JavaClasses planted = new ClassFileImporter().importPackages(PLANTED + ".cycle");

        assertThat(packagesWithoutCycle(PLANTED + ".cycle")
                        .evaluate(planted)
                        .getFailureReport()
                        .getDetails())
                .singleElement()
                .asString()
                .contains("Slice here", "Slice there");
    }

    @Test
    void a_planted_use_of_a_framework_in_the_domain_is_found() {
        JavaClasses planted = new ClassFileImporter().importPackages(PLANTED + ".domain");

        assertThat(plainJava(PLANTED + ".domain")
                        .evaluate(planted)
                        .getFailureReport()
                        .getDetails())
                .singleElement()
                .asString()
                .contains("DataAccessException");
    }

    private static ArchRule packagesWithoutCycle(String root) {
        return slices().matching(root + ".(**)").should().beFreeOfCycles();
    }

    private static ArchRule plainJava(String domain) {
        return classes()
                .that()
                .resideInAPackage(domain + "..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        domain + "..",
                        "org.joda.money..",
                        "org.jspecify.annotations..",
                        "com.github.f4b6a3.ulid..",
                        "jakarta.validation..");
    }
}
