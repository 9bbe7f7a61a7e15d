package io.entente.referral.sla.worker;

import io.entente.referral.sla.SlaKind;
import io.entente.referral.sla.SlaState;
import io.entente.referral.sla.SlaSweep.Swept;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What an operator watches of the clocks: {@code entente.sla.sweep.due} (referrals that the last sweep found),
 * {@code entente.sla.sweep.failed} (of them, left to the next), {@code entente.sla.sweep.duration}, and
 * {@code entente.sla.clocks} by state and kind (open clocks, at the last count). Breaches are counted where they are stored.
 */
final class SlaMetrics {

    /** An open clock is in one of these. */
    private static final List<SlaState> OPEN = List.of(SlaState.RUNNING, SlaState.PAUSED, SlaState.BREACHED);

    private final AtomicInteger due = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final Timer duration;
    private volatile Map<SlaKind, Map<SlaState, Long>> open = new EnumMap<>(SlaKind.class);

    SlaMetrics(MeterRegistry registry) {
        Gauge.builder("sla.sweep.due", due, AtomicInteger::get)
                .description("Referrals with something due, at the last sweep")
                .register(registry);
        Gauge.builder("sla.sweep.failed", failed, AtomicInteger::get)
                .description("Referrals that the last sweep left to the next")
                .register(registry);
        duration = Timer.builder("sla.sweep.duration")
                .description("How long a sweep takes")
                .register(registry);
        for (SlaKind kind : SlaKind.values()) {
            for (SlaState state : OPEN) {
                Gauge.builder("sla.clocks", this, metrics -> metrics.count(kind, state))
                        .description("Open clocks, at the last count")
                        .tag("kind", kind.name())
                        .tag("state", state.name())
                        .register(registry);
            }
        }
    }

    Timer duration() {
        return duration;
    }

    void swept(Swept swept) {
        due.set(swept.due());
        failed.set(swept.failed());
    }

    void counted(Map<SlaKind, Map<SlaState, Long>> now) {
        open = now;
    }

    private double count(SlaKind kind, SlaState state) {
        return open.getOrDefault(kind, Map.of()).getOrDefault(state, 0L);
    }
}
