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
                clock.policy(),
                clock.startedAt(),
                clock.dueAt(),
                clock.pausedAt(),
                clock.nextAt(),
                clock.endedAt());
    }
}
