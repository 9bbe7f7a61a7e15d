package io.entente.partner.applications.mongo;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.entente.partner.applications.ApplicationEvent;
import io.entente.partner.applications.ApplicationEvent.ApplicationConfirmed;
import io.entente.partner.applications.ApplicationEvent.ApplicationReceived;
import io.entente.partner.applications.ApplicationEvent.ConfirmationRequested;
import io.entente.partner.applications.PartnerApplication;
import io.entente.partner.outside.OutsideMessageRecords;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.outbox.OutboxRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the records of an application's events on {@code partner.events}. None has the applicant's name or address in plain text. */
final class ApplicationRecords {

    private static final String EVENTS = "partner.events";
    private static final String CONFIRMED = "partner.application-confirmed.v1";
    private static final String RECEIVED = "partner.application-received.v1";
    private static final String ENDED = "partner.application-ended.v1";

    private final EventRecorder recorder;

    ApplicationRecords(EventRecorder recorder) {
        this.recorder = recorder;
    }

    List<OutboxRecord> of(PartnerApplication application, List<ApplicationEvent> events, Instant now) {
        List<OutboxRecord> records = new ArrayList<>();
        long sequence = application.sequence() - events.size();
        for (ApplicationEvent event : events) {
            records.add(recorder.record(
                    EVENTS,
                    type(event),
                    application.id(),
                    application.partner().value(),
                    ++sequence,
                    now,
                    data(application, event, now)));
        }
        return records;
    }

    private static String type(ApplicationEvent event) {
        if (event instanceof ConfirmationRequested) {
            return OutsideMessageRecords.REQUESTED;
        }
        if (event instanceof ApplicationConfirmed) {
            return CONFIRMED;
        }
        return event instanceof ApplicationReceived ? RECEIVED : ENDED;
    }

    private static Object data(PartnerApplication application, ApplicationEvent event, Instant now) {
        String partner = application.partner().value();
        return event instanceof ConfirmationRequested requested
                ? OutsideMessageRecords.Requested.of(
                        application.id(), partner, null, requested.message(), event.actor(), now)
                : EventJson.of(application, event, now);
    }

    /**
     * The data of the other events.
     *
     * @param name of the company, with {@code country} and {@code duplicates} in {@code partner.application-received.v1} only
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EventJson(
            String applicationId,
            String partnerId,
            @Nullable String name,
            @Nullable String country,
            @Nullable Integer duplicates,
            Instant occurredAt,
            String actor,
            String origin) {

        static EventJson of(PartnerApplication application, ApplicationEvent event, Instant now) {
            ApplicationReceived received = event instanceof ApplicationReceived reception ? reception : null;
            return new EventJson(
                    application.id(),
                    application.partner().value(),
                    received == null ? null : received.name(),
                    received == null ? null : received.country(),
                    received == null ? null : received.duplicates(),
                    now,
                    event.actor().value(),
                    "LIVE");
        }
    }
}
