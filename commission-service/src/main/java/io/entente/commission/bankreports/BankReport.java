package io.entente.commission.bankreports;

import io.entente.commission.bankreports.ReportFile.Kind;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.DerivedId;
import java.time.Instant;
import java.util.List;

/**
 * A report that a bank sent. {@code RECEIVING -> APPLYING -> APPLIED}. Its id follows from the sender and the message id, so
 * the same report is stored once.
 *
 * @param digest of what it says; two files with the same digest say the same
 * @param items the number of its items; 0 while it is being received
 * @param open the number of items that wait for a person, as counted when it was applied
 * @param noticed whether finance was told of open items
 * @param version 1 when first stored, increased by one with each write
 */
public record BankReport(
        String id,
        Kind kind,
        String schema,
        String messageId,
        String sender,
        String digest,
        Status status,
        int items,
        long open,
        boolean noticed,
        String receivedBy,
        Instant receivedAt,
        long version) {

    /** The prefix of the ids of reports. */
    public static final String PREFIX = "brp";

    public enum Status {
        /** Its items are being stored. If it stays so, the service died; sending the file again completes it. */
        RECEIVING,
        /** Its items are being matched with payouts. */
        APPLYING,
        APPLIED
    }

    public static BankReport receiving(ReportFile file, String actor, Instant now) {
        return new BankReport(
                DerivedId.of(PREFIX, file.kind().name(), file.sender(), file.messageId(), file.page()),
                file.kind(),
                file.schema(),
                file.messageId(),
                file.sender(),
                DerivedId.sha256(file.payments().toString()),
                Status.RECEIVING,
                0,
                0,
                false,
                actor,
                now,
                1);
    }

    /** Its items are stored, and can be matched. */
    public BankReport applying(int count) {
        return next(Status.APPLYING, count, open, noticed);
    }

    /** Its items are matched. Finance is told of it once. */
    public Change<BankReport, BankReportUnmatched> applied(long openItems, Instant now) {
        boolean notice = openItems > 0 && !noticed;
        return new Change<>(
                next(Status.APPLIED, items, openItems, noticed || notice),
                notice ? List.of(new BankReportUnmatched(openItems, now)) : List.of());
    }

    private BankReport next(Status to, int count, long openItems, boolean told) {
        return new BankReport(
                id,
                kind,
                schema,
                messageId,
                sender,
                digest,
                to,
                count,
                openItems,
                told,
                receivedBy,
                receivedAt,
                version + 1);
    }
}
