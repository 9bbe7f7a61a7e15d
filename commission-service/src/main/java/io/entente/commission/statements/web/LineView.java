package io.entente.commission.statements.web;

import io.entente.commission.deals.DealFact;
import io.entente.commission.statements.chain.Details;
import io.entente.commission.statements.chain.Details.SetOff;
import io.entente.commission.statements.chain.StatementLine;
import io.entente.commission.statements.texts.LineTexts;
import io.entente.platform.domain.MoneyJson;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
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
 * @param title the name of the line's kind, in the language of the partner
 * @param explanation sentences that say why the line is what it is, in the language of the partner. Somebody's own words are shown as
 *     they were written
 * @param report the payment, refund, reversal or credit note behind the line; absent if there is none
 * @param payoutId the payout that the line belongs to
 * @param reason somebody's own words, or a reason of the program in English; {@code explanation} has it in the partner's language
 * @param setOff what was set off against an amount that the partner owed
 * @param stillOwed what the partner still owes after a set-off
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
        String title,
        List<String> explanation,
        @Nullable ReportView report,
        @Nullable String payoutId,
        @Nullable String reason,
        @Nullable MoneyJson setOff,
        @Nullable MoneyJson stillOwed,
        String ledgerTransactionId,
        String hash) {

    /** A report about the client's money that a line settles. */
    record ReportView(DealFact.Kind kind, @Nullable String id, MoneyJson amount, LocalDate on) {

        static @Nullable ReportView of(@Nullable DealFact report) {
            return report == null
                    ? null
                    : new ReportView(
                            report.kind(),
                            report.kind() == DealFact.Kind.REVERSAL ? null : report.id(),
                            MoneyJson.of(report.amount()),
                            report.on());
        }
    }

    static LineView of(StatementLine line, LineTexts texts, ZoneId zone) {
        Details details = line.details();
        SetOff setOff = details.setOff();
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
                texts.title(line),
                texts.explanation(line),
                ReportView.of(details.report()),
                details.payoutId(),
                details.reason() == null ? null : details.reason().words(),
                setOff == null ? null : MoneyJson.of(setOff.amount()),
                setOff == null ? null : MoneyJson.of(setOff.owed()),
                line.transactionId(),
                line.hash());
    }
}
