package io.entente.referral.sla.web;

import io.entente.referral.sla.PolicyRef;
import io.entente.referral.sla.SlaBoard;
import io.entente.referral.sla.SlaClock;
import io.entente.referral.sla.SlaKind;
import io.entente.referral.sla.SlaState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A clock as the API shows it.
 *
 * @param person who has it since the last escalation, such as user:u-17; absent if nobody of the partner's team has the owner's role
 * @param nextAt the time of the clock's next step; absent if it has none
 */
record ClockView(
        String referralId,
        String partnerId,
        String client,
        String service,
        SlaKind kind,
        SlaState state,
        String owner,
        @Nullable String person,
        PolicyRef policy,
        Instant startedAt,
        Instant dueAt,
        @Nullable Instant pausedAt,
        @Nullable Instant nextAt,
        @Nullable Instant endedAt) {

    static ClockView of(SlaBoard.Entry entry) {
        SlaClock clock = entry.clock();
        return new ClockView(
                entry.referralId(),
                entry.partnerId(),
                entry.client(),
                entry.service(),
                clock.kind(),
                clock.state(),
                clock.owner(),
                clock.person(),
                clock.policy(),
                clock.startedAt(),
                clock.dueAt(),
                clock.pausedAt(),
                clock.nextAt(),
                clock.endedAt());
    }
}
