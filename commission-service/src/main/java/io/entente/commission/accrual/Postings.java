package io.entente.commission.accrual;

import io.entente.commission.commissions.Posting;
import io.entente.commission.commissions.selfreferral.SelfReferrals;
import io.entente.commission.deals.CreditedDeal;
import io.entente.commission.deals.Deal;
import io.entente.commission.partners.PartnerProfile;
import io.entente.commission.plans.CommissionPlan;
import io.entente.commission.plans.PlanBook;
import io.entente.commission.plans.PlanRef;
import io.entente.commission.plans.inputs.Apportionment;
import io.entente.commission.plans.inputs.Credit;
import io.entente.commission.plans.inputs.Fraction;
import io.entente.commission.plans.inputs.History;
import io.entente.commission.plans.pricing.PricingResult;
import io.entente.commission.plans.pricing.PricingResult.Earned;
import io.entente.commission.plans.pricing.PricingResult.NothingDue;
import io.entente.commission.plans.pricing.PricingResult.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Creates the postings of a deal for the partners that are credited with it. */
final class Postings {

    private Postings() {}

    /**
     * Prices a deal for one partner.
     *
     * @param index index of the partner among the deal's credits
     */
    static Posting price(Deal deal, int index, PartnerProfile partner, PlanBook book, History history) {
        return posting(
                credited(deal, index),
                io.entente.commission.plans.pricing.Pricing.price(deal.priced(), index, partner, book, history),
                book);
    }

    /**
     * Creates the posting of a priced deal. If the plan has a yearly cap, the posting is marked, so that what it
     * earns is counted.
     */
    static Posting posting(CreditedDeal deal, PricingResult outcome, PlanBook book) {
        PlanRef pricedBy = outcome.plan();
        CommissionPlan plan = pricedBy == null ? null : book.version(pricedBy).orElse(null);
        Posting posting = new Posting(deal.payment() == null ? counted(deal, plan) : deal, outcome);
        boolean capped =
                outcome instanceof Earned && plan != null && plan.limits().perYear() != null;
        return capped ? posting.underYearlyCap() : posting;
    }

    /**
     * Returns the deal as the plan that prices it counts it for tiers.
     *
     * @param plan null if none does; the deal then counts as one
     */
    static CreditedDeal counted(CreditedDeal deal, @Nullable CommissionPlan plan) {
        return deal.counting(plan == null ? Fraction.WHOLE : plan.counting().weight(deal.amount(), deal.share()));
    }

    /** Returns a posting that earns nothing if a person has refused the commission of the deal. */
    static Posting unlessRefused(Posting posting, PartnerProfile partner, SelfReferrals selfReferrals) {
        PricingResult outcome = selfReferrals.unlessRefused(posting.deal(), partner, posting.outcome());
        return outcome == posting.outcome() ? posting : new Posting(posting.deal(), outcome);
    }

    /** Whether a person had refused the commission before the deal was booked. */
    static boolean isRefused(Posting posting) {
        return posting.outcome() instanceof NothingDue nothing && nothing.reason() == Reason.SELF_REFERRAL_REFUSED;
    }

    /** Prices a deal for a partner without a history. */
    static Posting price(Deal deal, int index, PartnerProfile partner, PlanBook book) {
        return price(deal, index, partner, book, History.none(deal.amount().getCurrencyUnit()));
    }

    /** Returns the deal from the view of one credited partner. */
    static CreditedDeal credited(Deal deal, int index) {
        Credit credit = deal.credit().get(index);
        List<Fraction> shares = deal.credit().stream().map(Credit::share).toList();
        return new CreditedDeal(
                credit.partnerId(),
                deal.id(),
                deal.referralId(),
                deal.client(),
                deal.amount(),
                Apportionment.split(deal.amount(), shares).get(index),
                credit.share(),
                deal.closedOn(),
                deal.origin(),
                deal.engagement(),
                null);
    }
}
