package io.entente.commission.invoices.mongo;

import io.entente.commission.invoices.vat.TaxProfile;
import io.entente.commission.invoices.vat.changes.TaxProfileChange;
import io.entente.commission.invoices.vat.changes.TaxProfileEvent;
import io.entente.commission.invoices.vat.changes.TaxProfileEvent.TaxProfileChanged;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.outbox.OutboxRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Converts events of tax profiles to records on {@code commission.events}. They never contain a name or a number. */
final class TaxProfileRecords {

    private static final String TOPIC = "commission.events";
    private static final String LIVE = "LIVE";

    private final EventRecorder recorder;

    TaxProfileRecords(EventRecorder recorder) {
        this.recorder = recorder;
    }

    /** A write of a version has at most one event, so the number of the write is the event's sequence. */
    List<OutboxRecord> of(TaxProfileChange change, List<TaxProfileEvent> events) {
        TaxProfile profile = change.profile();
        String partner = profile.partnerId().value();
        String subject = "taxprofile.%s.%d".formatted(partner, profile.version());
        return events.stream()
                .map(event -> recorder.record(
                        TOPIC,
                        event instanceof TaxProfileChanged
                                ? "commission.tax-profile-changed.v1"
                                : "commission.tax-profile-change-requested.v1",
                        subject,
                        partner,
                        change.revision(),
                        event.at(),
                        new TaxProfileJson(
                                subject,
                                partner,
                                event.fields(),
                                event.effectiveFrom(),
                                event.at(),
                                event.actor(),
                                LIVE)))
                .toList();
    }

    /** The data of both events. They name fields and never contain their values, except the day. */
    record TaxProfileJson(
            String taxProfileId,
            String partnerId,
            List<String> fields,
            LocalDate effectiveFrom,
            Instant occurredAt,
            String actor,
            String origin) {}
}
