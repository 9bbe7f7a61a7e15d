package io.entente.commission.accrual;

import io.entente.commission.accrual.retainers.PaymentRecounts;
import io.entente.commission.accrual.unpriced.UnpricedDeals;
import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.Posting;
import io.entente.commission.commissions.recount.Recount;
import io.entente.commission.commissions.recount.Recounts;
import io.entente.commission.commissions.refunds.NoteRefunds;
import io.entente.commission.commissions.selfreferral.RefusedDeals;
import io.entente.commission.commissions.selfreferral.SelfReferralCase;
import io.entente.commission.deals.CreditedDeals;
import io.entente.commission.deals.CreditedDeals.Credited;
import io.entente.commission.deals.SubmittedReferrals;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.ledger.Transactions;
import io.entente.commission.plans.PlanBook;
import io.entente.commission.plans.PlanBooks;
import io.entente.commission.plans.rules.Because;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Takes a refused self-referral out of everything that counts a partner's deals and revenue, as a reversal does. */
final class UncountRefused implements RefusedDeals {

    private final CreditedDeals deals;
    private final SubmittedReferrals referrals;
    private final Transactions transactions;
    private final PlanBooks books;
    private final RecountDeals recounting;
    private final Recounts recounts;
    private final PaymentRecounts payments;
    private final NoteRefunds refunds;
    private final MoveEarlierDeals others;
    private final PriceNextInLine nextInLine;
    private final UnpricedDeals unpriced;

    UncountRefused(
            CreditedDeals deals,
            SubmittedReferrals referrals,
            Transactions transactions,
            PlanBooks books,
            RecountDeals recounting,
            Recounts recounts,
            NoteRefunds refunds,
            MoveEarlierDeals others,
            PriceNextInLine nextInLine,
            UnpricedDeals unpriced) {
        this.deals = deals;
        this.referrals = referrals;
        this.transactions = transactions;
        this.books = books;
        this.recounting = recounting;
        this.recounts = recounts;
        this.payments = new PaymentRecounts(recounts);
        this.refunds = refunds;
        this.others = others;
        this.nextInLine = nextInLine;
        this.unpriced = unpriced;
    }

    @Override
    public boolean uncount(SelfReferralCase refused, Collection<CommissionId> commissions) {
        List<LedgerTransaction> booked =
                transactions.find(commissions.stream().map(Posting::causeOf).toList());
        Optional<LedgerTransaction> closing = booked.stream()
                .filter(transaction -> Posting.of(transaction).deal().payment() == null)
                .findFirst();
        if (closing.isEmpty()) {
            // The deal's event is still being handled. It will be booked as refused.
            return true;
        }
        boolean counted = !recounting.refused(refused, closing.get()).reversed();
        Because because = Because.words(String.valueOf(refused.reason()));
        for (LedgerTransaction transaction : booked) {
            Posting posting = Posting.of(transaction);
            if (counted && posting.deal().payment() != null) {
                payments.write(refused, transaction);
                refunds.uncounted(CommissionId.of(posting.deal()), because, String.valueOf(refused.decidedBy()));
            }
            unpriced.reversed(posting);
        }
        List<Credited> parts = deals.ofDeal(refused.dealId()).stream()
                .filter(part -> part.partnerId().equals(refused.partnerId()))
                .map(Credited::asRefused)
                .toList();
        deals.replace(parts, List.of());
        referrals.recount(parts);
        return counted;
    }

    @Override
    public void follow(Collection<CommissionId> commissions) {
        PlanBook book = books.inForce();
        for (CommissionId id : commissions) {
            recounts.last(id, UncountRefused::isRefusal).ifPresent(recount -> {
                others.afterRecount(recount, book);
                nextInLine.after(recount, book);
            });
        }
    }

    /** Whether a recount took off what had counted until then. Later corrections of the same deal take nothing off. */
    private static boolean isRefusal(Recount recount) {
        return recount.refused()
                && (recount.before().isDeal() || recount.before().basis().isPositive());
    }
}
