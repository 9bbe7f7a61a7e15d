package io.entente.testkit.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.HashMap;
import java.util.Map;

/**
 * No adapter depends on another feature's adapter: features meet in their domains. A package beneath a feature's root is an
 * adapter if one of its classes depends on a framework.
 */
public final class SeparateAdapters {

    private SeparateAdapters() {}

    public static ArchRule rule(String root) {
        return classes()
                .that()
                .resideInAPackage(root + ".*.*..")
                .should(new ArchCondition<>("not depend on another feature's adapter") {
                    private final Map<String, Boolean> adapters = new HashMap<>();

                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        if (!isKnownAdapter(type.getPackage())) {
                            return;
                        }
                        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                            JavaClass target = dependency.getTargetClass().getBaseComponentType();
                            if (isForeign(type, target, root) && isKnownAdapter(target.getPackage())) {
                                events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                            }
                        }
                    }

                    /** Remembers the answer, because the same package is asked about for every class that depends on it. */
                    private boolean isKnownAdapter(JavaPackage candidate) {
                        return adapters.computeIfAbsent(candidate.getName(), name -> isAdapter(candidate));
                    }
                });
    }

    private static boolean isForeign(JavaClass type, JavaClass target, String root) {
        String feature = feature(target, root);
        return !feature.isEmpty() && !feature.equals(feature(type, root)) && isBeneathFeature(target, root);
    }

    private static String feature(JavaClass type, String root) {
        String name = type.getPackageName();
        return name.startsWith(root + ".") ? name.substring(root.length() + 1).split("\\.", 2)[0] : "";
    }

    private static boolean isBeneathFeature(JavaClass type, String root) {
        return type.getPackageName().substring(root.length() + 1).contains(".");
    }

    private static boolean isAdapter(JavaPackage candidate) {
        return candidate.getClasses().stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .anyMatch(dependency -> PlainRoots.ARE_A_FRAMEWORK.test(dependency.getTargetClass()));
    }
}
