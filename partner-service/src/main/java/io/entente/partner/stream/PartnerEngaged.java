package io.entente.partner.stream;

import io.entente.partner.performance.RecordPerformance;
import io.entente.platform.events.envelope.EventEnvelope;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Set;

/** The fields of this service's own events that count as engagement if somebody at the partner has caused them. */
record PartnerEngaged(String partnerId, String actor, Instant occurredAt) {

    /** What people at a partner do for the partnership beside referring clients. */
    static final Set<String> TYPES = Set.of(
            "partner.agreement-signed.v1",
            "partner.member-joined.v1",
            "partner.onboarding-step-completed.v1",
            "partner.partner-information-provided.v1");

    /** @return whether it changed anything */
    boolean recordTo(RecordPerformance performance, EventEnvelope envelope, ZoneId zone) {
        return PartnerReferred.isByPartner(actor)
                && performance.engaged(
                        Objects.requireNonNull(envelope.subject()),
                        partnerId,
                        null,
                        LocalDate.ofInstant(occurredAt, zone),
                        envelope.sequence());
    }
}
