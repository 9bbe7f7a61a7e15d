package io.entente.referral.referral.view;

import io.entente.platform.domain.Actor;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralStatus;
import java.util.List;

/** Shows referrals with their deals. Only a referral that is WON has deals, so no other costs a round trip for them. */
public final class ReferralViews {

    private final ReferralDeals deals;

    public ReferralViews(ReferralDeals deals) {
        this.deals = deals;
    }

    public ReferralView of(Referral referral, Actor reader) {
        return ReferralView.of(
                referral, referral.status() == ReferralStatus.WON ? deals.newest(referral.id()) : List.of(), reader);
    }
}
