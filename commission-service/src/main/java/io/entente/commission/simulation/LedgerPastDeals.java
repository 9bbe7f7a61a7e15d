package io.entente.commission.simulation;

import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.Movement;
import io.entente.commission.commissions.Posting;
import io.entente.commission.commissions.recount.Recount;
import io.entente.commission.commissions.refunds.NotedRefund;
import io.entente.commission.deals.CreditedDeal;
import io.entente.commission.deals.CreditedDeals;
import io.entente.commission.deals.CreditedDeals.Credited;
import io.entente.commission.deals.SubmittedReferrals;
import io.entente.commission.deals.SubmittedReferrals.Submitted;
import io.entente.commission.ledger.ChainedTransaction;
import io.entente.commission.ledger.Ledger;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.inputs.PricedDeal;
import io.entente.commission.plans.pricing.PricingResult.Earned;
import io.entente.platform.domain.PageRequest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.joda.money.Money;

/** Reads past deals from the ledger in blocks, with the inputs of their pricing from the credited deals. */
final class LedgerPastDeals implements PastDeals {

    private static final int BLOCK_TRANSACTIONS = 200;

    private final Ledger ledger;
    private final CreditedDeals deals;
    private final SubmittedReferrals referrals;

    LedgerPastDeals(Ledger ledger, CreditedDeals deals, SubmittedReferrals referrals) {
        this.ledger = ledger;
        this.deals = deals;
        this.referrals = referrals;
    }

    @Override
    public void replay(PartnerId partner, Visitor visitor) {
        Map<String, Money> paid = new HashMap<>();
        Map<CommissionId, Money> left = new HashMap<>();
        String last = null;
        List<ChainedTransaction> block;
        do {
            block = ledger.chain(partner, new PageRequest(BLOCK_TRANSACTIONS, last))
                    .items();
            List<LedgerTransaction> transactions =
                    block.stream().map(ChainedTransaction::transaction).toList();
            Map<String, Credited> credited = credited(transactions);
            transactions.forEach(transaction -> passOn(transaction, credited, paid, left, visitor));
            last = block.isEmpty()
                    ? null
                    : transactions.get(block.size() - 1).id().toString();
        } while (block.size() == BLOCK_TRANSACTIONS);
    }

    @Override
    public Set<String> submitted(PartnerId partner, LocalDate from, LocalDate to) {
        return referrals.within(partner, from, to).stream()
                .map(Submitted::referralId)
                .collect(Collectors.toSet());
    }

    private Map<String, Credited> credited(List<LedgerTransaction> transactions) {
        return deals
                .registered(transactions.stream()
                        .filter(transaction -> transaction.entry() instanceof Posting)
                        .map(transaction -> Posting.of(transaction).deal())
                        .toList())
                .stream()
                .collect(Collectors.toMap(Credited::dealId, Function.identity(), (one, same) -> one));
    }

    private static void passOn(
            LedgerTransaction transaction,
            Map<String, Credited> credited,
            Map<String, Money> paid,
            Map<CommissionId, Money> left,
            Visitor visitor) {
        if (transaction.entry() instanceof Movement movement) {
            visitor.reported(movement.report());
            passOn(movement.after(), left, visitor);
            lost(movement.after().deal(), movement.refunded(), visitor);
        } else if (transaction.entry() instanceof Recount recount) {
            // Payments on a retainer are no deals.
            if (recount.deal().payment() == null) {
                visitor.recounted(recounted(recount, transaction.counters().dealsByYear()));
            } else {
                kept(recount.deal(), recount.after().basis(), visitor);
                visitor.lost(
                        recount.deal().client().key(),
                        recount.before().basis().minus(recount.after().basis()));
            }
        } else if (transaction.entry() instanceof NotedRefund noted) {
            visitor.reported(noted.report());
            lost(noted.deal(), noted.more(), visitor);
            noted(noted, left.keySet(), visitor);
        } else if (transaction.entry() instanceof Posting posting) {
            Credited known = credited.get(posting.deal().dealId());
            // Deals are registered right after the ledger. A deal that is missing is a moment old and appears the next
            // time.
            if (known != null) {
                visitor.deal(past(transaction, posting, known, paid));
                opened(posting, visitor);
            }
        }
    }

