package io.entente.referral.sla.web;

import io.entente.referral.sla.SlaBoard.MovedReferral;
import io.entente.referral.sla.SlaKind;
import java.time.Instant;
import java.util.List;

/**
 * A referral whose promises are due at another time, because its clocks followed a calendar.
 *
 * @param client the name of the client's organisation
 */
record MovedView(String referralId, String partnerId, String client, String service, List<MovedClockView> clocks) {

    /** @param startedAt together with kind it identifies the clock */
    record MovedClockView(SlaKind kind, Instant startedAt, Instant previousDueAt, Instant dueAt) {}

    static MovedView of(MovedReferral moved) {
        return new MovedView(
                moved.referralId(),
                moved.partnerId(),
                moved.client(),
                moved.service(),
                moved.clocks().stream()
                        .map(clock -> new MovedClockView(
                                clock.kind(),
                                clock.startedAt(),
                                clock.move().previousDueAt(),
                                clock.move().dueAt()))
                        .toList());
    }
}
