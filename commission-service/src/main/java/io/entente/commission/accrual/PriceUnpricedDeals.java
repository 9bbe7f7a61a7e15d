package io.entente.commission.accrual;

import io.entente.commission.accrual.unpriced.UnpricedDeal;
import io.entente.commission.accrual.unpriced.UnpricedDeals;
import io.entente.commission.accrual.unpriced.UnpricedDeals.Wanted;
import io.entente.commission.commissions.Change;
import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.CommissionLife;
import io.entente.commission.commissions.Commissions;
import io.entente.commission.commissions.Draft;
import io.entente.commission.commissions.Hold;
import io.entente.commission.commissions.Movement;
import io.entente.commission.commissions.Opening;
import io.entente.commission.commissions.Posting;
import io.entente.commission.commissions.Settled;
import io.entente.commission.commissions.amounts.Priced;
import io.entente.commission.commissions.release.Compliance;
import io.entente.commission.commissions.release.Release;
import io.entente.commission.commissions.selfreferral.SelfReferrals;
import io.entente.commission.commissions.settlement.SettleDeals;
import io.entente.commission.deals.CreditedDeal;
import io.entente.commission.deals.CreditedDeals.Credited;
import io.entente.commission.ledger.Ledger;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.ledger.TransactionKind;
import io.entente.commission.partners.PartnerProfiles;
import io.entente.commission.plans.CommissionPlan;
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
import java.util.Optional;
import org.joda.money.Money;

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
        boolean isPriced = posting.outcome() instanceof Earned
                || commissions
                        .standing(CommissionId.of(posting.deal()))
                        .filter(PriceUnpricedDeals::isPriced)
                        .isPresent();
        if (!isPriced) {
            PricingResult outcome = pricing.price(
                    booked, credited, profiles.find(credited.partnerId()).orElseThrow(), book);
            if (outcome instanceof NothingDue nothing) {
                if (credited.deal().payment() && RetainerChanges.mayEarn(nothing)) {
                    openWithNothing(booked, credited, nothing, book, actor);
                }
                return UnpricedDeal.GAPS.contains(nothing.reason()) ? Result.STILL_UNPRICED : Result.NOTHING_DUE;
            }
            open(booked, credited, (Earned) outcome, book, actor);
        }
        follow(posting, credited, book, actor);
        return Result.PRICED;
    }

    /** Whether this command or a correction of the deal has priced it. */
    private static boolean isPriced(Commission now) {
        return now.isRefused() || now.corrections().contains(CORRECTION) || !now.earned().isZero();
    }

    private void open(LedgerTransaction booked, Credited credited, Earned earned, PlanBook book, String actor) {
        Posting posting = Posting.of(booked);
        Commission opened = Commission.of(Opening.of(new Posting(posting.deal(), earned), List.of()));
        Commission nothing = Commission.accrued(
                posting.deal(), Money.zero(earned.amount().getCurrencyUnit()), earned.plan(), earned.terms());
        Settled settled = pricing.settled(credited, posting.deal()).orElse(nothing.settled());
        boolean capped = book.version(earned.plan())
                .filter(plan -> plan.limits().perYear() != null)
                .isPresent();
        life.change(opened.id(), () -> Optional.of(nothing), now -> {
                    if (isPriced(now)) {
                        return Optional.empty();
                    }
                    Movement movement = Change.of(now, TransactionKind.ADJUSTED, actor)
                            .about(earned.amount())
                            .because(pricedBy(earned.plan()))
                            .explained(earned.explanation())
                            .to(Draft.of(now)
                                    .corrected(earned.amount(), CORRECTION)
                                    .priced(new Priced(earned.rule(), earned.rate()))
                                    .settled(settled, now.clawedBack())
                                    .portions(opened.portions())
                                    .commission());
                    return Optional.of(capped ? movement.underYearlyCap() : movement);
                })
                .ifPresent(settling::takeBackNote);
    }

    /** Opens the commission of a payment that earns nothing as long as so little of it is kept, so that it can earn later. */
    private void openWithNothing(
            LedgerTransaction booked, Credited credited, NothingDue nothing, PlanBook book, String actor) {
        CreditedDeal payment = Posting.of(booked).deal();
        CommissionPlan plan = Optional.ofNullable(nothing.plan())
                .flatMap(book::version)
                .orElseThrow(() -> new IllegalStateException(
                        "A plan must price payment %s of deal %s".formatted(payment.payment(), payment.dealId())));
        Commission opened =
                Commission.accrued(payment, Money.zero(payment.amount().getCurrencyUnit()), plan.ref(), plan.terms());
        Settled settled = pricing.settled(credited, payment).orElse(opened.settled());
        life.change(opened.id(), () -> Optional.of(opened), now -> {
                    if (now.isRefused() || now.corrections().contains(CORRECTION)) {
                        return Optional.empty();
                    }
                    Movement movement = Change.of(now, TransactionKind.SCHEDULED, actor)
                            .because(pricedBy(plan.ref()))
                            .explained(nothing.explanation())
                            .to(Draft.of(now)
                                    .corrected(now.zero(), CORRECTION)
                                    .settled(settled, now.clawedBack())
                                    .commission());
                    return Optional.of(plan.limits().perYear() == null ? movement : movement.underYearlyCap());
                })
                .ifPresent(settling::takeBackNote);
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
