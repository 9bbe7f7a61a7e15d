package io.entente.referral.crm;

import io.entente.platform.domain.Change;
import io.entente.platform.domain.Loaded;
import io.entente.platform.domain.OptimisticRetry;
import io.entente.referral.crm.CrmSettings.Connection;
import io.entente.referral.intake.profiles.ImportProfile;
import io.entente.referral.intake.profiles.ImportProfiles;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Applies the waiting changes of deals to their referrals, and stores what is left to wait. */
final class FollowedDeals {

    private final CrmDeals deals;
    private final ImportProfiles profiles;
    private final ReferralFollows follows;
    private final CrmSettings settings;

    FollowedDeals(CrmDeals deals, ImportProfiles profiles, ReferralFollows follows, CrmSettings settings) {
        this.deals = deals;
        this.profiles = profiles;
        this.follows = follows;
        this.settings = settings;
    }

    /** Applies what can be applied now. A deal that is not linked stays as it is. */
    CrmDeal follow(CrmDeal deal) {
        return change(deal, loaded -> loaded);
    }

    /** Changes a deal, and applies what can be applied afterwards, in one write. */
    CrmDeal change(CrmDeal deal, UnaryOperator<CrmDeal> change) {
        return OptimisticRetry.retryOnConflict(() -> deals.load(deal.crm(), deal.crmDealId())
                .map(loaded -> write(loaded, followed(change.apply(loaded.state()))))
                .orElse(deal));
    }

    Optional<ImportProfile> profile(Crm crm) {
        return settings.configured(crm).map(Connection::profile).flatMap(profiles::latest);
    }

    private CrmDeal followed(CrmDeal deal) {
        Optional<ImportProfile> profile = profile(deal.crm());
        Optional<Connection> connection = settings.configured(deal.crm());
        return profile.isEmpty() || connection.isEmpty() ? deal : follows.take(deal, profile.get(), connection.get());
    }

    private CrmDeal write(Loaded<CrmDeal> loaded, CrmDeal after) {
        if (after.equals(loaded.state())) {
            return after;
        }
        CrmDeal next =
                CrmDealDraft.of(after).version(loaded.state().version() + 1).deal();
        deals.update(loaded, Change.nothing(next));
        return next;
    }
}
