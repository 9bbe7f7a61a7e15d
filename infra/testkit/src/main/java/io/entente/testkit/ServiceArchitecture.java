package io.entente.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/**
 * The architecture every service keeps to, as rules: features as packages, plain Java at their roots, adapters beneath. Each
 * rule is shown to catch a planted violation in this module's own test.
 */
public final class ServiceArchitecture {

    private ServiceArchitecture() {}

    /**
     * Checks a service.
     *
     * @param root the service's package
     * @param features its feature packages, beneath the root; each must exist, since a rule on nothing never fails
     */
    public static void check(String root, String... features) {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
        for (String feature : features) {
            assertThat(classes.stream().filter(type -> type.getPackageName().startsWith(root + "." + feature)))
                    .as("the guarded package %s.%s has no class", root, feature)
                    .isNotEmpty();
        }
        for (ArchRule rule : rules(root, List.of(features))) {
            rule.check(classes);
        }
        distinctBeanNames(root);
    }

    static List<ArchRule> rules(String root, List<String> features) {
        List<ArchRule> rules = new ArrayList<>();
        for (String feature : features) {
            rules.add(plainRoot(root + "." + feature));
        }
        rules.add(noCycles(root));
        rules.add(noOtherService(root));
        rules.add(nullMarked(root));
        rules.add(plainNames(root));
        rules.add(injectedTime(root));
        return rules;
    }

    /** A feature's root is plain Java: no Spring Data, no Kafka, no web, no driver. Its configuration may put them together. */
    static ArchRule plainRoot(String feature) {
        return noClasses()
                .that()
                .resideInAPackage(feature)
                .and()
                .haveSimpleNameNotEndingWith("Configuration")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework.data..",
                        "org.springframework.kafka..",
                        "org.springframework.web..",
                        "org.springframework.http..",
                        "org.springframework.messaging..",
                        "org.springframework.cloud..",
                        "org.apache.kafka..",
                        "com.mongodb..",
                        "org.bson..",
                        "jakarta.servlet..",
                        "io.entente.platform.events.outbox..",
                        "io.entente.platform.events.parking..");
    }

    /** Features don't depend on one another in a circle. */
    static ArchRule noCycles(String root) {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles();
    }

    /** A service knows another only by its events. */
    static ArchRule noOtherService(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "belong to another service",
                        type -> type.getPackageName().startsWith("io.entente.")
                                && !isBeneath(type, root)
                                && !isBeneath(type, "io.entente.platform")));
    }

    /** Nullness is said in every package. */
    static ArchRule nullMarked(String root) {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .should(new ArchCondition<>("be in a @NullMarked package") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                        events.add(
                                new SimpleConditionEvent(type, marked, type.getPackageName() + " is not @NullMarked"));
                    }
                });
    }

    /** Names say what a thing is for, not that it is a thing. */
    static ArchRule plainNames(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .haveNameMatching(".*(Impl|Manager|Helper|Utils?|Dto|DTO|VO)$")
                .orShould()
                .haveNameMatching(".*\\.Abstract[A-Z].*");
    }

    /** Time comes from the injected clock, so that a test can move it. */
    static ArchRule injectedTime(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.Clock.class, "systemUTC")
                .orShould()
                .callMethod(System.class, "currentTimeMillis");
    }

    /** No two beans have one name, which would keep the service from starting. */
    static void distinctBeanNames(String root) {
        assertThat(BeanNames.registered(root))
                .as("no component of %s was found, nor any of the shared library's", root)
                .anyMatch(name -> !name.startsWith("io.entente.platform."))
                .contains("outboxRelay");
    }

    private static boolean isBeneath(JavaClass type, String root) {
        return type.getPackageName().equals(root) || type.getPackageName().startsWith(root + ".");
    }
}
