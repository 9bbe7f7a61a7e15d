package io.entente.commission.commissions.selfreferral;

import io.entente.commission.commissions.Hold;
import io.entente.commission.commissions.selfreferral.SelfReferralCase.Status;
import io.entente.commission.deals.Client;
import io.entente.commission.deals.CreditedDeal;
import io.entente.commission.partners.Addressee;
import io.entente.commission.partners.PartnerProfile;
import io.entente.commission.partners.identity.ComparedName;
import io.entente.commission.partners.identity.MailDomain;
import java.time.Clock;
import java.util.Optional;

/**
 * Recognises deals whose client seems to be the credited partner itself: the client's domain is one of the partner's
 * e-mail domains, or both have the same name. Spelling, legal form and subdomains make no difference. A match is a
 * suspicion, so a person decides, and nothing is refused without one.
 */
public final class SelfReferrals {

    private final SelfReferralCases cases;
    private final Clock clock;

    public SelfReferrals(SelfReferralCases cases, Clock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    /**
     * Returns the hold with which a commission begins; empty if the client is somebody else, or if a person has allowed
     * the commission of this deal. The case is stored before the commission is booked, so a crash can't lose it.
     */
    public Optional<Hold> holdFor(CreditedDeal deal, PartnerProfile partner) {
        return evidence(deal.client(), partner)
                .filter(found -> cases.open(SelfReferralCase.open(deal, found, clock.instant()))
                                .status()
                        != Status.ALLOWED)
                .map(found -> new Hold(Hold.Kind.SELF_REFERRAL, found));
    }

    static Optional<String> evidence(Client client, PartnerProfile partner) {
        for (String domain : partner.domains()) {
            if (MailDomain.isSameOwner(domain, client.key())) {
                return Optional.of("The client's domain %s is the partner's own.".formatted(client.key()));
            }
        }
        Addressee addressee = partner.addressee();
        return addressee != null && ComparedName.of(addressee.name()).equals(ComparedName.of(client.organisation()))
                ? Optional.of("The client's name %s is the partner's own.".formatted(client.organisation()))
                : Optional.empty();
    }
}
