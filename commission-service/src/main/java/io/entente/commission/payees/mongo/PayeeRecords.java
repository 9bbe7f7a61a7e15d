package io.entente.commission.payees.mongo;

import io.entente.commission.payees.changes.PayeeEvent;
import io.entente.commission.payees.changes.PayeeEvent.PayeeChanged;
import io.entente.commission.payees.changes.PayeeFile;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.outbox.OutboxRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Converts events of payment details to records on {@code commission.events}. They never contain an account. */
final class PayeeRecords {

    private static final String TOPIC = "commission.events";
    private static final String LIVE = "LIVE";

    private final EventRecorder recorder;

    PayeeRecords(EventRecorder recorder) {
        this.recorder = recorder;
    }

    /** The records of the latest events of a partner's payment details, in order. */
    List<OutboxRecord> of(PayeeFile file, List<PayeeEvent> events) {
        long first = file.sequence() - events.size() + 1;
        String partner = file.payee().partnerId().value();
        String subject = "payee." + partner;
        List<OutboxRecord> records = new ArrayList<>();
        for (PayeeEvent event : events) {
            records.add(recorder.record(
                    TOPIC,
                    event instanceof PayeeChanged
                            ? "commission.payee-changed.v1"
                            : "commission.payee-change-requested.v1",
                    subject,
                    partner,
                    first + records.size(),
                    event.at(),
                    new PayeeJson(subject, partner, event.fields(), event.at(), event.actor(), LIVE)));
        }
        return records;
    }

    /** The data of both events. They name fields and never contain an account, a name or a number. */
    record PayeeJson(
            String payeeId, String partnerId, List<String> fields, Instant occurredAt, String actor, String origin) {}
}
