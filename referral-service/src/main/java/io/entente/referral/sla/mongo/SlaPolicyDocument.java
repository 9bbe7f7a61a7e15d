package io.entente.referral.sla.mongo;

import io.entente.referral.partners.Direction;
import io.entente.referral.partners.Tier;
import io.entente.referral.sla.SlaKind;
import io.entente.referral.sla.SlaPolicy;
import io.entente.referral.sla.SlaPolicy.Escalation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The stored form of a policy, and the form of the program's first policies in their file. Durations are ISO 8601 text. */
record SlaPolicyDocument(
        String code,
        int version,
        Instant effectiveFrom,
        SlaKind kind,
        Direction direction,
        List<Tier> tiers,
        String within,
        @Nullable String calendar,
        List<Integer> reminders,
        String owner,
        List<EscalationDocument> escalations) {

    record EscalationDocument(String after, String to) {

        static EscalationDocument of(Escalation escalation) {
            return new EscalationDocument(escalation.after().toString(), escalation.to());
        }

        Escalation toEscalation() {
            return new Escalation(Duration.parse(after), to);
        }
    }

    static SlaPolicyDocument of(SlaPolicy policy) {
        return new SlaPolicyDocument(
                policy.code(),
                policy.version(),
                policy.effectiveFrom(),
                policy.kind(),
                policy.direction(),
                policy.tiers().stream().sorted().toList(),
                policy.within().toString(),
                policy.calendar(),
                policy.reminders(),
                policy.owner(),
                policy.escalations().stream().map(EscalationDocument::of).toList());
    }

    SlaPolicy toPolicy() {
        return new SlaPolicy(
                code,
                version,
                effectiveFrom,
                kind,
                direction,
                Set.copyOf(tiers),
                Duration.parse(within),
                calendar,
                reminders,
                owner,
                escalations.stream().map(EscalationDocument::toEscalation).toList());
    }
}
