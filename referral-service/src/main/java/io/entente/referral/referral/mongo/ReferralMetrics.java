package io.entente.referral.referral.mongo;

import io.entente.platform.domain.Change;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralEvent;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/** Counts the events of referrals in {@code entente.referral.events}, by event and origin. */
final class ReferralMetrics {

    private final MeterRegistry registry;

    ReferralMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void stored(Change<Referral, ReferralEvent> change) {
        for (ReferralEvent event : change.events()) {
            String origin = event.occurrence().origin().name().toLowerCase(Locale.ROOT);
            registry.counter("entente.referral.events", "event", event.wireName(), "origin", origin)
                    .increment();
        }
    }
}
