package io.entente.partner.tiers.review;

import io.entente.partner.partnership.Partner;
import io.entente.partner.partnership.PartnerId;
import io.entente.partner.partnership.PartnerStatus;
import io.entente.partner.partnership.Partners;
import io.entente.partner.performance.PartnerFacts;
import io.entente.partner.tiers.TierStanding;
import io.entente.partner.tiers.policy.TierPolicy;
import io.entente.partner.tiers.review.ReviewSchedule.Due;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.policy.PolicyVersions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Reviews the tiers of partners. A partner is reviewed in the night after something that counts has happened, and at least every {@link
 * #AT_LEAST_EVERY_DAYS} days, because what counts leaves the window. A run costs what is due.
 */
public final class ReviewTiers {

    /** The most days between two reviews of a partner. */
    public static final int AT_LEAST_EVERY_DAYS = 30;

    private static final int MAX_AT_ONCE = 100;
    private static final Set<PartnerStatus> REVIEWED = Set.of(PartnerStatus.ACTIVE, PartnerStatus.PAUSED);

    private final Partners partners;
    private final PartnerFacts facts;
    private final TierReviews reviews;
    private final ReviewSchedule schedule;
    private final PolicyVersions<TierPolicy> policies;
    private final List<NightlyCheck> checks;
    private final ZoneId zone;
    private final Clock clock;

    /** The day on which new partners were last scheduled by this instance. */
    private final AtomicReference<@Nullable LocalDate> scheduledOn = new AtomicReference<>();

    /**
     * @param checks what else looks at a partner that is due
     * @param zone of the program's days
     */
    public ReviewTiers(
            Partners partners,
            PartnerFacts facts,
            TierReviews reviews,
            ReviewSchedule schedule,
            PolicyVersions<TierPolicy> policies,
            List<NightlyCheck> checks,
            ZoneId zone,
            Clock clock) {
        this.partners = partners;
        this.facts = facts;
        this.reviews = reviews;
        this.schedule = schedule;
        this.policies = policies;
        this.checks = List.copyOf(checks);
        this.zone = zone;
        this.clock = clock;
    }

    /** Reviews whoever is due. Several instances can run it at the same time. */
    public void run() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        if (!today.equals(scheduledOn.get())) {
            scheduleNewPartners(today);
            scheduledOn.set(today);
        }
        List<Due> due = schedule.due(today, MAX_AT_ONCE);
        while (!due.isEmpty()) {
            due.forEach(one -> {
                partners.find(new PartnerId(one.partnerId())).ifPresent(partner -> {
                    checks.forEach(check -> check.check(partner, today));
                    review(partner, today);
                });
                schedule.next(one, today.plusDays(AT_LEAST_EVERY_DAYS));
            });
            due = schedule.due(today, MAX_AT_ONCE);
        }
    }

    /** Once a day, by ids only. A partner for which nothing ever happens is reviewed as well. */
    private void scheduleNewPartners(LocalDate today) {
        List<String> page = partners.ids(null, MAX_AT_ONCE);
        while (!page.isEmpty()) {
            schedule.addMissing(page, today);
            page = partners.ids(page.get(page.size() - 1), MAX_AT_ONCE);
        }
    }

    private void review(Partner partner, LocalDate today) {
        Instant activated = partner.activatedAt();
        if (!REVIEWED.contains(partner.status()) || activated == null) {
            return;
        }
        TierStanding standing = TierStanding.of(partner, today, policies.on(today), facts);
        LocalDate active = LocalDate.ofInstant(activated, zone);
        LocalDate begun = partner.tiers().since(today);
        LocalDate since = begun == null || begun.isBefore(active) ? active : begun;
        boolean isDecided = partner.tiers().pending(today).isPresent();
        boolean isKnown = reviews.change(
                        partner.id(),
                        review -> Decision.allowed(review.after(standing, since, isDecided, clock.instant(), zone)))
                .isPresent();
        if (!isKnown) {
            Change<TierReview, TierChangeProposed> first =
                    TierReview.none(partner.id()).after(standing, since, isDecided, clock.instant(), zone);
            // If another instance was faster, it has proposed the same.
            boolean unused = first.events().isEmpty() || reviews.add(first);
        }
    }
}
