package io.entente.commission.statements.chain;

import io.entente.commission.commissions.payables.PayoutTax;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the ledger in the partner's view.
 *
 * @param number the number of the ledger transaction in the partner's chain, and of the line
 * @param kind the kind of the ledger transaction, or {@code TAX} for the VAT and the withheld tax of a payout
 * @param recordedAt when it was booked
 * @param valueOn the day on which it counts: the deal was closed, the retainer was paid, the client was refunded, or the bank paid;
 *     null if it is the day on which it was booked
 * @param revenue what the entry adds to the partner's revenue: its part of a deal, or the change of it if the deal was corrected,
 *     reversed or refunded, which can be below zero
 * @param earned positive if earned, negative if taken back
 * @param paid positive if paid, negative if it came back
 * @param tax VAT that was paid on top of {@code paid}, and tax that was kept back from it
 * @param dealId absent if the line concerns more than one deal
 * @param details why it is what it is
 * @param hash the hash of the ledger transaction
 */
public record StatementLine(
        long number,
        String transactionId,
        String kind,
        Instant recordedAt,
        @Nullable LocalDate valueOn,
        @Nullable String dealId,
        @Nullable String referralId,
        @Nullable String organisation,
        @Nullable String commissionId,
        Money revenue,
        Money earned,
        Money paid,
        PayoutTax tax,
        Details details,
        String hash) {

    /** The day on which it was booked, in the time zone of the program. */
    public LocalDate bookedOn(ZoneId zone) {
        return recordedAt.atZone(zone).toLocalDate();
    }

    /** The day on which it counts. */
    public LocalDate valueOn(ZoneId zone) {
        return valueOn == null ? bookedOn(zone) : valueOn;
    }
}
