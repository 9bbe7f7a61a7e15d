package io.entente.referral.crm;

import io.entente.platform.domain.Decision;
import io.entente.platform.domain.OptimisticRetry;
import io.entente.referral.deals.CloseDealHandler;
import io.entente.referral.deals.Deals;
import io.entente.referral.intake.profiles.ImportProfile;
import io.entente.referral.intake.profiles.ImportProfiles;
import io.entente.referral.intake.profiles.SourceIds;
import io.entente.referral.referral.ReferralCommandHandler;
import io.entente.referral.referral.ReferralId;
import io.entente.referral.referral.Referrals;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Stores the changes of deals that CRMs report, links the deals to referrals, and applies the changes to the referrals. A
 * change is stored before it is applied. If the service crashes in between, the change is applied when the CRM sends it again,
 * with the deal's next change, or at the next start.
 */
public final class CrmDealHandler {

    private static final int PAGE_DEALS = 100;

    private final CrmDeals deals;
    private final Referrals referrals;
    private final ImportProfiles profiles;
    private final ReferralFollows follows;
    private final CrmSettings settings;
    private final Clock clock;

    public CrmDealHandler(
            CrmDeals deals,
            Referrals referrals,
            ReferralCommandHandler commands,
            Deals closed,
            CloseDealHandler closing,
            ImportProfiles profiles,
            CrmSettings settings,
            Clock clock) {
        this.deals = deals;
        this.referrals = referrals;
        this.profiles = profiles;
        this.follows = new ReferralFollows(referrals, closed, commands, closing, clock);
        this.settings = settings;
        this.clock = clock;
    }

    /** Receives changes. All changes of one deal are stored together, so its facts are known when its stage changes. */
    public List<CrmDeal> hear(Crm crm, List<DealChange> changes) {
        Map<String, List<DealChange>> byDeal = changes.stream()
                .collect(Collectors.groupingBy(
                        change -> SourceIds.normalised(crm.source(), change.crmDealId()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return byDeal.entrySet().stream()
                .map(deal -> hear(crm, deal.getKey(), deal.getValue()))
                .toList();
    }

    private CrmDeal hear(Crm crm, String crmDealId, List<DealChange> changes) {
        return OptimisticRetry.retryOnConflict(() -> {
            Optional<CrmDeal> stored = deals.find(crm, crmDealId);
            CrmDeal before = stored.orElseGet(() -> CrmDeal.firstHeardOf(crm, crmDealId, clock.instant()));
            CrmDeal heard = before;
            for (DealChange change : changes) {
                heard = heard.hasSeen(change) ? heard : heard.heard(change, clock.instant());
            }
            ReferralId found = heard.referralId() == null ? referralOf(crm, crmDealId, changes) : null;
            CrmDeal known = found == null ? heard : heard.linkedTo(found);
            return follow(known.equals(before) ? before : saved(known));
        });
    }

    /** Links a deal to its referral, even if no change has been received yet. Repeating a link changes nothing. */
    public Decision<CrmDeal> link(Crm crm, String id, ReferralId referralId) {
        String crmDealId = SourceIds.normalised(crm.source(), id);
        return OptimisticRetry.retryOnConflict(() -> {
            CrmDeal deal =
                    deals.find(crm, crmDealId).orElseGet(() -> CrmDeal.firstHeardOf(crm, crmDealId, clock.instant()));
            ReferralId linked = deal.referralId();
            if (linked != null && !linked.equals(referralId)) {
                return Decision.rejected("The deal %s is already linked to referral %s.".formatted(deal.id(), linked));
            }
            return Decision.allowed(follow(linked == null ? saved(deal.linkedTo(referralId)) : deal));
        });
    }

    /** Applies changes of linked deals that have not been applied because of a crash or missing information. */
    public void followAll() {
        String after = null;
        while (true) {
            List<CrmDeal> page = deals.waiting(PAGE_DEALS, after);
            for (CrmDeal deal : page) {
                OptimisticRetry.retryOnConflict(
                        () -> deals.find(deal.crm(), deal.crmDealId()).map(this::follow));
            }
            if (page.size() < PAGE_DEALS) {
                return;
            }
            after = page.get(page.size() - 1).id();
        }
    }

    /** Deletes deals that nobody has linked in time. Returns their number. */
    public long deleteUnlinked() {
        return deals.deleteUnlinked(clock.instant().minus(settings.keepUnlinked()));
    }

    private CrmDeal follow(CrmDeal deal) {
        if (deal.state() != CrmDeal.State.WAITING) {
            return deal;
        }
        Optional<ImportProfile> profile = settings.profile(deal.crm()).flatMap(profiles::latest);
        if (profile.isEmpty()) {
            return deal;
        }
        CrmDeal followed = follows.take(deal, profile.get());
        return followed.equals(deal) ? deal : saved(followed);
    }

    private CrmDeal saved(CrmDeal deal) {
        CrmDeal next = deal.atVersion(deal.version() + 1);
        deals.save(next);
        return next;
    }

    /** The referral that the CRM names, or the referral that an import from the same CRM created for this deal. */
    private @Nullable ReferralId referralOf(Crm crm, String crmDealId, List<DealChange> changes) {
        for (DealChange change : changes) {
            String named = change.referralId();
            if (named != null && referrals.find(new ReferralId(named)).isPresent()) {
                return new ReferralId(named);
            }
        }
        ReferralId imported = SourceIds.referralId(crm.source(), crmDealId);
        return referrals.find(imported).isPresent() ? imported : null;
    }
}
