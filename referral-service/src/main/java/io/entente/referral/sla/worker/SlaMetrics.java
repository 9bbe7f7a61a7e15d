package io.entente.referral.sla.worker;

import io.entente.referral.sla.SlaAccount;
import io.entente.referral.sla.SlaKind;
import io.entente.referral.sla.SlaState;
import io.entente.referral.sla.SlaSweep.Swept;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What an operator watches of the clocks: {@code sla.sweep.due} (referrals that the last sweep found), {@code
 * sla.sweep.failed} (of them, left to the next), {@code sla.sweep.duration}, and {@code sla.clocks} by state and kind, at the
 * last count: RUNNING, PAUSED and BREACHED are the open ones, MET and CANCELLED those that ended within a recent period, since
 * all that ever ended would say nothing and cost more with every year. Breaches are counted where they are stored.
 */
final class SlaMetrics {

    /** Clocks in these states are over; a breached one may be. */
    private static final Set<SlaState> ENDED = EnumSet.of(SlaState.MET, SlaState.CANCELLED);

    private final AtomicInteger due = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final Timer duration;
    private volatile Map<SlaKind, Map<SlaState, Long>> open = new EnumMap<>(SlaKind.class);
    private volatile SlaAccount lately = new SlaAccount(Instant.EPOCH, Instant.EPOCH);

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
            for (SlaState state : SlaState.values()) {
                Gauge.builder("sla.clocks", this, metrics -> metrics.count(kind, state))
                        .description("Open clocks, and those met or cancelled lately, at the last count")
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

    /** @param recently of the clocks that ended lately */
    void counted(Map<SlaKind, Map<SlaState, Long>> now, SlaAccount recently) {
        open = now;
        lately = recently;
    }

    private double count(SlaKind kind, SlaState state) {
        return ENDED.contains(state)
                ? lately.ended(kind, state)
                : open.getOrDefault(kind, Map.of()).getOrDefault(state, 0L);
    }
}
