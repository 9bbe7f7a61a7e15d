package io.entente.referral.referral.mongo;

import io.entente.referral.referral.ReferralEvent;
import io.entente.referral.referral.ReferralEvent.ClockTold;
import io.entente.referral.sla.SlaEvent;
import io.entente.referral.sla.SlaKind;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;

/**
 * Counts in {@code sla.breaches}, by kind, the breaches that this instance stored in a sweep or with a late command.
 */
final class BreachCounter {

    private static final String BREACHES = "sla.breaches";

    private final MeterRegistry registry;

    BreachCounter(MeterRegistry registry) {
        this.registry = registry;
        for (SlaKind kind : SlaKind.values()) {
            registry.counter(BREACHES, "kind", kind.name());
        }
    }

    void stored(List<ReferralEvent> events) {
        for (ReferralEvent event : events) {
            if (event instanceof ClockTold told && told.event() instanceof SlaEvent.Breached breached) {
                registry.counter(BREACHES, "kind", breached.clock().kind().name())
                        .increment();
            }
        }
    }
}
