package io.entente.referral;

import io.entente.testkit.ServiceArchitecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void the_service_keeps_to_the_architecture() {
        ServiceArchitecture.check(
                "io.entente.referral",
                "referral",
                "deals",
                "protection",
                "clocks",
                "claims",
                "program",
                "partners",
                "attribution",
                "intake",
                "crm",
                "disputes",
                "sla",
                "erasures");
    }
}
