package io.entente.commission;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.entente.testkit.ServiceArchitecture;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String ROOT = "io.entente.commission";

    /** A package with more types is cut, or an ADR says why it isn't. */
    private static final long MAX_TYPES = 20;

    @Test
    void the_service_keeps_to_the_architecture() {
        ServiceArchitecture.check(
                ROOT,
                "partners",
                "plans",
                "plans.rules",
                "plans.inputs",
                "plans.pricing",
                "deals",
                "ledger",
                "ledger.audit",
                "commissions",
                "commissions.adjustments",
                "commissions.release",
                "commissions.settlement",
                "commissions.payables",
                "accrual",
                "runs",
                "csv",
                "statements",
                "payees",
                "payouts",
                "tax",
                "simulation");
    }

    @Test
    void no_package_has_more_types_than_a_reader_can_take_in() {
        Map<String, Long> sizes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages(ROOT).stream()
                        .filter(JavaClass::isTopLevelClass)
                        .filter(type -> !type.getSimpleName().equals("package-info"))
                        .filter(type -> !type.getSimpleName().endsWith("Configuration"))
                        .collect(groupingBy(JavaClass::getPackageName, counting()));

        assertThat(sizes)
                .containsKey(ROOT + ".ledger")
                .allSatisfy((name, types) -> assertThat(types).as(name).isLessThanOrEqualTo(MAX_TYPES));
    }
}
