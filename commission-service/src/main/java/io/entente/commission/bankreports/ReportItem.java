package io.entente.commission.bankreports;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One item of a report, and what became of it.
 *
 * @param number from 1, in the order of the report
 * @param detail says why it has this result
 * @param payoutId the payout that it names; null if there is none
 * @param resolved what a person noted; null if nobody has looked at it
 */
public record ReportItem(
        String reportId,
        int number,
        ReportedPayment payment,
        ItemResult result,
        @Nullable String detail,
        @Nullable String payoutId,
        @Nullable Resolved resolved) {

    /** Says who looked at an item, and what that person found. */
    public record Resolved(String note, String actor, Instant at) {}

    public static ReportItem read(String reportId, int number, ReportedPayment payment) {
        return new ReportItem(reportId, number, payment, ItemResult.PENDING, null, null, null);
    }

    /** Whether a person has to look at it and nobody has. */
    public boolean isOpen() {
        return result.needsPerson() && resolved == null;
    }

    /** Whether matching it can change anything. */
    public boolean isToMatch() {
        return result == ItemResult.PENDING || isOpen();
    }

    public ReportItem matched(ItemResult as, String why, @Nullable String payout) {
        return new ReportItem(reportId, number, payment, as, why, payout, resolved);
    }

    public ReportItem resolve(String note, String actor, Instant at) {
        return new ReportItem(reportId, number, payment, result, detail, payoutId, new Resolved(note, actor, at));
    }
}
