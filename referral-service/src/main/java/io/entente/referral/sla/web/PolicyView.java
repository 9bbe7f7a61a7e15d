package io.entente.referral.sla.web;

import io.entente.referral.partners.Direction;
import io.entente.referral.partners.Tier;
import io.entente.referral.sla.SlaKind;
import io.entente.referral.sla.SlaPolicy;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A version of a policy as the API shows it. */
record PolicyView(
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
        List<EscalationView> escalations) {

    record EscalationView(String after, String to) {}

    static PolicyView of(SlaPolicy policy) {
        return new PolicyView(
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
                policy.escalations().stream()
                        .map(escalation -> new EscalationView(escalation.after().toString(), escalation.to()))
                        .toList());
    }
}
