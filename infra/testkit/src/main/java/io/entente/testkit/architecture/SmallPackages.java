package io.entente.testkit.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;

/** A package holds at most twenty types, so that a reader can take it in at once. */
public final class SmallPackages {

    private static final int MAX_TYPES = 20;

    /** Packages that may hold more, each with the ADR that says why. */
    private static final Map<String, String> EXCEPTIONS = Map.of();

    private SmallPackages() {}

    public static ArchRule rule(String root) {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .should(new ArchCondition<>("be in a package of at most " + MAX_TYPES + " types") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        long types = types(type.getPackage());
                        boolean isSmall = types <= MAX_TYPES || EXCEPTIONS.containsKey(type.getPackageName());
                        events.add(new SimpleConditionEvent(
                                type, isSmall, "%s holds %d types".formatted(type.getPackageName(), types)));
                    }
                });
    }

    private static long types(JavaPackage candidate) {
        return candidate.getClasses().stream()
                .filter(type -> type.isTopLevelClass()
                        && !type.isArray()
                        && !type.getSimpleName().equals("package-info"))
                .count();
    }
}
