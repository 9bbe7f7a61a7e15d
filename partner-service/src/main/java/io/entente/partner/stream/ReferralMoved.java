package io.entente.partner.stream;

import io.entente.partner.referrals.ReferralProgress;
import io.entente.partner.referrals.ReferralProgress.Kind;
import io.entente.platform.events.envelope.EventEnvelope;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The fields of the events about the course of a referral.
 *
 * @param outcome of a decided conflict
 * @param owner of a promise
 * @param escalatedTo of an escalated promise, who has to act now
 * @param person of a promise that was handed over, who has to act now
 */
record ReferralMoved(
        String referralId,
        String partnerId,
        @Nullable String direction,
        Client client,
        String service,
        Instant occurredAt,
        @Nullable String outcome,
        @Nullable String owner,
        @Nullable String escalatedTo,
        @Nullable String person) {

    private static final String CONFLICT_DECIDED = "referral.conflict-decided.v1";
    private static final String DUPLICATE = "DUPLICATE";

    /** What each event means. A conflict ends the referral that turns out to be a duplicate. */
    static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("referral.referral-submitted.v1", Kind.BEGAN),
            Map.entry("referral.referral-reopened.v1", Kind.BEGAN),
            Map.entry(CONFLICT_DECIDED, Kind.BEGAN),
            Map.entry("referral.referral-declined.v1", Kind.ENDED),
            Map.entry("referral.referral-withdrawn.v1", Kind.ENDED),
            Map.entry("referral.referral-lost.v1", Kind.ENDED),
            Map.entry("referral.referral-expired.v1", Kind.ENDED),
            Map.entry("referral.deal-closed.v1", Kind.WON),
            Map.entry("referral.referral-resumed.v1", Kind.RESUMED),
            Map.entry("referral.sla-reminder-due.v1", Kind.OWNED),
            Map.entry("referral.sla-breached.v1", Kind.OWNED),
            Map.entry("referral.sla-escalated.v1", Kind.OWNED),
            Map.entry("referral.sla-handed-over.v1", Kind.OWNED),
            Map.entry("referral.sla-moved.v1", Kind.OWNED));

    /** The organisation that was referred. */
    record Client(String organisation) {}

    ReferralProgress toProgress(EventEnvelope envelope) {
        return new ReferralProgress(
                referralId,
                partnerId,
                direction,
                client.organisation(),
                service,
                kind(envelope.type()),
                occurredAt,
                envelope.sequence(),
                personInCharge());
    }

    /** Whether the partner referred the client to the firm. */
    boolean isByPartner() {
        return !"OUTBOUND".equals(direction);
    }

    private Kind kind(@Nullable String type) {
        return CONFLICT_DECIDED.equals(type) && DUPLICATE.equals(outcome)
                ? Kind.ENDED
                : Objects.requireNonNull(KINDS.get(type), "an event that is not subscribed to");
    }

    private @Nullable String personInCharge() {
        if (person != null) {
            return person;
        }
        return escalatedTo == null ? owner : escalatedTo;
    }
}
