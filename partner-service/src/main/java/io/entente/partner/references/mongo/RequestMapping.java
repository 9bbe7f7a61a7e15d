package io.entente.partner.references.mongo;

import io.entente.partner.outside.OutsideMessageRecords;
import io.entente.partner.references.ReferenceEvent;
import io.entente.partner.references.ReferenceEvent.RefereeAsked;
import io.entente.partner.references.ReferenceEvent.ReferenceReceived;
import io.entente.partner.references.ReferenceEvent.ReferenceRequestExpired;
import io.entente.partner.references.ReferenceRequest;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Receipt;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.outbox.Outbox;
import io.entente.platform.events.outbox.OutboxRecord;
import io.entente.platform.events.store.AggregateMapping;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Maps requests for references to documents, and their changes to records on {@code partner.events}. */
final class RequestMapping implements AggregateMapping<ReferenceRequest, ReferenceEvent, RequestDocument> {

    private static final String EVENTS = "partner.events";
    private static final String RECEIVED = "partner.reference-received.v1";
    private static final String EXPIRED = "partner.reference-request-expired.v1";

    private final EventRecorder recorder;

    RequestMapping(EventRecorder recorder) {
        this.recorder = recorder;
    }

    @Override
    public String collection() {
        return MongoReferenceRequests.COLLECTION;
    }

    @Override
    public Class<RequestDocument> documentType() {
        return RequestDocument.class;
    }

    @Override
    public long version(ReferenceRequest request) {
        return request.version();
    }

    @Override
    public ReferenceRequest read(RequestDocument document) {
        return document.toRequest();
    }

    @Override
    public RequestDocument write(
            ReferenceRequest request, @Nullable Receipt receipt, @Nullable Outbox outbox, Instant now) {
        return RequestDocument.of(request, receipt, outbox);
    }

    @Override
    public List<OutboxRecord> records(Change<ReferenceRequest, ReferenceEvent> change, Instant now) {
        ReferenceRequest request = change.state();
        List<OutboxRecord> records = new ArrayList<>();
        long sequence = request.sequence() - change.events().size();
        for (ReferenceEvent event : change.events()) {
            records.add(recorder.record(
                    EVENTS,
                    type(event),
                    request.id(),
                    request.partner().value(),
                    ++sequence,
                    now,
                    data(request, event, now)));
        }
        return records;
    }

    private static String type(ReferenceEvent event) {
        if (event instanceof RefereeAsked) {
            return OutsideMessageRecords.REQUESTED;
        }
        if (event instanceof ReferenceReceived) {
            return RECEIVED;
        }
        return event instanceof ReferenceRequestExpired ? EXPIRED : OutsideMessageRecords.WITHDRAWN;
    }

    private static Object data(ReferenceRequest request, ReferenceEvent event, Instant now) {
        String partner = request.partner().value();
        if (event instanceof RefereeAsked asked) {
            return OutsideMessageRecords.Requested.of(
                    request.id(), partner, asked.partnerName(), asked.message(), event.actor(), now);
        }
        return event instanceof ReferenceReceived || event instanceof ReferenceRequestExpired
                ? new EventJson(
                        request.id(),
                        partner,
                        request.askedBy().value(),
                        now,
                        event.actor().value(),
                        "LIVE")
                : OutsideMessageRecords.Withdrawn.of(request.id(), partner, event.actor(), now);
    }

    /** {@code partner.reference-received.v1} and {@code partner.reference-request-expired.v1}. What was said stays in the service. */
    record EventJson(
            String referenceRequestId,
            String partnerId,
            String askedBy,
            Instant occurredAt,
            String actor,
            String origin) {}
}
