package io.entente.commission.accrual;

import io.entente.commission.accrual.retainers.RetainerRevenue;
import io.entente.commission.accrual.unpriced.UnpricedDeals;
import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.Posting;
import io.entente.commission.commissions.recount.Counted;
import io.entente.commission.commissions.recount.Recounts;
import io.entente.commission.commissions.settlement.AmendedDeals;
import io.entente.commission.commissions.settlement.SettleDeals;
import io.entente.commission.deals.CreditedDeal;
import io.entente.commission.deals.CreditedDeals;
import io.entente.commission.deals.CreditedDeals.Credited;
import io.entente.commission.deals.SubmittedReferrals;
import io.entente.commission.deals.amendments.CorrectedDeal;
import io.entente.commission.deals.amendments.DealAmendments;
import io.entente.commission.deals.amendments.DealAmendments.Amended;
import io.entente.commission.deals.amendments.ReversedDeal;
import io.entente.commission.ledger.Ledger;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.PlanBook;
import io.entente.commission.plans.PlanBooks;
import io.entente.commission.plans.inputs.Fraction;
import io.entente.commission.plans.pricing.PricingResult.NothingDue;
import io.entente.commission.plans.pricing.PricingResult.Reason;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.Money;

/**
 * Applies what became of deals after they were closed. A corrected deal is priced again, and the difference is booked. A
 * corrected or reversed deal counts differently for deals that are priced later. An amendment is stored before its deal is
 * looked up, and a deal is booked before its amendments are looked up, so whichever comes second finds the other. Each step
 * is idempotent, so repeating it completes what a crash interrupted.
 */
public final class RepriceDeals implements AmendedDeals {

    private final DealAmendments amendments;
    private final CreditedDeals deals;
    private final SubmittedReferrals referrals;
    private final Ledger ledger;
    private final PlanBooks books;
    private final RecountDeals recounts;
    private final PriceAgain pricing;
    private final RetainerRevenue retainers;
    private final MoveEarlierDeals others;
    private final PriceNextInLine nextInLine;
    private final UnpricedDeals unpriced;
    private final SettleDeals settling;

    RepriceDeals(
            DealAmendments amendments,
            CreditedDeals deals,
            SubmittedReferrals referrals,
            Ledger ledger,
            PlanBooks books,
            RecountDeals recounts,
            PriceAgain pricing,
            RetainerRevenue retainers,
            MoveEarlierDeals others,
            PriceNextInLine nextInLine,
            UnpricedDeals unpriced,
            SettleDeals settling) {
        this.amendments = amendments;
        this.deals = deals;
        this.referrals = referrals;
        this.ledger = ledger;
        this.books = books;
        this.recounts = recounts;
        this.pricing = pricing;
        this.retainers = retainers;
        this.others = others;
        this.nextInLine = nextInLine;
        this.unpriced = unpriced;
        this.settling = settling;
    }

    /** Stores a correction and applies it, if its deal has arrived. */
    public void record(CorrectedDeal corrected) {
        amendments.add(corrected);
        apply(List.of(corrected.deal().id()));
    }

    /** Stores a reversal and applies it, if its deal has arrived. */
    public void record(ReversedDeal reversed) {
        amendments.add(reversed);
        apply(List.of(reversed.dealId()));
    }

    /** Applies the stored amendments of those deals that have arrived. */
    @Override
    public void apply(Collection<String> dealIds) {
        amendments.find(dealIds).forEach(this::apply);
    }

    private void apply(Amended amended) {
        List<Credited> known = deals.ofDeal(amended.dealId());
        if (known.isEmpty()) {
            // The deal has not closed as far as this service knows. Its accrual will read the amendment.
            return;
        }
        if (amended.corrected() != null) {
            correct(amended.corrected(), known);
        }
        if (amended.reversed() != null) {
            reverse(amended.reversed(), deals.ofDeal(amended.dealId()));
        }
    }

