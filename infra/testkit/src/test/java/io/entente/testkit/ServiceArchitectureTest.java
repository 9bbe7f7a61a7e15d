package io.entente.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class ServiceArchitectureTest {

    private static final String PLANTED = "io.entente.testkit.planted";
    private final JavaClasses planted = new ClassFileImporter().importPackages(PLANTED);

    @Test
    void a_class_of_another_module_is_caught() {
        assertCaught(ServiceArchitecture.noOtherService(PLANTED), "io.entente.servers.Topic");
    }

    @Test
    void an_unmarked_package_is_caught() {
        assertCaught(ServiceArchitecture.nullMarked(PLANTED), "unmarked is not @NullMarked");
    }

    @Test
    void a_meaningless_name_is_caught() {
        assertCaught(ServiceArchitecture.plainNames(PLANTED), "PartnerHelper");
    }

    @Test
    void a_feature_that_does_not_exist_is_caught() {
        assertThatThrownBy(() -> ServiceArchitecture.check(PLANTED, "gamma"))
                .hasMessageContaining("gamma has no class");
    }

    @Test
    void two_components_with_one_name_are_caught() {
        assertThatThrownBy(() -> ServiceArchitecture.distinctBeanNames(PLANTED + ".twins"))
                .hasMessageContainingAll(
                        "policyController", "twins.web.PolicyController", "twins.stream.PolicyController");
    }

    @Test
    void two_bean_methods_with_one_name_are_caught() {
        assertThatThrownBy(() -> ServiceArchitecture.distinctBeanNames(PLANTED + ".beans"))
                .hasMessageContainingAll("indexes", "FirstConfiguration", "SecondConfiguration");
    }

    private void assertCaught(ArchRule rule, String... named) {
        assertThat(rule.evaluate(planted).hasViolation()).isTrue();
        assertThat(rule.evaluate(planted).getFailureReport().toString()).contains(named);
    }
}
