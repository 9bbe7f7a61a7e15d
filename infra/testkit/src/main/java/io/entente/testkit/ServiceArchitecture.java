package io.entente.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.FailureReport;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.entente.testkit.architecture.Cycles;
import io.entente.testkit.architecture.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;

/**
 * Checks that a service keeps to the architecture: features as packages, plain Java at their roots, adapters beneath them. The
 * tests of this module show that each rule catches a planted violation.
 */
public final class ServiceArchitecture {

    private ServiceArchitecture() {}

    /**
     * Checks a service.
     *
     * @param root the service's package
     * @param features its feature packages beneath the root. Each must exist, because a rule about nothing never fails.
     */
    public static void check(String root, String... features) {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
        for (String feature : features) {
            assertThat(classes.stream().filter(type -> type.getPackageName().startsWith(root + "." + feature)))
                    .as("the feature package %s.%s has no class", root, feature)
                    .isNotEmpty();
        }
        String violations = rules(root, List.of(features)).stream()
                .map(rule -> rule.evaluate(classes).getFailureReport())
                .filter(report -> !report.isEmpty())
                .map(FailureReport::toString)
                .collect(Collectors.joining("\n\n"));
        assertThat(violations).isEmpty();
        distinctBeanNames(root);
    }

    private static List<ArchRule> rules(String root, List<String> features) {
        List<ArchRule> rules = new ArrayList<>();
        for (Rule rule : Rule.values()) {
            rules.addAll(rule.of(root, features));
        }
        rules.add(Cycles.betweenFeatures(root));
        rules.add(noOtherService(root));
        rules.add(nullMarked(root));
        rules.add(plainNames(root));
        return rules;
    }

    /** A service knows another service only by its events. */
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

    /** Every package declares its nullness. */
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

    /** A name says what a type is for. */
    static ArchRule plainNames(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .haveNameMatching(".*(Impl|Manager|Helper|Utils?|Dto|DTO|VO)$")
                .orShould()
                .haveNameMatching(".*\\.Abstract[A-Z].*");
    }

    /** No two beans have the same name. Otherwise the service wouldn't start. */
    static void distinctBeanNames(String root) {
        assertThat(BeanNames.registered(root))
                .as("neither components of %s nor of the platform were found", root)
                .anyMatch(name -> !name.startsWith("io.entente.platform."))
                .contains("outboxRelay");
    }

    private static boolean isBeneath(JavaClass type, String root) {
        return type.getPackageName().equals(root) || type.getPackageName().startsWith(root + ".");
    }
}
