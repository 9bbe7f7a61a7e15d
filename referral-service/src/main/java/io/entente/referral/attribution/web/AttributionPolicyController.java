package io.entente.referral.attribution.web;

import io.entente.platform.domain.Actor;
import io.entente.platform.domain.OptimisticRetry;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Role;
import io.entente.platform.web.Created;
import io.entente.platform.web.IdempotencyKey;
import io.entente.platform.web.NotFoundException;
import io.entente.platform.web.Receipts;
import io.entente.platform.web.keys.UsedKeys;
import io.entente.referral.attribution.policy.AttributionPolicies;
import io.entente.referral.attribution.policy.AttributionPolicy;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.ObjectMapper;

/** {@code /api/attribution/policies}: lists all versions of the policy and adds the next one. */
@RestController
@RequestMapping("/api/attribution/policies")
class AttributionPolicyController {

    private static final Logger LOG = LoggerFactory.getLogger(AttributionPolicyController.class);
    private static final String LATEST = "in-force";

    private final AttributionPolicies policies;
    private final ObjectMapper json;
    private final Clock clock;
    private final UsedKeys keys;

    AttributionPolicyController(AttributionPolicies policies, ObjectMapper json, Clock clock, UsedKeys keys) {
        this.policies = policies;
        this.json = json;
        this.clock = clock;
        this.keys = keys;
    }

    /**
     * Adds a version of the attribution policy. It applies to conflicts that are opened from then on. A policy that
     * equals the latest version is answered with that version.
     */
    @AllowedTo(roles = Role.ADMIN)
    @PostMapping
    ResponseEntity<AttributionPolicyView> add(
            @RequestBody AttributionPolicyRequest request, IdempotencyKey key, Actor actor) {
        return keys.once(key, "attribution/policies", request, () -> added(request, actor));
    }

    private ResponseEntity<AttributionPolicyView> added(AttributionPolicyRequest request, Actor actor) {
        AttributionPolicy policy = request.toPolicy(clock);
        String fingerprint = Receipts.of(request, "", json).fingerprint();
        AttributionPolicy added = OptimisticRetry.retryOnConflict(() -> policies.add(policy, fingerprint));
        LOG.info(
                "Version {} of the attribution policy, in force from {}, was added by {}",
                added.version(),
                added.effectiveFrom(),
                actor);
        return Created.first("/api/attribution/policies/" + added.version(), AttributionPolicyView.of(added));
    }

    /**
     * Returns a version of the attribution policy.
     *
     * @param version a version number, or {@code in-force} for the version that applies now
     */
    @AllowedTo(roles = {Role.PARTNER_MANAGER, Role.FINANCE, Role.OPS, Role.ADMIN})
    @GetMapping("/{version}")
    AttributionPolicyView get(@PathVariable String version) {
        if (version.equals(LATEST)) {
            return AttributionPolicyView.of(policies.inForce());
        }
        if (!version.matches("\\d{1,8}")) {
            throw new NotFoundException("attribution policy", version);
        }
        return policies.find(Integer.parseInt(version))
                .map(AttributionPolicyView::of)
                .orElseThrow(() -> new NotFoundException("attribution policy", version));
    }

    /** Lists all versions of the attribution policy, the first one first. */
    @AllowedTo(roles = {Role.PARTNER_MANAGER, Role.FINANCE, Role.OPS, Role.ADMIN})
    @GetMapping
    Page<AttributionPolicyView> list(PageRequest page) {
        return policies.list(page).map(AttributionPolicyView::of);
    }
}
