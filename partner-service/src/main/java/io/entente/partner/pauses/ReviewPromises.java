package io.entente.partner.pauses;

import io.entente.partner.partnership.LifecycleStep;
import io.entente.partner.partnership.Partner;
import io.entente.partner.partnership.PartnerAction;
import io.entente.partner.partnership.PartnerCommandHandler;
import io.entente.partner.partnership.PartnerStatus;
import io.entente.partner.pauses.policy.PausePolicy;
import io.entente.partner.performance.PartnerFact;
import io.entente.partner.performance.PartnerFacts;
import io.entente.partner.tiers.review.NightlyCheck;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.policy.PolicyVersions;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Pauses partners for new referrals, in both directions, that have missed their promises to follow up as often as the policy says. What was
 * missed until the end of an earlier pause was answered for by its evidence, so it doesn't count again.
 */
public final class ReviewPromises implements NightlyCheck {

    private final PartnerFacts facts;
    private final PartnerCommandHandler partners;
    private final PolicyVersions<PausePolicy> policies;
    private final ZoneId zone;

    /** @param zone of the program's days */
    public ReviewPromises(
            PartnerFacts facts, PartnerCommandHandler partners, PolicyVersions<PausePolicy> policies, ZoneId zone) {
        this.facts = facts;
        this.partners = partners;
        this.policies = policies;
        this.zone = zone;
    }

    @Override
    public void check(Partner partner, LocalDate today) {
        PausePolicy policy = policies.on(today);
        if (partner.status() == PartnerStatus.ACTIVE && missed(partner, policy, today) >= policy.pauseFrom()) {
            // If somebody has paused or ended it meanwhile, nothing changes.
            boolean unused = partners.handle(
                            partner.id(),
                            new PauseForMissedPromises(today.plusDays(policy.reviewAfterDays())),
                            Actor.SYSTEM,
                            known -> {})
                    .filter(Decision::isAllowed)
                    .isPresent();
        }
    }

    private long missed(Partner partner, PausePolicy policy, LocalDate today) {
        LocalDate window = today.minusDays(policy.windowDays() - 1L);
        LocalDate from = partner.steps().stream()
                .filter(step -> step.action() == PartnerAction.RESUME)
                .map(LifecycleStep::at)
                .map(at -> LocalDate.ofInstant(at, zone).plusDays(1))
                .reduce(window, (latest, day) -> day.isAfter(latest) ? day : latest);
        return facts.between(partner.id().value(), from, today).stream()
                .filter(fact -> fact.kind() == PartnerFact.Kind.BROKEN)
                .count();
    }
}
