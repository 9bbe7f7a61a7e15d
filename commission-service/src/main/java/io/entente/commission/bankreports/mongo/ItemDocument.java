package io.entente.commission.bankreports.mongo;

import io.entente.commission.bankreports.ItemResult;
import io.entente.commission.bankreports.Meaning;
import io.entente.commission.bankreports.ReportItem;
import io.entente.commission.bankreports.ReportedAmount;
import io.entente.commission.bankreports.ReportedPayment;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * The stored form of an item. Days are text, so that no time zone moves them.
 *
 * @param open whether it waits for a person
 */
record ItemDocument(
        @Id String id,
        String reportId,
        int number,
        PaymentDocument payment,
        ItemResult result,
        boolean open,
        @Nullable String detail,
        @Nullable String payoutId,
        @Nullable ResolvedDocument resolved) {

    private static final String BETWEEN = ".";

    /** So many digits that the items of a report sort as text. */
    private static final int DIGITS = 6;

    record PaymentDocument(
            ReportedPayment.Scope scope,
            @Nullable String reference,
            @Nullable String instruction,
            String status,
            Meaning meaning,
            List<AmountDocument> amounts,
            @Nullable Integer count,
            @Nullable String valueOn,
            @Nullable String bookedOn,
            @Nullable String reasonCode,
            @Nullable String info) {}

    record AmountDocument(String value, String currency) {}

    record ResolvedDocument(String note, String actor, Instant at) {}

    /** What the ids of a report's items begin with. */
    static String prefix(String reportId) {
        return reportId + BETWEEN;
    }

    static String id(String reportId, int number) {
        return prefix(reportId) + ("%0" + DIGITS + "d").formatted(number);
    }

    static ItemDocument of(ReportItem item) {
        ReportedPayment payment = item.payment();
        ReportItem.Resolved resolved = item.resolved();
        return new ItemDocument(
                id(item.reportId(), item.number()),
                item.reportId(),
                item.number(),
                new PaymentDocument(
                        payment.scope(),
                        payment.reference(),
                        payment.instruction(),
                        payment.status(),
                        payment.meaning(),
                        payment.amounts().stream()
                                .map(amount -> new AmountDocument(amount.value().toPlainString(), amount.currency()))
                                .toList(),
                        payment.count(),
                        text(payment.valueOn()),
                        text(payment.bookedOn()),
                        payment.reasonCode(),
                        payment.info()),
                item.result(),
                item.isOpen(),
                item.detail(),
                item.payoutId(),
                resolved == null ? null : new ResolvedDocument(resolved.note(), resolved.actor(), resolved.at()));
    }

    ReportItem toItem() {
        return new ReportItem(
                reportId,
                number,
                new ReportedPayment(
                        payment.scope(),
                        payment.reference(),
                        payment.instruction(),
                        payment.status(),
                        payment.meaning(),
                        payment.amounts().stream()
                                .map(amount -> new ReportedAmount(new BigDecimal(amount.value()), amount.currency()))
                                .toList(),
                        payment.count(),
                        day(payment.valueOn()),
                        day(payment.bookedOn()),
                        payment.reasonCode(),
                        payment.info()),
                result,
                detail,
                payoutId,
                resolved == null ? null : new ReportItem.Resolved(resolved.note(), resolved.actor(), resolved.at()));
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
