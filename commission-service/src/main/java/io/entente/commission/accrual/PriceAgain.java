package io.entente.commission.accrual;

import io.entente.commission.accrual.standings.ClientStandings;
import io.entente.commission.accrual.standings.CorrectedHistory;
import io.entente.commission.accrual.standings.InLineHistory;
import io.entente.commission.accrual.unpriced.UnpricedDeals;
import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.CommissionLife;
import io.entente.commission.commissions.Commissions;
import io.entente.commission.commissions.Hold;
import io.entente.commission.commissions.Opening;
import io.entente.commission.commissions.Posting;
import io.entente.commission.commissions.recount.Counted;
import io.entente.commission.commissions.recount.Recount;
import io.entente.commission.commissions.recount.Recounts;
import io.entente.commission.commissions.release.Compliance;
import io.entente.commission.commissions.selfreferral.SelfReferrals;
import io.entente.commission.deals.CreditedDeal;
import io.entente.commission.deals.CreditedDeals;
import io.entente.commission.deals.CreditedDeals.Credited;
import io.entente.commission.deals.Deal;
import io.entente.commission.deals.SubmittedReferrals;
import io.entente.commission.deals.amendments.CorrectedDeal;
import io.entente.commission.ledger.ChainHead;
import io.entente.commission.ledger.Counters;
import io.entente.commission.ledger.Ledger;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.partners.PartnerProfile;
import io.entente.commission.partners.PartnerProfiles;
import io.entente.commission.plans.CommissionPlan;
import io.entente.commission.plans.PlanBook;
import io.entente.commission.plans.PlanRef;
import io.entente.commission.plans.Term;
import io.entente.commission.plans.inputs.History;
import io.entente.commission.plans.inputs.History.ReferralDeals;
import io.entente.commission.plans.pricing.Pricing;
import io.entente.commission.plans.pricing.PricingResult;
import io.entente.commission.plans.pricing.PricingResult.Earned;
import io.entente.commission.plans.pricing.PricingResult.NothingDue;
import io.entente.commission.plans.pricing.PricingResult.Reason;
import io.entente.commission.plans.rules.Step;
import io.entente.platform.events.consume.NotYetException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Prices one partner's part of a corrected deal again, by the version of the plan that its recount names. */
final class PriceAgain {

    private final PartnerProfiles profiles;
    private final Ledger ledger;
    private final Commissions commissions;
    private final CreditedDeals deals;
    private final ClientStandings standings;
    private final SubmittedReferrals referrals;
    private final Compliance compliance;
    private final SelfReferrals selfReferrals;
    private final CommissionLife life;
    private final Repricing repricing;
    private final PriceRetainersAgain retainers;
    private final UnpricedDeals unpriced;

    PriceAgain(
            PartnerProfiles profiles,
            Ledger ledger,
            Commissions commissions,
            CreditedDeals deals,
            ClientStandings standings,
            SubmittedReferrals referrals,
            Compliance compliance,
            SelfReferrals selfReferrals,
            CommissionLife life,
            Repricing repricing,
            PriceRetainersAgain retainers,
            UnpricedDeals unpriced) {
        this.profiles = profiles;
        this.ledger = ledger;
        this.commissions = commissions;
        this.deals = deals;
        this.standings = standings;
        this.referrals = referrals;
        this.compliance = compliance;
        this.selfReferrals = selfReferrals;
        this.life = life;
        this.repricing = repricing;
        this.retainers = retainers;
        this.unpriced = unpriced;
    }

    /** Accrues a deal for a partner that a correction gave credit. */
    void accrue(Deal deal, Credited part, PlanBook book) {
        PartnerProfile partner = profile(part);
        ledger.append(part.partnerId(), head -> {
            History history = new PartnerHistory(head, part, List.of(), deals, standings, referrals);
            Posting priced = Postings.unlessRefused(
                    Postings.price(deal, part.index(), partner, book, history), partner, selfReferrals);
            Posting posting = Opening.of(priced, holds(deal, priced, partner));
            unpriced.note(List.of(posting));
            life.indexOpenings(posting.opening() == null ? List.of() : List.of(posting.opening()));
            return Optional.of(posting);
        });
    }

