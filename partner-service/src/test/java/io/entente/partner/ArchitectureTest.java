package io.entente.partner;

import io.entente.testkit.ServiceArchitecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void the_service_keeps_to_the_architecture() {
        ServiceArchitecture.check(
                "io.entente.partner",
                "partnership",
                "memberships",
                "erasures",
                "agreements",
                "alerts",
                "agreements.plans",
                "performance",
                "programcosts",
                "programhealth",
                "reciprocity",
                "pauses",
                "pauses.policy",
                "applications",
                "applications.policy",
                "outside",
                "references",
                "references.policy",
                "referrals",
                "scorecards",
                "tiers",
                "onboarding",
                "onboarding.policy",
                "qualification",
                "qualification.policy");
    }
}
