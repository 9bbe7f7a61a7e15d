package io.entente.commission.statements;

import io.entente.commission.csv.SafeCsv;
import io.entente.commission.ledger.Ledger;
import java.time.ZoneId;
import java.util.List;

/**
 * Writes a statement's lines as CSV, between the balance brought forward and the balance carried forward. The totals have columns of
 * their own, so the sum of a column of amounts is the total.
 */
public final class StatementCsv {

    private static final List<String> COLUMNS = List.of(
            "line",
            "date",
            "kind",
            "client",
            "deal_id",
            "referral_id",
            "commission_id",
            "revenue",
            "earned",
            "paid",
            "balance",
            "currency",
            "ledger_transaction",
            "total_revenue",
            "total_earned",
            "total_paid");

    private StatementCsv() {}

    /** Writes row by row, so memory doesn't depend on the number of lines. */
    public static void write(Statement statement, Ledger ledger, ZoneId zone, Appendable out) {
        SafeCsv csv = new SafeCsv(out, COLUMNS);
        String currency = statement.currency().getCode();
        Figures figures = statement.figures();
        RunningBalance balance = new RunningBalance(figures.opening());
        csv.row(
                null,
                statement.quarter().startsOn(),
                "OPENING_BALANCE",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                figures.opening(),
                currency,
                null,
                null,
                null,
                null);
        new PartnerChain(ledger, statement.partnerId())
                .lines(
                        statement.span(),
                        statement.currency(),
                        line -> csv.row(
                                line.number(),
                                line.recordedAt().atZone(zone).toLocalDate(),
                                line.kind(),
                                line.organisation(),
                                line.dealId(),
                                line.referralId(),
                                line.commissionId(),
                                line.revenue(),
                                line.earned(),
                                line.paid(),
                                balance.after(line),
                                currency,
                                line.transactionId(),
                                null,
                                null,
                                null));
        csv.row(
                null,
                statement.quarter().endsOn(),
                "CLOSING_BALANCE",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                figures.closing(),
                currency,
                null,
                figures.revenue(),
                figures.earned(),
                figures.paid());
        csv.flush();
    }
}
