package io.entente.commission.statements.web;

import io.entente.commission.statements.chain.StatementLine;
import io.entente.platform.domain.MoneyJson;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A line of a statement as the API shows it.
 *
 * @param recordedAt when it was booked
 * @param bookedOn the day on which it was booked, in the time zone of the program
 * @param valueOn the day on which it counts: the deal was closed, the retainer was paid, the client was refunded, or the bank paid
 * @param revenue what the line adds to the revenue; below zero if a deal was reversed, refunded or corrected downwards
 * @param vat that was paid on top of {@code paid}; below zero if it came back
 * @param withheld tax that was kept back from {@code paid}
 * @param hash the hash of the ledger transaction
 */
record LineView(
        long line,
        String kind,
        Instant recordedAt,
        LocalDate bookedOn,
        LocalDate valueOn,
        @Nullable String organisation,
        @Nullable String dealId,
        @Nullable String referralId,
        @Nullable String commissionId,
        MoneyJson revenue,
        MoneyJson earned,
        MoneyJson paid,
        MoneyJson vat,
        MoneyJson withheld,
        String ledgerTransactionId,
        String hash) {

    static LineView of(StatementLine line, ZoneId zone) {
        return new LineView(
                line.number(),
                line.kind(),
                line.recordedAt(),
                line.bookedOn(zone),
                line.valueOn(zone),
                line.organisation(),
                line.dealId(),
                line.referralId(),
                line.commissionId(),
                MoneyJson.of(line.revenue()),
                MoneyJson.of(line.earned()),
                MoneyJson.of(line.paid()),
                MoneyJson.of(line.tax().vat()),
                MoneyJson.of(line.tax().withheld()),
                line.transactionId(),
                line.hash());
    }
}
