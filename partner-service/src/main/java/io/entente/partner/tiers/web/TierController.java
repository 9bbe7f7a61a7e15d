package io.entente.partner.tiers.web;

import io.entente.partner.partnership.Partner;
import io.entente.partner.partnership.PartnerCommandHandler;
import io.entente.partner.partnership.PartnerId;
import io.entente.partner.partnership.Partners;
import io.entente.partner.partnership.commands.ChangeTier;
import io.entente.partner.partnership.tier.Tier;
import io.entente.partner.performance.PartnerFacts;
import io.entente.partner.tiers.TierStanding;
import io.entente.partner.tiers.policy.TierPolicy;
import io.entente.partner.tiers.review.DecideProposal;
import io.entente.partner.tiers.review.TierReview;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.policy.PolicyVersions;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.NeedsRight;
import io.entente.platform.security.Role;
import io.entente.platform.security.Scope;
import io.entente.platform.web.ConflictException;
import io.entente.platform.web.IfMatch;
import io.entente.platform.web.InvalidInputException;
import io.entente.platform.web.NotFoundException;
import io.entente.platform.web.access.Tenant;
import io.entente.platform.web.constraints.CalendarDay;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The tiers of a partner: which it had and has, and the decision about another one. */
@RestController
@RequestMapping("/api/partners/{partnerId}")
class TierController {

    private final Partners partners;
    private final PartnerCommandHandler commands;
    private final PolicyVersions<TierPolicy> policies;
    private final PartnerFacts facts;
    private final DecideProposal decide;
    private final ZoneId zone;
    private final Clock clock;

    TierController(
            Partners partners,
            PartnerCommandHandler commands,
            PolicyVersions<TierPolicy> policies,
            PartnerFacts facts,
            DecideProposal decide,
            @Value("${entente.program.time-zone:UTC}") ZoneId zone,
            Clock clock) {
        this.partners = partners;
        this.commands = commands;
        this.policies = policies;
        this.facts = facts;
        this.decide = decide;
        this.zone = zone;
        this.clock = clock;
    }

    /** Returns the tiers of a partner by day. Deals are priced by the tier of the day on which they close. */
    @AllowedTo(
            roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.FINANCE, Role.OPS, Role.ADMIN},
            scopes = Scope.PARTNERS_READ)
    @NeedsRight
    @GetMapping("/tiers")
    TiersView tiers(@PathVariable String partnerId, Tenant tenant) {
        return TiersView.of(shown(partnerId, tenant), today());
    }

    /**
     * Returns what a partner has achieved in the window of the policy, and what its tier and the next one ask for. It is computed from
     * what is known now.
     */
    @AllowedTo(
            roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.FINANCE, Role.OPS, Role.ADMIN},
            scopes = Scope.PARTNERS_READ)
    @NeedsRight(oneOf = {"SEE_COMMISSIONS", "SEE_ALL_REFERRALS"})
    @GetMapping("/tier-progress")
    ProgressView progress(@PathVariable String partnerId, Tenant tenant) {
        LocalDate today = today();
        return ProgressView.of(partnerId, TierStanding.of(shown(partnerId, tenant), today, policies.on(today), facts));
    }

    /**
     * Puts a partner into another tier from a later day on. It takes the place of a change that is decided and hasn't begun; the tier that
     * the partner has takes such a change back. A promotion that takes two persons by the policy is only proposed: the answer has the tier as
     * {@code proposed}, and another person approves it ({@code /api/tier-proposals/{partnerId}/approve}). Repeating the request changes
     * nothing.
     */
    @AllowedTo(roles = {Role.PARTNER_MANAGER, Role.ADMIN})
    @PostMapping("/change-tier")
    TiersView change(
            @PathVariable String partnerId, @RequestBody ChangeTierRequest request, Actor actor, IfMatch ifMatch) {
        LocalDate today = today();
        Partner partner = find(partnerId);
        LocalDate earliest = policies.on(today).earliest(partner.tiers().on(today), request.tier(), today);
        LocalDate from = request.effectiveOn() == null ? earliest : request.effectiveOn();
        if (from.isBefore(earliest)) {
            throw InvalidInputException.unprocessable(new FieldError(
                    "effectiveOn",
                    "must be %s or later, because the partner has notice until then".formatted(earliest)));
        }
        String reason = request.reason().strip();
        if (policies.on(today).needsTwoPersons(partner.tiers().on(today), request.tier())
                && request.tier() != partner.tiers().latest().tier()) {
            ifMatch.check(partner.version());
            TierStanding standing = TierStanding.of(partner, today, policies.on(today), facts);
            TierReview asked = ConflictException.unlessAllowed(
                    decide.ask(partner, standing, request.tier(), request.effectiveOn(), reason, actor));
            return TiersView.of(partner, today).proposing(asked);
        }
        return commands.handle(
                        partner.id(),
                        new ChangeTier(request.tier(), from, reason, today),
                        actor,
                        before -> ifMatch.check(before.version()))
                .map(ConflictException::unlessAllowed)
                .map(changed -> TiersView.of(changed, today))
                .orElseThrow(() -> notFound(partnerId));
    }

    private Partner shown(String partnerId, Tenant tenant) {
        if (!tenant.covers(partnerId)) {
            throw notFound(partnerId);
        }
        return find(partnerId);
    }

    private Partner find(String partnerId) {
        return partners.find(new PartnerId(partnerId)).orElseThrow(() -> notFound(partnerId));
    }

    private static NotFoundException notFound(String partnerId) {
        return new NotFoundException("partner", partnerId);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /**
     * The body of {@code POST /api/partners/{partnerId}/change-tier}.
     *
     * @param effectiveOn the first day of the tier; absent for the earliest one that the policy allows
     * @param reason why, worded for the partner
     */
    record ChangeTierRequest(
            @NotNull Tier tier,
            @Nullable @CalendarDay LocalDate effectiveOn,
            @NotBlank @Size(max = 500) String reason) {}
}
