package io.entente.referral.sla.web;

import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Role;
import io.entente.platform.web.IfMatch;
import io.entente.platform.web.NotFoundException;
import io.entente.referral.sla.SlaPolicies;
import io.entente.referral.sla.SlaPolicy;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/sla/policies}: the versions of SLA policies. A version applies to clocks that start after it took effect. */
@RestController
@RequestMapping("/api/sla/policies")
class SlaPolicyController {

    private final SlaPolicies policies;
    private final Clock clock;

    SlaPolicyController(SlaPolicies policies, Clock clock) {
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * Stores an SLA policy. Content that differs from the latest version becomes the next version (201) and applies to
     * clocks that start after it; equal content changes nothing (200).
     */
    @AllowedTo(roles = Role.ADMIN)
    @PutMapping("/{code}")
    ResponseEntity<PolicyView> put(@PathVariable String code, @RequestBody PolicyRequest request, IfMatch ifMatch) {
        BookAnswers.checkCode(code);
        return BookAnswers.put(
                policies,
                book -> {
                    ifMatch.check(book.newest(code).map(SlaPolicy::version).orElse(0));
                    Instant now = clock.instant();
                    return book.put(request.toPolicy(code, now), now);
                },
                PolicyView::of);
    }

    /**
     * Returns an SLA policy.
     *
     * @param version a version of the policy; the latest if it is missing
     */
    @AllowedTo(roles = {Role.PARTNER_MANAGER, Role.OPS, Role.ADMIN})
    @GetMapping("/{code}")
    PolicyView get(@PathVariable String code, @RequestParam(required = false) @Nullable Integer version) {
        return policies.latest()
                .versions(code)
                .filter(policy -> version == null || policy.version() == version)
                .reduce((older, newer) -> newer)
                .map(PolicyView::of)
                .orElseThrow(() -> new NotFoundException("SLA policy", code));
    }

    /** Lists the latest version of each SLA policy in the order of their codes. */
    @AllowedTo(roles = {Role.PARTNER_MANAGER, Role.OPS, Role.ADMIN})
    @GetMapping
    Page<PolicyView> list(PageRequest page) {
        String after = page.after();
        List<SlaPolicy> found = policies.latest().newestPolicies().stream()
                .filter(policy -> after == null || policy.code().compareTo(after) > 0)
                .limit(page.fetch())
                .toList();
        return Page.of(found, page, SlaPolicy::code).map(PolicyView::of);
    }
}
