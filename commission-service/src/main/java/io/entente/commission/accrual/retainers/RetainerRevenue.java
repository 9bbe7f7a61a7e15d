package io.entente.commission.accrual.retainers;

import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.Posting;
import io.entente.commission.commissions.recount.Counted;
import io.entente.commission.commissions.recount.Recounts;
import io.entente.commission.deals.CreditedDeal;
import io.entente.commission.deals.CreditedDeals.Credited;
import io.entente.commission.deals.DealFact;
import io.entente.commission.deals.DealFiles;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.ledger.Transactions;
import java.util.List;
import java.util.stream.Stream;

/** Reads what was booked of a deal, and what the payments on a retainer count as revenue. This is needed once, if the deal is reversed. */
public final class RetainerRevenue {

    private final DealFiles files;
    private final Transactions transactions;
    private final Recounts recounts;

    public RetainerRevenue(DealFiles files, Transactions transactions, Recounts recounts) {
        this.files = files;
        this.transactions = transactions;
        this.recounts = recounts;
    }

    /** Returns what was booked of a deal: its closing, and the payments if it is a retainer. */
    public List<Posting> postings(Credited part) {
        return transactions
                .find(Stream.concat(Stream.of(Posting.causeOf(CommissionId.of(part))), payments(part).stream())
                        .toList())
                .stream()
                .map(Posting::of)
                .toList();
    }

    private List<String> payments(Credited part) {
        return files.find(List.of(part.dealId())).stream()
                .flatMap(file -> file.facts().stream())
                .filter(fact -> fact.kind() == DealFact.Kind.PAYMENT)
                .map(fact -> Posting.causeOf(CommissionId.of(part.dealId(), part.partnerId(), fact.id())))
                .toList();
    }

    /** Adds the payments of a retainer to what its closing counts. */
    public Counted plusPaid(Credited part, Counted counted) {
        List<String> causes = payments(part);
        Counted sum = counted;
        for (LedgerTransaction paid : causes.isEmpty() ? List.<LedgerTransaction>of() : transactions.find(causes)) {
            CreditedDeal deal = recounts.present(paid);
            sum = deal.revenue().isZero() ? sum : sum.plus(deal.basis(), deal.revenue());
        }
        return sum;
    }
}
