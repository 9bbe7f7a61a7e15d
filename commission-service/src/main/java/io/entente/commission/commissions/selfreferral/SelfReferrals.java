package io.entente.commission.commissions.selfreferral;

import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.Draft;
import io.entente.commission.commissions.Hold;
import io.entente.commission.commissions.Posting;
import io.entente.commission.commissions.selfreferral.SelfReferralCase.Status;
import io.entente.commission.deals.Client;
import io.entente.commission.deals.CreditedDeal;
import io.entente.commission.partners.Addressee;
import io.entente.commission.partners.PartnerProfile;
import io.entente.commission.partners.identity.MailDomain;
import io.entente.commission.plans.pricing.PricingResult;
import io.entente.commission.plans.pricing.PricingResult.NothingDue;
import io.entente.commission.plans.pricing.PricingResult.Reason;
import io.entente.commission.plans.rules.Step;
import io.entente.platform.names.OrganisationName;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
     * Returns the hold with which a commission begins; empty if the client is somebody else, or if a person has decided
     * the case of this deal. The case is stored before the commission is booked, so a crash can't lose it.
     */
    public Optional<Hold> holdFor(CreditedDeal deal, PartnerProfile partner) {
        return evidence(deal.client(), partner)
                .filter(found -> cases.open(SelfReferralCase.open(deal, found, clock.instant()))
                                .status()
                        == Status.OPEN)
                .map(found -> new Hold(Hold.Kind.SELF_REFERRAL, found));
    }

    /** Returns what a deal or a payment on a retainer earns: nothing if a person has refused the commission of the deal. */
    public PricingResult unlessRefused(CreditedDeal deal, PartnerProfile partner, PricingResult outcome) {
        // At the closing there is a case only if the client seems to be the partner. Later the partner may have another
        // name.
        boolean mayBeRefused =
                deal.payment() != null || evidence(deal.client(), partner).isPresent();
        return mayBeRefused && !isNoRevenue(outcome)
                ? refused(deal)
                        .<PricingResult>map(refused -> nothing(outcome, refused))
                        .orElse(outcome)
                : outcome;
    }

    private static boolean isNoRevenue(PricingResult outcome) {
        return outcome instanceof NothingDue nothing && Posting.NO_REVENUE.contains(nothing.reason());
    }

    /** Returns a commission that begins later than its deal. It can't earn if a person has refused the commission of the deal. */
    public Commission opened(Commission nothing) {
        return refused(nothing.deal()).isPresent() ? Draft.of(nothing).refused().commission() : nothing;
    }

    private Optional<SelfReferralCase> refused(CreditedDeal deal) {
        return cases.find(CommissionId.of(deal.dealId(), deal.partnerId()))
                .filter(found -> found.status() == Status.REFUSED);
    }

    private static NothingDue nothing(PricingResult outcome, SelfReferralCase refused) {
        String sentence = "%s A person refused the commission of deal %s: %s"
                .formatted(refused.evidence(), refused.dealId(), refused.reason());
        List<Step> steps = new ArrayList<>(outcome.steps());
        steps.add(Step.of("SELF_REFERRAL_REFUSED", Map.of(), sentence));
        return new NothingDue(Reason.SELF_REFERRAL_REFUSED, outcome.plan(), List.copyOf(steps));
    }

    static Optional<String> evidence(Client client, PartnerProfile partner) {
        for (String domain : partner.domains()) {
            if (MailDomain.isSameOwner(domain, client.key())) {
                return Optional.of("The client's domain %s is the partner's own.".formatted(client.key()));
            }
        }
        Addressee addressee = partner.addressee();
        return addressee != null && isOneName(addressee.name(), client.organisation())
                ? Optional.of("The client's name %s is the partner's own.".formatted(client.organisation()))
                : Optional.empty();
    }

    private static boolean isOneName(String one, String other) {
        return OrganisationName.of(one)
                .compared()
                .compact()
                .equals(OrganisationName.of(other).compared().compact());
    }
}
