package io.entente.partner.pauses.web;

import io.entente.partner.pauses.policy.PausePolicy;
import io.entente.platform.domain.policy.PolicyVersions;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.NeedsRight;
import io.entente.platform.security.Role;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/pause-policies}: when a partner is paused. */
@RestController
class PausePolicyController {

    private final PolicyVersions<PausePolicy> policies;

    PausePolicyController(PolicyVersions<PausePolicy> policies) {
        this.policies = policies;
    }

    /** Returns all versions of the rules by which partners are paused because of missed promises, the earliest first. */
    @AllowedTo(
            roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.FINANCE, Role.OPS, Role.ADMIN},
            sameForEveryTenant = true)
    @NeedsRight
    @GetMapping("/api/pause-policies")
    PausePoliciesView policies() {
        return new PausePoliciesView(policies.versions());
    }

    /** All versions of the rules for pauses. */
    record PausePoliciesView(List<PausePolicy> versions) {}
}
