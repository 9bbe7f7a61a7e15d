package io.entente.commission.accrual;

import io.entente.commission.accrual.PriceLater.Why;
import io.entente.commission.accrual.unpriced.UnpricedDeal;
import io.entente.commission.accrual.unpriced.UnpricedDeals;
import io.entente.commission.accrual.unpriced.UnpricedDeals.Wanted;
import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.CommissionLife;
import io.entente.commission.commissions.Commissions;
import io.entente.commission.commissions.Hold;
import io.entente.commission.commissions.Posting;
import io.entente.commission.commissions.ProgramCalendar;
import io.entente.commission.commissions.release.Compliance;
import io.entente.commission.commissions.release.Release;
import io.entente.commission.commissions.selfreferral.SelfReferrals;
import io.entente.commission.commissions.settlement.KnownFacts;
import io.entente.commission.commissions.settlement.SettleDeals;
import io.entente.commission.deals.CreditedDeals.Credited;
import io.entente.commission.ledger.Ledger;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.partners.PartnerProfiles;
import io.entente.commission.plans.PlanBook;
import io.entente.commission.plans.PlanBooks;
import io.entente.commission.plans.PlanRef;
import io.entente.commission.plans.pricing.PricingResult;
import io.entente.commission.plans.pricing.PricingResult.Earned;
import io.entente.commission.plans.pricing.PricingResult.NothingDue;
import io.entente.commission.plans.rules.Because;
import io.entente.commission.plans.rules.Because.Code;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Prices deals that earned nothing because of a gap in the plans, after the gap was mended. The ledger is never edited, so the
 * commission is booked as an adjustment that is linked to the transaction which found nothing due. Everything that follows
 * from a deal then happens as at its accrual: due dates, holds, the client's earlier payments, and adjustments of earlier
 * deals. Repeating the command changes nothing.
 */
public final class PriceUnpricedDeals {

    /** The largest number of deals that one command prices. It takes about ten seconds. */
    public static final int MOST_DEALS = 2_000;

    /** Names the correction that prices a deal, so that it is booked once. */
    static final String CORRECTION = "priced-later";

    private final UnpricedDeals unpriced;
    private final PartnerProfiles profiles;
    private final PlanBooks books;
    private final Ledger ledger;
    private final Commissions commissions;
    private final PastPricing pricing;
    private final Compliance compliance;
    private final SelfReferrals selfReferrals;
    private final CommissionLife life;
    private final SettleDeals settling;
    private final MoveEarlierDeals earlierDeals;
    private final PriceLater later;

    PriceUnpricedDeals(
            UnpricedDeals unpriced,
            PartnerProfiles profiles,
            PlanBooks books,
            Ledger ledger,
            Commissions commissions,
            PastPricing pricing,
            Compliance compliance,
            SelfReferrals selfReferrals,
            CommissionLife life,
            SettleDeals settling,
            KnownFacts facts,
            ProgramCalendar calendar,
            MoveEarlierDeals earlierDeals) {
        this.unpriced = unpriced;
        this.profiles = profiles;
        this.books = books;
        this.ledger = ledger;
        this.commissions = commissions;
        this.pricing = pricing;
        this.compliance = compliance;
        this.selfReferrals = selfReferrals;
        this.life = life;
        this.settling = settling;
        this.earlierDeals = earlierDeals;
        this.later = new PriceLater(pricing, life, settling, facts, calendar);
    }

    /** What became of a deal. */
    public enum Result {
        /** It earned commission. */
        PRICED,
        /** A plan covers it now and gives nothing, for a reason other than a gap. */
        NOTHING_DUE,
        /** No plan covers it yet, so it stays in the list. */
        STILL_UNPRICED
    }

    /**
     * Prices deals of the list by the plans of now, {@link #MOST_DEALS} at most.
     *
     * @param actor the person who gives the command
     * @return how many deals had each result
     */
    public Map<Result, Integer> price(Wanted wanted, String actor) {
        PlanBook book = books.latest();
        Map<Result, Integer> counts = new EnumMap<>(Result.class);
        unpriced.read(wanted, MOST_DEALS, deal -> counts.merge(price(deal, book, actor), 1, Integer::sum));
        return counts;
    }

    private Result price(UnpricedDeal deal, PlanBook book, String actor) {
        Optional<LedgerTransaction> booked = ledger.find(Posting.causeOf(deal.commission()));
        Optional<Credited> credited = booked.flatMap(
                transaction -> pricing.credited(Posting.of(transaction).deal()));
        if (credited.isEmpty()) {
            // The deal's event is still being handled; it is delivered again if that failed.
            return Result.STILL_UNPRICED;
        }
        Result result = price(booked.get(), credited.get(), book, actor);
        if (result != Result.STILL_UNPRICED) {
            unpriced.remove(deal);
        }
        return result;
    }

    private Result price(LedgerTransaction booked, Credited credited, PlanBook book, String actor) {
        Posting posting = Posting.of(booked);
        boolean isPriced = commissions
                .standing(CommissionId.of(posting.deal()))
                .filter(now -> PriceLater.isPriced(now, CORRECTION))
                .isPresent();
        if (!isPriced) {
            PricingResult outcome = pricing.price(
                    booked, credited, profiles.find(credited.partnerId()).orElseThrow(), book);
            if (outcome instanceof NothingDue nothing) {
                if (credited.deal().payment() && RetainerChanges.mayEarn(nothing)) {
                    later.openWithNothing(booked, credited, nothing, book, why(nothing.plan(), actor));
                }
                return UnpricedDeal.GAPS.contains(nothing.reason()) ? Result.STILL_UNPRICED : Result.NOTHING_DUE;
            }
            Earned earned = (Earned) outcome;
            later.open(booked, credited, earned, book, why(earned.plan(), actor));
        }
        follow(posting, credited, book, actor);
        return Result.PRICED;
    }

    private static Why why(@Nullable PlanRef plan, String actor) {
        return new Why(
                CORRECTION, pricedBy(Objects.requireNonNull(plan, "the plan that prices a payment")), List.of(), actor);
    }

    private static Because pricedBy(PlanRef plan) {
        return Because.of(
                Code.PLAN_FOUND,
                "No plan covered this deal when it closed. It is priced by plan %s, version %d."
                        .formatted(plan.code(), plan.version()),
                plan.code(),
                plan.version());
    }

    /** Repeated even if the deal was priced before, because a crash may have come in between. */
    private void follow(Posting posting, Credited credited, PlanBook book, String actor) {
        compliance
                .holdFor(posting.deal().referralId(), posting.deal().dealId())
                .ifPresent(hold -> hold(posting, hold, actor));
        profiles.find(credited.partnerId())
                .flatMap(partner -> selfReferrals.holdFor(posting.deal(), partner))
                .ifPresent(hold -> hold(posting, hold, actor));
        if (!credited.deal().payment()) {
            earlierDeals.after(List.of(credited), book);
        }
        settling.settle(List.of(credited.dealId()));
    }

    private void hold(Posting posting, Hold hold, String actor) {
        life.change(
                CommissionId.of(posting.deal()),
                now -> Release.hold(now, hold, actor).toOptional().flatMap(movement -> movement));
    }
}
