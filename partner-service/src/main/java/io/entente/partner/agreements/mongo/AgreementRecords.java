package io.entente.partner.agreements.mongo;

import io.entente.partner.agreements.Agreement;
import io.entente.partner.agreements.AgreementEvent;
import io.entente.partner.agreements.AgreementEvent.AgreementContradicted;
import io.entente.partner.agreements.AgreementEvent.AgreementEnded;
import io.entente.partner.agreements.AgreementEvent.AgreementProposed;
import io.entente.partner.agreements.AgreementEvent.AgreementRenewalDue;
import io.entente.partner.agreements.AgreementEvent.AgreementRenewed;
import io.entente.partner.agreements.AgreementEvent.AgreementSigned;
import io.entente.partner.agreements.AgreementEvent.AgreementTerminated;
import io.entente.partner.agreements.Side;
import io.entente.partner.agreements.plans.Contradiction;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.outbox.OutboxRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the records on {@code partner.events} that announce what happens to agreements. They name no person. */
final class AgreementRecords {

    private static final String TOPIC = "partner.events";
    private static final String LIVE = "LIVE";

    private final EventRecorder recorder;

    AgreementRecords(EventRecorder recorder) {
        this.recorder = recorder;
    }

    List<OutboxRecord> of(Agreement agreement, List<AgreementEvent> events, Instant now) {
        List<OutboxRecord> records = new ArrayList<>();
        String id = agreement.id().value();
        String partner = agreement.partner().value();
        long sequence = agreement.sequence() - events.size();
        for (AgreementEvent event : events) {
            records.add(recorder.record(TOPIC, type(event), id, partner, ++sequence, now, data(agreement, event, now)));
        }
        return records;
    }

    private static String type(AgreementEvent event) {
        if (event instanceof AgreementProposed) {
            return "partner.agreement-proposed.v1";
        }
        if (event instanceof AgreementSigned) {
            return "partner.agreement-signed.v1";
        }
        if (event instanceof AgreementRenewalDue) {
            return "partner.agreement-renewal-due.v1";
        }
        if (event instanceof AgreementRenewed) {
            return "partner.agreement-renewed.v1";
        }
        if (event instanceof AgreementContradicted) {
            return "partner.agreement-contradicted.v1";
        }
        return event instanceof AgreementTerminated ? "partner.agreement-terminated.v1" : "partner.agreement-ended.v1";
    }

    private static Object data(Agreement agreement, AgreementEvent event, Instant now) {
        String id = agreement.id().value();
        String partner = agreement.partner().value();
        String title = agreement.title();
        String by = event.actor().value();
        if (event instanceof AgreementProposed proposed) {
            return new ProposedJson(
                    id, partner, title, proposed.agreementVersion(), proposed.startsOn(), now, by, LIVE);
        }
        if (event instanceof AgreementSigned signed) {
            return new SignedJson(
                    partner,
                    signed.partnerName(),
                    id,
                    signed.agreementVersion(),
                    signed.signedOn(),
                    signed.startsOn(),
                    signed.endsOn(),
                    now,
                    by,
                    LIVE);
        }
        if (event instanceof AgreementRenewalDue due) {
            return new RenewalDueJson(id, partner, title, due.endsOn(), due.noticeBy(), due.renews(), now, by, LIVE);
        }
        if (event instanceof AgreementRenewed renewed) {
            return new LastDayJson(id, partner, title, renewed.endsOn(), now, by, LIVE);
        }
        if (event instanceof AgreementContradicted contradicted) {
            return new ContradictedJson(id, partner, contradicted.contradictions(), now, by, LIVE);
        }
        if (event instanceof AgreementTerminated ended) {
            return new TerminatedJson(id, partner, title, ended.by(), ended.reason(), ended.endsOn(), now, by, LIVE);
        }
        return new LastDayJson(id, partner, title, ((AgreementEnded) event).endedOn(), now, by, LIVE);
    }

    /** {@code partner.agreement-proposed.v1}. */
    record ProposedJson(
            String agreementId,
            String partnerId,
            String title,
            int agreementVersion,
            LocalDate startsOn,
            Instant occurredAt,
            String actor,
            String origin) {}

    /** {@code partner.agreement-signed.v1}. */
    record SignedJson(
            String partnerId,
            String name,
            String agreementId,
            int agreementVersion,
            LocalDate signedOn,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            Instant occurredAt,
            String actor,
            String origin) {}

    /** {@code partner.agreement-renewal-due.v1}. */
    record RenewalDueJson(
            String agreementId,
            String partnerId,
            String title,
            LocalDate endsOn,
            LocalDate noticeBy,
            boolean renews,
            Instant occurredAt,
            String actor,
            String origin) {}

    /** {@code partner.agreement-contradicted.v1}. */
    record ContradictedJson(
            String agreementId,
            String partnerId,
            List<Contradiction> contradictions,
            Instant occurredAt,
            String actor,
            String origin) {}

    /** {@code partner.agreement-terminated.v1}. */
    record TerminatedJson(
            String agreementId,
            String partnerId,
            String title,
            Side by,
            String reason,
            LocalDate endsOn,
            Instant occurredAt,
            String actor,
            String origin) {}

    /** {@code partner.agreement-renewed.v1} and {@code partner.agreement-ended.v1}. */
    record LastDayJson(
            String agreementId,
            String partnerId,
            String title,
            LocalDate endsOn,
            Instant occurredAt,
            String actor,
            String origin) {}
}
