package io.entente.partner.stream;

import io.entente.partner.performance.RecordPerformance;
import io.entente.platform.domain.MoneyJson;
import io.entente.platform.events.envelope.EventEnvelope;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The fields of the events about what a partner earns.
 *
 * @param amount what was added or, if the event takes it back, how much that is
 * @param closedOn the day on which the deal was closed; absent for what comes later
 */
record PartnerEarned(
        String commissionId,
        String referralId,
        String partnerId,
        MoneyJson amount,
        String ledgerTransactionId,
        @Nullable LocalDate closedOn,
        Instant occurredAt) {

    private static final String ACCRUED = "commission.commission-accrued.v1";
    private static final String ADJUSTED = "commission.commission-adjusted.v1";
    private static final String CLAWED_BACK = "commission.commission-clawed-back.v1";
    private static final String VOIDED = "commission.commission-voided.v1";

    private static final Set<String> TAKEN_BACK = Set.of(CLAWED_BACK, VOIDED);

    /** The events that count. What is held or released was earned before. */
    static final Set<String> TYPES = Set.of(ACCRUED, ADJUSTED, CLAWED_BACK, VOIDED);

    /** @return whether it changed anything */
    boolean recordTo(RecordPerformance performance, EventEnvelope envelope, ZoneId zone) {
        Money money = amount.toMoney();
        return performance.earned(
                ledgerTransactionId + "/" + commissionId,
                partnerId,
                referralId,
                TAKEN_BACK.contains(envelope.type()) ? money.negated() : money,
                closedOn == null ? LocalDate.ofInstant(occurredAt, zone) : closedOn,
                envelope.sequence());
    }
}
