package io.entente.commission.statements;

import io.entente.commission.csv.SafeCsv;
import io.entente.commission.ledger.Ledger;
import java.time.ZoneId;
import java.util.List;

/** A statement's lines as CSV, with the balance brought forward before and the one carried forward after them. */
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
            "ledger_transaction");

    private StatementCsv() {}

    /** Writes it row by row: memory doesn't depend on how many lines there are. */
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
                                line.transactionId()));
        csv.row(
                null,
                statement.quarter().endsOn(),
                "CLOSING_BALANCE",
                null,
                null,
                null,
                null,
                figures.revenue(),
                figures.earned(),
                figures.paid(),
                figures.closing(),
                currency,
                null);
        csv.flush();
    }
}
