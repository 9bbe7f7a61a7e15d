package io.entente.commission.accrual;

import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.CommissionLife;
import io.entente.commission.commissions.Hold;
import io.entente.commission.commissions.release.Compliance;
import io.entente.commission.commissions.release.Release;
import io.entente.commission.commissions.selfreferral.SelfReferrals;
import io.entente.commission.deals.CreditedDeal;
import io.entente.commission.partners.PartnerProfiles;
import io.entente.platform.domain.Actor;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Puts commission on hold that a deal earns later than at its closing, for the same reasons as at the closing: the client's consent is
 * missing, or the client seems to be the partner itself. Doing it again changes nothing, and what a person has allowed stays allowed.
 */
final class OpenedHolds {

    private final Compliance compliance;
    private final SelfReferrals selfReferrals;
    private final PartnerProfiles profiles;
    private final CommissionLife life;

    OpenedHolds(Compliance compliance, SelfReferrals selfReferrals, PartnerProfiles profiles, CommissionLife life) {
        this.compliance = compliance;
        this.selfReferrals = selfReferrals;
        this.profiles = profiles;
        this.life = life;
    }

    void put(CreditedDeal deal) {
        put(deal, Actor.SYSTEM.value());
    }

    /** @param actor who caused the commission */
    void put(CreditedDeal deal, String actor) {
        Stream.of(
                        compliance.holdFor(deal.referralId(), deal.dealId()),
                        profiles.find(deal.partnerId()).flatMap(partner -> selfReferrals.holdFor(deal, partner)))
                .flatMap(Optional::stream)
                .forEach(hold -> put(deal, hold, actor));
    }

    private void put(CreditedDeal deal, Hold hold, String actor) {
        life.change(
                CommissionId.of(deal),
                now -> Release.hold(now, hold, actor).toOptional().flatMap(movement -> movement));
    }
}
