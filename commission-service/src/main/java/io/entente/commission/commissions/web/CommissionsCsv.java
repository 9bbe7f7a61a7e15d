package io.entente.commission.commissions.web;

import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.Commissions;
import io.entente.commission.commissions.Portion.State;
import io.entente.commission.commissions.amounts.Priced;
import io.entente.commission.deals.CreditedDeal;
import io.entente.commission.ledger.Account;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.platform.csv.SafeCsv;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Writes commissions as CSV for finance's systems. Each block is written as it is read. */
final class CommissionsCsv {

    private static final List<String> COLUMNS = List.of(
            "commissionId",
            "partnerId",
            "dealId",
            "referralId",
            "clientKey",
            "client",
            "closedOn",
            "accruedAt",
            "plan",
            "planVersion",
            "rule",
            "rate",
            "trigger",
            "status",
            "currency",
            "dealAmount",
            "earned",
            "corrected",
            "adjusted",
            "clawedBack",
            "net",
            "accrued",
            "payable",
            "allocated",
            "paid",
            "netted",
            "owedBack",
            "origin",
            "ledgerTransactionId");

    private final Commissions commissions;
    private final SafeCsv csv;

    CommissionsCsv(Commissions commissions, Appendable out) {
        this.commissions = commissions;
        this.csv = new SafeCsv(out, COLUMNS);
    }

    /**
     * Writes commissions in their current state.
     *
     * @param block the transactions with which they began
     */
    void add(List<LedgerTransaction> block) {
        Map<CommissionId, Commission> standings = commissions.standings(
                block.stream().map(begun -> CommissionId.of(deal(begun))).toList());
        block.forEach(begun -> row(csv, begun, Objects.requireNonNull(standings.get(CommissionId.of(deal(begun))))));
    }

    void flush() {
        csv.flush();
    }

    private static CreditedDeal deal(LedgerTransaction begun) {
        return begun.deal().orElseThrow();
    }

    /** Writes one line. Rule and rate are those in force now. */
    private static void row(SafeCsv csv, LedgerTransaction begun, Commission now) {
        CreditedDeal deal = deal(begun);
        Priced priced = CommissionView.priced(begun, now);
        csv.row(
                now.id(),
                deal.partnerId(),
                deal.dealId(),
                deal.referralId(),
                deal.client().key(),
                deal.client().organisation(),
                deal.closedOn(),
                begun.recordedAt(),
                now.plan().code(),
                now.plan().version(),
                priced == null ? null : priced.rule(),
                priced == null ? null : priced.rate(),
                now.terms().trigger(),
                now.status(),
                now.accrued().getCurrencyUnit(),
                deal.basis(),
                now.accrued(),
                now.corrected(),
                now.adjusted(),
                now.clawedBack(),
                now.net(),
                now.accounts().get(Account.ACCRUED),
                now.in(State.PAYABLE),
                now.in(State.ALLOCATED),
                now.in(State.PAID),
                now.in(State.NETTED),
                now.owedBack(),
                deal.origin(),
                begun.id());
    }
}