    /** A deal that has a commission by now says by its own transactions what is kept of it, and its note is taken back. */
    private static void noted(NotedRefund noted, Set<CommissionId> changed, Visitor visitor) {
        Money revenue = noted.deal().revenue();
        if (revenue.isPositive() && !changed.contains(CommissionId.of(noted.deal()))) {
            visitor.kept(id(noted.deal()), revenue.minus(noted.total()), revenue);
        }
    }

    /** What is none of the partner's revenue earns nothing under any plan. Of a payment, less can be kept from the start. */
    private static void opened(Posting posting, Visitor visitor) {
        CreditedDeal deal = posting.deal();
        Money nothing = Money.zero(deal.basis().getCurrencyUnit());
        if (!posting.isRevenue()) {
            kept(deal, nothing, visitor);
        } else if (posting.opening() != null && deal.payment() != null) {
            kept(deal, posting.opening().settled().worth(), visitor);
            lost(deal, posting.opening().refundedRevenue(), visitor);
        }
    }

    private static void kept(CreditedDeal deal, Money worth, Visitor visitor) {
        visitor.kept(id(deal), worth, deal.basis());
    }

    private static String id(CreditedDeal deal) {
        return CommissionId.of(deal).value();
    }

    private static Recounted recounted(Recount recount, SortedMap<Integer, Long> dealsByYear) {
        return new Recounted(
                id(recount.deal()),
                recount.deal().dealId(),
                recount.before().isDeal(),
                recount.before().closedOn().getYear(),
                recount.after().isDeal(),
                recount.after().closedOn().getYear(),
                dealsByYear);
    }

    /** @param part the partner's part of what was lost */
    private static void lost(CreditedDeal deal, Money part, Visitor visitor) {
        Money whole = deal.whole(part);
        if (!whole.isZero()) {
            visitor.lost(deal.client().key(), whole);
        }
    }

    /**
     * Passes on what a change left of the deal's own commission, and of the deal. What a person adjusted says nothing about plans.
     *
     * @param left what was passed on before, for the commissions that were ever changed
     */
    private static void passOn(Commission after, Map<CommissionId, Money> left, Visitor visitor) {
        Money change = after.leftOfEarned().minus(left.getOrDefault(after.id(), after.accrued()));
        left.put(after.id(), after.leftOfEarned());
        if (!change.isZero()) {
            visitor.changed(after.id().value(), after.deal().earnedOn(), change);
        }
        Money basis = after.deal().payment() == null
                ? after.settled().basis()
                : after.deal().basis();
        if (after.isRefused()) {
            visitor.kept(after.id().value(), Money.zero(basis.getCurrencyUnit()), basis);
        } else if (basis.isPositive()) {
            visitor.kept(after.id().value(), after.settled().worth(), basis);
        }
    }

    private static PastDeal past(
            LedgerTransaction transaction, Posting posting, Credited known, Map<String, Money> paid) {
        CreditedDeal deal = posting.deal();
        Money none = Money.zero(deal.amount().getCurrencyUnit());
        PricedDeal priced = known.deal();
        CreditedDeal.RetainerPayment payment = deal.payment();
        if (payment != null) {
            Money before = paid.getOrDefault(deal.dealId(), none);
            paid.put(deal.dealId(), before.plus(payment.amount()));
            priced = priced.onPayment(before, payment.amount(), payment.paidOn());
        }
        long counted = transaction
                .counters()
                .dealsByYear()
                .getOrDefault(deal.closedOn().getYear(), 0L);
        return new PastDeal(
                id(deal),
                priced,
                known.index(),
                known.clientKey(),
                known.referralId(),
                deal.closedOn().getYear(),
                posting.isRevenue() ? Math.max(0, counted - 1) : counted,
                posting.outcome() instanceof Earned earned ? earned.amount() : none,
                posting.isRevenue());
    }
}
