package io.entente.commission;

import io.entente.testkit.ServiceArchitecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void the_service_keeps_to_the_architecture() {
        ServiceArchitecture.check(
                "io.entente.commission",
                "partners",
                "plans",
                "ledger",
                "lifecycle",
                "accrual",
                "runs",
                "csv",
                "statements",
                "payees",
                "payouts",
                "tax",
                "simulation");
    }
}
