package io.entente.commission.accrual;

import io.entente.commission.accrual.PriceLater.Why;
import io.entente.commission.accrual.retainers.Paid;
import io.entente.commission.accrual.retainers.RetainerPayments;
import io.entente.commission.accrual.standings.ReferralStanding;
import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.Posting;
import io.entente.commission.commissions.recount.Counted;
import io.entente.commission.commissions.recount.Recount;
import io.entente.commission.commissions.recount.Recounts;
import io.entente.commission.commissions.settlement.SettleDeals;
import io.entente.commission.deals.CreditedDeals;
import io.entente.commission.deals.CreditedDeals.Credited;
import io.entente.commission.deals.DealFiles;
import io.entente.commission.ledger.Ledger;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.plans.CommissionPlan;
import io.entente.commission.plans.PlanBook;
import io.entente.commission.plans.PlanRef;
import io.entente.commission.plans.Term;
import io.entente.commission.plans.inputs.History.ReferralDeals;
import io.entente.commission.plans.pricing.PricingResult;
import io.entente.commission.plans.pricing.PricingResult.Earned;
import io.entente.commission.plans.pricing.PricingResult.NothingDue;
import io.entente.commission.plans.pricing.PricingResult.Reason;
import io.entente.commission.plans.rules.Because;
import io.entente.commission.plans.rules.Because.Code;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Prices deals again that earned nothing because another deal of their referral was the first one, after that deal was reversed, or
 * corrected so that it isn't the first one any more. A deal that earns already keeps its commission. The deals of a referral are in the
 * order in which they were booked.
 */
final class PriceNextInLine {

    private final Ledger ledger;
    private final CreditedDeals deals;
    private final DealFiles files;
    private final Recounts recounts;
    private final PriceAgain pricing;
    private final PriceRetainersAgain retainers;
    private final PriceLater later;
    private final OpenedHolds holds;
    private final SettleDeals settling;

    PriceNextInLine(
            Ledger ledger,
            CreditedDeals deals,
            DealFiles files,
            Recounts recounts,
            PriceAgain pricing,
            PriceRetainersAgain retainers,
            PriceLater later,
            OpenedHolds holds,
            SettleDeals settling) {
        this.ledger = ledger;
        this.deals = deals;
        this.files = files;
        this.recounts = recounts;
        this.pricing = pricing;
        this.retainers = retainers;
        this.later = later;
        this.holds = holds;
        this.settling = settling;
    }

    /** A deal of the referral with the transaction of its closing. */
    private record InLine(Credited part, LedgerTransaction closing) {}

    /** Prices what follows a deal that counts differently since a transaction. */
    void after(LedgerTransaction transaction, PlanBook book) {
        Recount recount = Recounts.of(transaction);
        if (recount.deal().payment() != null || !makesRoom(recount.before(), recount.after())) {
            return;
        }
        ReferralDeals before = ReferralDeals.NONE;
        for (InLine next : line(recount)) {
            price(next, before, recount, book);
            LocalDate closedOn = next.part().deal().closedOn();
            before = new ReferralDeals(
                    before.earlier() + 1, ReferralStanding.earliest(before.firstClosedOn(), closedOn));
        }
    }

    private static boolean makesRoom(Counted was, Counted is) {
        return was.isDeal() && (!is.isDeal() || !is.closedOn().equals(was.closedOn()));
    }

    private List<InLine> line(Recount recount) {
        return deals.ofPartner(recount.partnerId(), recount.deal().client().key())
                .filter(part -> part.counts()
                        && part.referralId().equals(recount.deal().referralId())
                        && (recount.after().isDeal()
                                || !part.dealId().equals(recount.deal().dealId())))
                .flatMap(part -> ledger.find(Posting.causeOf(CommissionId.of(part))).stream()
                        .map(closing -> new InLine(part, closing)))
                .sorted(Comparator.comparing(
                        (InLine next) -> next.closing().id().number()))
                .toList();
    }

    private void price(InLine next, ReferralDeals before, Recount recount, PlanBook book) {
        LedgerTransaction last = recounts.last(CommissionId.of(next.part())).orElse(null);
        CommissionPlan plan = plan(next.closing(), last, book);
        if (plan == null || plan.term() == Term.WHILE_ACTIVE) {
            return;
        }
        Why why = why(recount);
        if (hasEnded(next.closing())) {
            book(
                    next.closing(),
                    next.part(),
                    pricing.inLine(next.closing(), last, next.part(), plan, before),
                    book,
                    why);
        }
        if (next.part().deal().retainer()) {
            payments(next.part()).forEach(paid -> ledger.find(Posting.causeOf(paid.commissionId()))
                    .filter(PriceNextInLine::hasEnded)
                    .ifPresent(accrual -> book(
                            accrual,
                            paid.credited(),
                            retainers.outcome(paid, next.closing(), last, accrual, plan),
                            book,
                            why)));
        }
    }

    private static @Nullable CommissionPlan plan(
            LedgerTransaction closing, @Nullable LedgerTransaction recount, PlanBook book) {
        PlanRef ref = recount == null
                ? RecountDeals.planOf(Posting.of(closing))
                : Recounts.of(recount).plan();
        return ref == null ? null : book.version(ref).orElse(null);
    }

    private static boolean hasEnded(LedgerTransaction booked) {
        return Posting.of(booked).outcome() instanceof NothingDue nothing && nothing.reason() == Reason.TERM_ENDED;
    }

    private Stream<Paid> payments(Credited part) {
        return files.find(List.of(part.dealId())).stream().flatMap(file -> RetainerPayments.of(file, part).stream());
    }

    private void book(LedgerTransaction booked, Credited credited, PricingResult outcome, PlanBook book, Why why) {
        if (outcome instanceof Earned earned) {
            later.open(booked, credited, earned, book, why);
            holds.put(Posting.of(booked).deal());
            settling.settle(List.of(credited.dealId()));
        } else if (credited.deal().payment() && RetainerChanges.mayEarn(outcome)) {
            later.openWithNothing(booked, credited, (NothingDue) outcome, book, why);
        }
    }

    private static Why why(Recount recount) {
        String deal = recount.deal().dealId();
        String words =
                "Deal %s was %s, so this deal is within the term of the plan now.".formatted(deal, recount.what());
        return new Why(
                "first/%s/%s".formatted(deal, recount.change()),
                Because.of(Code.TERM_REACHES, words, deal),
                List.of(words),
                recount.actor());
    }
}