    private List<Hold> holds(Deal deal, Posting priced, PartnerProfile partner) {
        if (!(priced.outcome() instanceof Earned)) {
            return List.of();
        }
        return Stream.of(
                        compliance.holdFor(deal.referralId(), deal.country(), deal.closedOn(), deal.consent()),
                        selfReferrals.holdFor(priced.deal(), partner))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * Prices a deal again and books the difference.
     *
     * @param recount the last recount of the deal; null if it counts as it was booked
     * @param after the deal after the correction
     * @param part the partner's credit
     * @param credited whether the partner still has it
     * @return the recounts of payments on a retainer that this correction moved
     */
    List<LedgerTransaction> again(
            CorrectedDeal corrected,
            LedgerTransaction closing,
            @Nullable LedgerTransaction recount,
            CreditedDeal after,
            Credited part,
            boolean credited,
            PlanBook book) {
        PlanRef ref = recount == null
                ? RecountDeals.planOf(Posting.of(closing))
                : Recounts.of(recount).plan();
        CommissionPlan plan = ref == null ? null : book.version(ref).orElse(null);
        PricingResult none = credited ? null : notCredited(plan);
        CreditedDeal details = Postings.counted(after, plan);
        CreditedDeal counted = recount != null && Recounts.of(recount).refused() ? details.uncounted() : details;
        PricingResult outcome = none == null ? outcome(closing, recount, part, plan) : none;
        unpriced.corrected(Posting.of(closing), new Posting(counted, outcome));
        repricing.book(corrected, closing, counted, outcome);
        return part.deal().retainer()
                ? retainers.again(corrected, closing, recount, part, counted, plan, none)
                : List.of();
    }

    /**
     * Prices a deal that had earned nothing because of the term, after the deals before it have changed.
     *
     * @param before the deals of its referral that are before it now
     */
    PricingResult inLine(
            LedgerTransaction closing,
            @Nullable LedgerTransaction recount,
            Credited part,
            CommissionPlan plan,
            ReferralDeals before) {
        History history = history(closing, recount, part, plan);
        return Pricing.price(
                part.deal(),
                part.index(),
                profile(part),
                plan,
                new CorrectedHistory(
                        history,
                        before,
                        history.dealsThisYear(),
                        history.countedThisYear(),
                        history.clientRevenue(),
                        history.earnedThisYear(plan.code())));
    }

    private static PricingResult notCredited(@Nullable CommissionPlan plan) {
        String sentence = "The partner has no credit for the deal any more.";
        return new NothingDue(
                Reason.NO_RULE_MATCHED,
                plan == null ? null : plan.ref(),
                List.of(Step.of("NOT_CREDITED", Map.of(), sentence)));
    }

    private PricingResult outcome(
            LedgerTransaction closing,
            @Nullable LedgerTransaction recount,
            Credited part,
            @Nullable CommissionPlan plan) {
        if (plan == null) {
            return Pricing.noPlan(part.deal(), profile(part));
        }
        History history = history(closing, recount, part, plan);
        return Pricing.price(part.deal(), part.index(), profile(part), plan, history);
    }

    private History history(
            LedgerTransaction closing, @Nullable LedgerTransaction recount, Credited part, CommissionPlan plan) {
        PartnerHistory atClosing =
                new PartnerHistory(MoveEarlierDeals.before(closing), part, List.of(), deals, standings, referrals);
        Money earned = earnedByOthers(part, plan);
        ReferralDeals referral = plan.term() == Term.WHILE_ACTIVE
                ? ReferralDeals.NONE
                : new InLineHistory(atClosing, part, standings).referral();
        if (!plan.rule().movesEarlierDeals()) {
            return new CorrectedHistory(
                    atClosing,
                    referral,
                    atClosing.dealsThisYear(),
                    atClosing.countedThisYear(),
                    atClosing.clientRevenue(),
                    earned);
        }
        // The standing of now, and not that of the recount, because a later correction may change nothing that counts.
        ChainHead head = ledger.head(part.partnerId());
        Counted counted = recount == null ? Counted.of(Posting.of(closing)) : ((Recount) recount.entry()).after();
        int year = part.deal().closedOn().getYear();
        long others = head.counters().dealsByYear().getOrDefault(year, 0L) - (counted.isDeal() ? 1 : 0);
        BigDecimal othersCount = head.counters().counted(year).subtract(counted.weight());
        Money revenue = standings
                .revenue(part.partnerId(), part.clientKey(), counted.basis().getCurrencyUnit(), head.number())
                .minus(counted.basis());
        return new CorrectedHistory(atClosing, referral, others, othersCount, revenue, earned);
    }

    /** What the partner has earned in the year under the plan without this deal. */
    private Money earnedByOthers(Credited part, CommissionPlan plan) {
        int year = part.deal().earnedOn().getYear();
        Money zero = Money.zero(part.deal().basis().getCurrencyUnit());
        Counters counters = ledger.head(part.partnerId()).counters();
        if (!counters.counts(year, plan.code())) {
            return zero;
        }
        Money own = commissions
                .standing(CommissionId.of(part))
                .map(Commission::leftOfEarned)
                .orElse(zero);
        return counters.earned(year, plan.code(), zero.getCurrencyUnit()).minus(own);
    }

    private PartnerProfile profile(Credited part) {
        return profiles.find(part.partnerId())
                .orElseThrow(() -> new NotYetException("the profile of partner " + part.partnerId()));
    }
}
