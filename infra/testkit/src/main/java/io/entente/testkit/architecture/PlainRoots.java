package io.entente.testkit.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.PackageMatchers;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/** A feature's root is plain Java, so that its rules can be read and tested without a framework. */
public final class PlainRoots {

    private static final PackageMatchers FRAMEWORKS = PackageMatchers.of(
            "org.springframework..",
            "tools.jackson..",
            "com.fasterxml..",
            "io.micrometer..",
            "org.apache.kafka..",
            "com.mongodb..",
            "org.bson..",
            "jakarta..",
            "io.swagger..",
            "java.net.http..",
            "io.entente.platform.web..",
            "io.entente.platform.events..",
            "io.entente.platform.runtime..");

    /** How a use case answers the handler of an event: plain values, although they stand beside the handlers. */
    private static final Set<String> PLAIN =
            Set.of("io.entente.platform.events.consume.Handled", "io.entente.platform.events.consume.NotYetException");

    /** A lease is a plain value; only its store, in a package beneath, knows a framework. */
    private static final String LEASES = "io.entente.platform.runtime.lease";

    static final DescribedPredicate<JavaClass> ARE_A_FRAMEWORK = describe(
            "belong to a framework or to the technical parts of the platform",
            type -> FRAMEWORKS.test(type.getPackageName())
                    && !PLAIN.contains(type.getName())
                    && !type.getPackageName().equals(LEASES));

    private PlainRoots() {}

    /** Only a feature's Spring configuration, which stands beside its domain, may know a framework. */
    public static ArchRule rule(String feature) {
        return noClasses()
                .that()
                .resideInAPackage(feature)
                .and(describe("are no configuration", type -> !isConfiguration(type)))
                .should()
                .dependOnClassesThat(ARE_A_FRAMEWORK)
                .because("the root of a feature is plain Java")
                .allowEmptyShould(true);
    }

    static boolean isConfiguration(JavaClass type) {
        String name = type.getName();
        int nested = name.indexOf('$');
        return (nested < 0 ? name : name.substring(0, nested)).endsWith("Configuration");
    }
}
