package io.entente.commission.bankreports.lists;

import io.entente.commission.bankreports.BankReport;
import io.entente.commission.bankreports.ReportFile.Kind;
import io.entente.platform.domain.lists.SearchText;
import io.entente.platform.domain.lists.SortOrder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Selects reports of banks and names their order. What is null selects all.
 *
 * @param text words of the report's or the message's id, or of the sender
 * @param open whether something of the report waits for a person
 * @param from received at this instant or later
 * @param before received before this instant
 * @param sort by {@link #RECEIVED}
 */
public record ReportFilter(
        @Nullable SearchText text,
        @Nullable Kind kind,
        BankReport.@Nullable Status status,
        @Nullable Boolean open,
        @Nullable Instant from,
        @Nullable Instant before,
        SortOrder sort) {

    /** By the time at which the report was received. */
    public static final String RECEIVED = "received";
}
