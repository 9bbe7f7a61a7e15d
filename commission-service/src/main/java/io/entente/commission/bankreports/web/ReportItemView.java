package io.entente.commission.bankreports.web;

import io.entente.commission.bankreports.ItemResult;
import io.entente.commission.bankreports.Meaning;
import io.entente.commission.bankreports.ReportItem;
import io.entente.commission.bankreports.ReportedAmount;
import io.entente.commission.bankreports.ReportedPayment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item of a report as the API shows it.
 *
 * @param number from 1, in the order of the report
 * @param scope whether it is about one payment, an instruction or a message
 * @param reference the end-to-end id, or the id of the instruction or message; absent if the report names none
 * @param statusCode the code in the report, such as RJCT or BOOK DBIT
 * @param meaning what the code means for a payout
 * @param amounts the amounts that the report states
 * @param reasonCode of the bank
 * @param info further words of the bank
 * @param result what became of the item
 * @param detail says why it has this result
 * @param open whether it waits for a person
 * @param payoutId the payout that it names
 */
record ReportItemView(
        String reportId,
        int number,
        ReportedPayment.Scope scope,
        @Nullable String reference,
        String statusCode,
        Meaning meaning,
        List<StatedAmount> amounts,
        @Nullable LocalDate valueOn,
        @Nullable LocalDate bookedOn,
        @Nullable String reasonCode,
        @Nullable String info,
        ItemResult result,
        @Nullable String detail,
        boolean open,
        @Nullable String payoutId,
        @Nullable ResolvedView resolved) {

    /** An amount as the report states it. */
    record StatedAmount(String amount, String currency) {

        static StatedAmount of(ReportedAmount stated) {
            return new StatedAmount(stated.value().toPlainString(), stated.currency());
        }
    }

    /** Who looked at an item, and what that person found. */
    record ResolvedView(String note, String actor, Instant at) {

        static @Nullable ResolvedView of(ReportItem.@Nullable Resolved resolved) {
            return resolved == null ? null : new ResolvedView(resolved.note(), resolved.actor(), resolved.at());
        }
    }

    static ReportItemView of(ReportItem item) {
        ReportedPayment payment = item.payment();
        return new ReportItemView(
                item.reportId(),
                item.number(),
                payment.scope(),
                payment.reference(),
                payment.status(),
                payment.meaning(),
                payment.amounts().stream().map(StatedAmount::of).toList(),
                payment.valueOn(),
                payment.bookedOn(),
                payment.reasonCode(),
                payment.info(),
                item.result(),
                item.detail(),
                item.isOpen(),
                item.payoutId(),
                ResolvedView.of(item.resolved()));
    }
}
