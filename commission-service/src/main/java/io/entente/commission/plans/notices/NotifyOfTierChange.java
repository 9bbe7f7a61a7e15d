package io.entente.commission.plans.notices;

import io.entente.commission.partners.LearnedProfiles;
import io.entente.commission.partners.PartnerProfile;
import io.entente.commission.partners.TierHistory.TierPeriod;
import io.entente.commission.plans.CommissionPlan;
import io.entente.commission.plans.PlanBook;
import io.entente.commission.plans.PlanBooks;
import io.entente.commission.plans.changes.PlanPolicy;
import io.entente.commission.plans.changes.PlanProposal.Notice;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.policy.PolicyVersions;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;

/**
 * Tells a partner that another plan prices its deals from the day on which its tier changes. The tier itself is decided, and told
 * with its own notice period, by the partner service.
 */
final class NotifyOfTierChange implements LearnedProfiles {

    private final PlanBooks books;
    private final PlanNotices notices;
    private final PolicyVersions<PlanPolicy> policies;
    private final Clock clock;
    private final ZoneId zone;

    NotifyOfTierChange(
            PlanBooks books, PlanNotices notices, PolicyVersions<PlanPolicy> policies, Clock clock, ZoneId zone) {
        this.books = books;
        this.notices = notices;
        this.policies = policies;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public void learned(PartnerProfile profile) {
        LocalDate today = today();
        profile.tiers().periods().stream()
                .map(TierPeriod::effectiveOn)
                .filter(Objects::nonNull)
                .map(day -> Objects.requireNonNull(day))
                .filter(day -> day.isAfter(today))
                .forEach(day -> changes(profile, day));
    }

    private void changes(PartnerProfile partner, LocalDate day) {
        PlanBook book = books.inForce();
        CommissionPlan before = book.planFor(partner, day.minusDays(1)).orElse(null);
        CommissionPlan after = book.planFor(partner, day).orElse(null);
        CommissionPlan changed = after == null ? before : after;
        if (changed == null || Objects.equals(before, after)) {
            return;
        }
        notices.publish(new PlanNotice(
                PlanNotice.ofTier(changed, day, partner.id()),
                partner.id(),
                changed,
                false,
                day,
                before,
                after,
                new Notice(policies.on(today()).noticeDays(), null),
                Actor.SYSTEM.value(),
                clock.instant()));
    }

    private LocalDate today() {
        return clock.instant().atZone(zone).toLocalDate();
    }
}
