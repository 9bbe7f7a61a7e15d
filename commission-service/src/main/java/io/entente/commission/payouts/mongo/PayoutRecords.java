package io.entente.commission.payouts.mongo;

import io.entente.commission.commissions.payables.PayoutTax;
import io.entente.commission.payouts.Payout;
import io.entente.commission.payouts.PayoutEvent;
import io.entente.commission.payouts.PayoutEvent.OutcomeCorrectionRequested;
import io.entente.commission.payouts.PayoutEvent.PayoutApproved;
import io.entente.commission.payouts.PayoutEvent.PayoutDayCorrected;
import io.entente.commission.payouts.PayoutEvent.PayoutFailed;
import io.entente.commission.payouts.PayoutEvent.PayoutPaid;
import io.entente.commission.payouts.PayoutEvent.PayoutReturned;
import io.entente.commission.payouts.PayoutOutcome;
import io.entente.platform.domain.MoneyJson;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.outbox.OutboxRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Converts events of a payout to records on {@code commission.events}. They never contain an account. */
final class PayoutRecords {

    static final String TOPIC = "commission.events";
    private static final String LIVE = "LIVE";

    private final EventRecorder recorder;

    PayoutRecords(EventRecorder recorder) {
        this.recorder = recorder;
    }

    /** The records of the payout's latest events, in order. */
    List<OutboxRecord> of(Payout payout, List<PayoutEvent> events) {
        long first = payout.sequence() - events.size() + 1;
        List<OutboxRecord> records = new ArrayList<>();
        for (PayoutEvent event : events) {
            records.add(recorder.record(
                    TOPIC,
                    type(event),
                    payout.id().value(),
                    payout.partnerId().value(),
                    first + records.size(),
                    event.at(),
                    payload(payout, event)));
        }
        return records;
    }

    private static String type(PayoutEvent event) {
        if (event instanceof PayoutApproved) {
            return "commission.payout-approved.v1";
        }
        if (event instanceof PayoutPaid) {
            return "commission.payout-paid.v1";
        }
        if (event instanceof PayoutDayCorrected) {
            return "commission.payout-day-corrected.v1";
        }
        if (event instanceof OutcomeCorrectionRequested) {
            return "commission.outcome-correction-requested.v1";
        }
        return event instanceof PayoutFailed ? "commission.payout-failed.v1" : "commission.payout-returned.v1";
    }

    private static Object payload(Payout payout, PayoutEvent event) {
        if (event instanceof PayoutDayCorrected corrected) {
            return dayCorrected(payout, corrected);
        }
        if (event instanceof OutcomeCorrectionRequested requested) {
            return correctionRequested(payout, requested);
        }
        if (event instanceof PayoutApproved approved) {
            return json(payout, event, approved.executeOn(), null, null, null, null, null, null);
        }
        if (event instanceof PayoutPaid paid) {
            return paid(payout, paid);
        }
        return event instanceof PayoutFailed failed ? failed(payout, failed) : returned(payout, (PayoutReturned) event);
    }

    private static DayCorrectedJson dayCorrected(Payout payout, PayoutDayCorrected event) {
        return new DayCorrectedJson(
                payout.id().value(),
                payout.partnerId().value(),
                MoneyJson.of(payout.amount()),
                event.paidOn(),
                event.before(),
                event.at(),
                event.actor(),
                LIVE);
    }

    private static CorrectionRequestedJson correctionRequested(Payout payout, OutcomeCorrectionRequested event) {
        return new CorrectionRequestedJson(
                payout.id().value(),
                payout.partnerId().value(),
                MoneyJson.of(payout.amount()),
                event.correctionId(),
                event.from(),
                event.to(),
                event.paidOn(),
                event.at(),
                event.actor(),
                LIVE);
    }

    private static PayoutJson paid(Payout payout, PayoutPaid event) {
        String transaction = event.ledgerTransactionId();
        return json(payout, event, null, event.paidOn(), event.reference(), null, null, transaction, event.corrects());
    }

    private static PayoutJson failed(Payout payout, PayoutFailed event) {
        String transaction = event.ledgerTransactionId();
        return json(payout, event, null, null, null, null, event.reason(), transaction, event.corrects());
    }

    private static PayoutJson returned(Payout payout, PayoutReturned event) {
        String transaction = event.ledgerTransactionId();
        return json(payout, event, null, null, null, event.returnedOn(), event.reason(), transaction, null);
    }

    private static PayoutJson json(
            Payout payout,
            PayoutEvent event,
            @Nullable LocalDate executeOn,
            @Nullable LocalDate paidOn,
            @Nullable String reference,
            @Nullable LocalDate returnedOn,
            @Nullable String reason,
            @Nullable String ledgerTransactionId,
            PayoutOutcome.@Nullable Kind corrects) {
        PayoutTax tax = payout.allocation().tax();
        return new PayoutJson(
                payout.id().value(),
                payout.partnerId().value(),
                MoneyJson.of(payout.amount()),
                tax.isNone() ? null : MoneyJson.of(payout.allocation().net()),
                tax.isNone() ? null : MoneyJson.of(tax.vat()),
                tax.isNone() ? null : MoneyJson.of(tax.withheld()),
                executeOn,
                paidOn,
                reference,
                returnedOn,
                reason,
                ledgerTransactionId,
                corrects,
                event.at(),
                event.actor(),
                LIVE);
    }

    /** The data of {@code commission.payout-day-corrected.v1}. */
    record DayCorrectedJson(
            String payoutId,
            String partnerId,
            MoneyJson amount,
            LocalDate paidOn,
            LocalDate before,
            Instant occurredAt,
            String actor,
            String origin) {}

    /** The data of {@code commission.outcome-correction-requested.v1}. */
    record CorrectionRequestedJson(
            String payoutId,
            String partnerId,
            MoneyJson amount,
            String correctionId,
            PayoutOutcome.Kind from,
            PayoutOutcome.Kind to,
            @Nullable LocalDate paidOn,
            Instant occurredAt,
            String actor,
            String origin) {}

    /** The data of the events of a payout's outcomes. Each has the fields of its contract; the others are absent. */
    record PayoutJson(
            String payoutId,
            String partnerId,
            MoneyJson amount,
            @Nullable MoneyJson commission,
            @Nullable MoneyJson vat,
            @Nullable MoneyJson withheld,
            @Nullable LocalDate executeOn,
            @Nullable LocalDate paidOn,
            @Nullable String reference,
            @Nullable LocalDate returnedOn,
            @Nullable String reason,
            @Nullable String ledgerTransactionId,
            PayoutOutcome.@Nullable Kind corrects,
            Instant occurredAt,
            String actor,
            String origin) {}
}
