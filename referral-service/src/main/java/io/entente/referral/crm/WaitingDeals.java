package io.entente.referral.crm;

import io.entente.platform.domain.Change;
import io.entente.platform.domain.Loaded;
import io.entente.platform.domain.OptimisticRetry;
import io.entente.referral.crm.CrmDeal.KnownIncident;
import io.entente.referral.crm.CrmDeal.StageChange;
import io.entente.referral.crm.waiting.Wait;
import io.entente.referral.crm.waiting.WaitReason.Subject;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralId;
import io.entente.referral.referral.Referrals;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tries waiting changes again when something has happened that may let them be applied: an event of their referral, a new version
 * of the mapping profile, or the end of the time for which a currency is awaited. Also notifies the team of changes that have
 * waited for a while.
 */
public final class WaitingDeals {

    private static final int BATCH = 100;

    private final CrmDeals deals;
    private final Referrals referrals;
    private final FollowedDeals followed;
    private final CrmSettings settings;
    private final Clock clock;

    WaitingDeals(CrmDeals deals, Referrals referrals, FollowedDeals followed, CrmSettings settings, Clock clock) {
        this.deals = deals;
        this.referrals = referrals;
        this.followed = followed;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Tries the changes of a referral that has changed.
     *
     * @return whether a deal changed
     */
    public boolean referralChanged(ReferralId referralId) {
        List<Boolean> changed = EachDeal.orThrow(
                deals.linkedTo(referralId), deal -> followed.follow(deal).version() != deal.version());
        return changed.contains(true);
    }

    /** Tries all waiting changes, because a crash may have kept one from being tried. */
    public void followAll() {
        String after = null;
        while (true) {
            List<CrmDeal> page = deals.waiting(BATCH, after);
            EachDeal.orLog(page, followed::follow);
            if (page.size() < BATCH) {
                return;
            }
            after = page.get(page.size() - 1).id();
        }
    }

    /** Tries what is due, and notifies the team. */
    public void sweep() {
        Instant now = clock.instant();
        each(() -> deals.toRetry(now, BATCH), followed::follow);
        for (Crm crm : Crm.values()) {
            followed.profile(crm)
                    .ifPresent(profile ->
                            each(() -> deals.unknownBefore(crm, profile.version(), BATCH), followed::follow));
        }
        each(() -> deals.unnoticed(now.minus(settings.noticeAfter()), BATCH), this::notice);
    }

    /** Handles batches until one isn't full. Each step takes its deal out of the next batch, unless it fails. */
    private static void each(Supplier<List<CrmDeal>> batches, Consumer<CrmDeal> step) {
        List<CrmDeal> batch;
        boolean isDone;
        do {
            batch = batches.get();
            isDone = EachDeal.orLog(batch, step);
        } while (batch.size() == BATCH && isDone);
    }

    private void notice(CrmDeal deal) {
        Optional<Referral> referral = Optional.ofNullable(deal.referralId()).flatMap(referrals::find);
        OptimisticRetry.retryOnConflict(
                () -> deals.load(deal.crm(), deal.crmDealId()).map(loaded -> {
                    deals.update(loaded, noticed(loaded, referral.orElse(null)));
                    return loaded;
                }));
    }

    private Change<CrmDeal, ChangeWaits> noticed(Loaded<CrmDeal> loaded, @Nullable Referral referral) {
        CrmDeal deal = loaded.state();
        List<ChangeWaits> events = new ArrayList<>();
        for (Wait wait : deal.waits()) {
            if (isListed(deal, wait) && !wait.noticed()) {
                String stage = wait.reason().subject() == Subject.STAGE
                        ? deal.waiting().get(0).stage()
                        : null;
                events.add(new ChangeWaits(clock.instant(), deal, referral, wait, stage));
            }
        }
        CrmDeal next = CrmDealDraft.of(deal)
                .version(deal.version() + 1)
                .sequence(deal.sequence() + events.size())
                .waiting(deal.waiting().stream().map(WaitingDeals::noticed).toList())
                .difference(noticed(deal.difference()))
                .incident(noticed(deal.incident()))
                .gap(noticed(deal.gap()))
                .links(deal.links().noticed())
                .deal();
        return new Change<>(next, events);
    }

    /** Of a deal without a referral, nothing waits to be applied, but its record may need a person. */
    private static boolean isListed(CrmDeal deal, Wait wait) {
        return deal.referralId() != null || wait.reason().subject().isOfUnlinked();
    }

    private static StageChange noticed(StageChange change) {
        return change.heldBy(noticed(change.held()));
    }

    private static @Nullable KnownIncident noticed(@Nullable KnownIncident incident) {
        return incident == null ? null : incident.heldAs(noticed(incident.held()));
    }

    private static @Nullable Wait noticed(@Nullable Wait wait) {
        return wait == null ? null : wait.afterNotice();
    }
}