    private void correct(CorrectedDeal corrected, List<Credited> known) {
        PlanBook book = books.inForce();
        boolean reversed = known.stream().anyMatch(Credited::reversed);
        Map<PartnerId, Credited> now = new LinkedHashMap<>();
        AccrueDeals.credited(corrected.deal()).forEach(part -> now.put(part.partnerId(), standing(part, reversed)));
        List<Credited> left = known.stream()
                .filter(part -> !now.containsKey(part.partnerId()))
                .toList();
        List<LedgerTransaction> recounted = new ArrayList<>();
        for (Credited part : now.values()) {
            recounted.addAll(correct(corrected, part, true, book));
        }
        for (Credited part : left) {
            recounted.addAll(correct(corrected, part, false, book));
        }
        deals.replace(now.values(), left);
        if (corrected.deal().priced().retainer()) {
            // A payment that was booked in the meantime was priced by the former details. The others are not priced
            // twice.
            now.values().forEach(part -> recounted.addAll(correct(corrected, part, true, book)));
            left.forEach(part -> recounted.addAll(correct(corrected, part, false, book)));
        }
        referrals.recount(Stream.concat(now.values().stream(), left.stream()).toList());
        settling.settle(List.of(corrected.deal().id()));
        recounted.forEach(transaction -> follow(transaction, book));
    }

    /** Returns a partner's credit as a reversal of the deal and a refusal of the commission leave it. */
    private Credited standing(Credited part, boolean reversed) {
        Credited known = reversed ? part.asReversed() : part;
        return recounts.isRefused(CommissionId.of(part)) ? known.asRefused() : known;
    }

    /** Returns the recounts of the deal and of its payments that this correction caused. */
    private List<LedgerTransaction> correct(CorrectedDeal corrected, Credited part, boolean credited, PlanBook book) {
        LedgerTransaction closing =
                ledger.find(Posting.causeOf(CommissionId.of(part))).orElse(null);
        if (closing == null) {
            pricing.accrue(corrected.deal(), part, book);
            return List.of();
        }
        if (isReferredByFirm(closing)) {
            return List.of();
        }
        CreditedDeal after = credited
                ? Postings.credited(corrected.deal(), part.index())
                : withoutCredit(corrected, Posting.of(closing).deal());
        Optional<LedgerTransaction> recount = recounts.corrected(corrected, closing, known -> after, credited, book);
        List<LedgerTransaction> recounted =
                new ArrayList<>(pricing.again(corrected, closing, recount.orElse(null), after, part, credited, book));
        recount.filter(found -> Recounts.of(found).sequence() == corrected.sequence())
                .ifPresent(found -> recounted.add(0, found));
        return recounted;
    }

    private void reverse(ReversedDeal reversed, List<Credited> known) {
        PlanBook book = books.inForce();
        deals.replace(known.stream().map(Credited::asReversed).toList(), List.of());
        referrals.recount(known);
        for (Credited part : known) {
            ledger.find(Posting.causeOf(CommissionId.of(part)))
                    .filter(closing -> !isReferredByFirm(closing))
                    .flatMap(closing -> recounts.reversed(reversed, closing, counted -> paid(part, counted)))
                    .ifPresent(recount -> follow(recount, book));
            retainers.postings(part).forEach(unpriced::reversed);
        }
    }

    /** Prices what depends on a deal that counts differently now. */
    private void follow(LedgerTransaction recount, PlanBook book) {
        others.afterRecount(recount, book);
        nextInLine.after(recount, book);
    }

    private Counted paid(Credited part, Counted counted) {
        return part.deal().retainer() ? retainers.plusPaid(part, counted) : counted;
    }

    private static boolean isReferredByFirm(LedgerTransaction closing) {
        return Posting.of(closing).outcome() instanceof NothingDue nothing
                && nothing.reason() == Reason.REFERRED_BY_FIRM;
    }

    private static CreditedDeal withoutCredit(CorrectedDeal corrected, CreditedDeal known) {
        Money nothing = Money.zero(known.amount().getCurrencyUnit());
        return new CreditedDeal(
                known.partnerId(),
                known.dealId(),
                known.referralId(),
                known.client(),
                corrected.deal().amount(),
                nothing,
                new Fraction(BigDecimal.ZERO),
                corrected.deal().closedOn(),
                known.origin(),
                corrected.deal().engagement(),
                null);
    }
}
