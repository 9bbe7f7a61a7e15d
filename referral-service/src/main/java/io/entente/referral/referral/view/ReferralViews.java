package io.entente.referral.referral.view;

import io.entente.platform.domain.Actor;
import io.entente.referral.referral.Referral;
import java.time.Clock;
import java.util.List;

/** Shows referrals with their deals. Only a referral that is or was WON has deals, so no other costs a round trip for them. */
public final class ReferralViews {

    private final ReferralDeals deals;
    private final Clock clock;

    public ReferralViews(ReferralDeals deals, Clock clock) {
        this.deals = deals;
        this.clock = clock;
    }

    public ReferralView of(Referral referral, Actor reader) {
        return ReferralView.of(
                referral, referral.wasWon() ? deals.newest(referral.id(), reader) : List.of(), reader, clock.instant());
    }

    /** Shows a referral without its deals. */
    public ReferralView withoutDeals(Referral referral, Actor reader) {
        return ReferralView.of(referral, List.of(), reader, clock.instant());
    }
}
